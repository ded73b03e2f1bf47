//! The history of a post.

use client::types::accounts::Role;
use client::types::forum::{NewRevisionRemoval, PostRevision, RevisionQuery};
use client::types::{Page, PostId, RevisionId};
use yew::prelude::*;

use super::byline::author_name;
use super::changes::changes;
use crate::components::{Button, FormErrors, Link, TextField, date, error_text, load};
use crate::hooks::{Query, use_mutation, use_query, use_session, use_text, use_title};
use crate::routes::Route;

/// Which post's history.
#[derive(PartialEq, Properties)]
pub struct HistoryPageProps {
    /// The post's id.
    pub id: i64,
}

/// The history of a post: each of its states against the one before, the present one first.
#[component]
pub fn HistoryPage(props: &HistoryPageProps) -> Html {
    let text = use_text();
    let session = use_session();
    use_title(text.t("history-title"));
    let id = PostId(props.id);
    let states = use_query(id, |client, id| async move { client.list_revisions(id, &RevisionQuery::default()).await });
    let further = use_state(Page::<PostRevision>::default);
    let more = {
        let further = further.clone();
        use_mutation(
            move |client, after: String| async move {
                client.list_revisions(id, &RevisionQuery { after: Some(after), limit: None }).await
            },
            Callback::from(move |page: Page<PostRevision>| {
                let items = further.items.iter().cloned().chain(page.items).collect();
                further.set(Page { items, next: page.next, total: None });
            }),
        )
    };
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("history-title") }</h1><p class="lead">{ text.t("history-lead") }</p>
                if session.has(Role::Member) { <p><Link to={Route::Suggestions}>{ text.t("suggestions-link") }</Link></p> }
            </div></div>
            { load(&states, |page| {
                let next = if further.items.is_empty() { page.next.clone() } else { further.next.clone() };
                html! {
                    <div class="mb-7">
                        <div class="bars">
                            { for page.items.iter().chain(&further.items).map(|state| html! {
                                <State key={state.version} state={state.clone()} query={states.clone()} />
                            }) }
                        </div>
                        if let Some(next) = next {
                            <p class="mt-4"><Button class="btn-2" busy={more.is_busy} onclick={more.run.reform(move |_: MouseEvent| next.clone())}>{ text.t("history-more") }</Button></p>
                            if let Some(error) = &more.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                        }
                    </div>
                }
            }) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct StateProps {
    state: PostRevision,
    query: Query<Page<PostRevision>>,
}

#[component]
fn State(props: &StateProps) -> Html {
    let text = use_text();
    let state = &props.state;
    let name = author_name(&text, state.author.as_ref());
    let number = state.version.to_string();
    let heading = if state.id.is_none() {
        text.t("history-present")
    } else {
        text.with("history-version", &[("count", &number)])
    };
    html! {
        <article class="post" aria-label={heading.clone()}>
            <h2 class="h4">{ &heading }</h2>
            <p class="meta"><span>{ &name }</span>{ date(&text, state.created_at) }</p>
            if let Some(reason) = &state.removal_reason {
                <p class="muted">{ text.with("history-removed", &[("reason", reason)]) }</p>
            } else {
                if !state.title.is_empty() { <p><b>{ changes(&text, &state.title) }</b></p> }
                <p class="prose lines">{ changes(&text, &state.body) }</p>
                if !state.tags.is_empty() { <p class="meta"><span>{ text.t("tags") }{ ": " }{ changes(&text, &state.tags) }</span></p> }
            }
            if let (true, Some(id)) = (state.can_remove, state.id) { <Removal {id} reload={props.query.reload.clone()} /> }
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct RemovalProps {
    id: RevisionId,
    reload: Callback<()>,
}

/// Removing what an earlier state says, for moderators.
#[component]
fn Removal(props: &RemovalProps) -> Html {
    let text = use_text();
    let reason = use_state(String::new);
    let id = props.id;
    let remove = {
        let reload = props.reload.clone();
        use_mutation(
            move |client, reason: String| async move {
                client.remove_revision_text(id, &NewRevisionRemoval { reason }).await
            },
            Callback::from(move |()| reload.emit(())),
        )
    };
    let errors = FormErrors::of(&text, remove.error.as_ref());
    let onsubmit = {
        let (reason, run) = (reason.clone(), remove.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit((*reason).clone());
        })
    };
    html! {
        <details class="mt-4">
            <summary>{ text.t("history-remove") }</summary>
            <form novalidate=true class="flow" {onsubmit}>
                if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
                <TextField id={format!("reason-{id}")} label={text.t("history-reason")} hint={text.t("history-reason-hint")} value={reason} error={errors.at("reason")} />
                <p><Button submit=true class="btn-2" busy={remove.is_busy}>{ text.t("history-remove-send") }</Button></p>
            </form>
        </details>
    }
}
