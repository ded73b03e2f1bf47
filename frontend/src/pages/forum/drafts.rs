//! One's drafts.

use client::types::forum::{PostDraft, ThreadKind};
use yew::prelude::*;

use crate::components::{Button, EmptyState, Gate, Link, date, error_text, load};
use crate::hooks::{Query, copy, focus_soon, use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// One's drafts, the latest first.
#[component]
pub fn DraftsPage() -> Html {
    let text = use_text();
    use_title(text.t("drafts-title"));
    html! {
        <Gate>
            <div class="pagehead"><div><h1>{ text.t("drafts-title") }</h1><p class="lead">{ text.t("drafts-lead") }</p></div></div>
            <Drafts />
        </Gate>
    }
}

#[component]
fn Drafts() -> Html {
    let text = use_text();
    let drafts = use_query((), |client, ()| async move { client.list_drafts().await });
    load(&drafts, |list| {
        if list.is_empty() {
            return html! { <EmptyState title={text.t("drafts-none")}><p>{ text.t("drafts-none-text") }</p></EmptyState> };
        }
        html! {
            <div class="bars mb-7">
                { for list.iter().map(|draft| html! { <Entry key={draft.key.clone()} draft={draft.clone()} query={drafts.clone()} /> }) }
            </div>
        }
    })
}

#[derive(PartialEq, Properties)]
struct EntryProps {
    draft: PostDraft,
    query: Query<Vec<PostDraft>>,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let text = use_text();
    let draft = &props.draft;
    let is_copied = use_state_eq(|| false);
    let delete = {
        let (key, reload) = (draft.key.clone(), props.query.reload.clone());
        use_mutation(
            move |client, ()| {
                let key = key.clone();
                async move { client.delete_draft(&key).await }
            },
            Callback::from(move |()| {
                reload.emit(());
                focus_soon("main");
            }),
        )
    };
    let take = {
        let (body, is_copied) = (draft.body.clone(), is_copied.clone());
        Callback::from(move |_: MouseEvent| {
            let is_copied = is_copied.clone();
            copy(&body, Callback::from(move |is_done| is_copied.set(is_done)));
        })
    };
    let (place, number) =
        draft.key.split_once('~').map_or((draft.key.as_str(), None), |(place, number)| (place, Some(number)));
    let (heading, route) = match (place, &draft.thread) {
        ("question", _) => (text.t("drafts-question"), Some(Route::Ask)),
        ("discussion", _) => (text.t("drafts-discussion"), Some(Route::StartDiscussion)),
        (_, Some(thread)) => {
            let name = if thread.kind == ThreadKind::Question { "drafts-answer" } else { "drafts-reply" };
            let route = Route::of_thread(thread.kind, thread.id.0, thread.slug.clone());
            (text.with(name, &[("title", &thread.title)]), Some(route))
        }
        _ => (text.t("drafts-elsewhere"), None),
    };
    html! {
        <article class="post" aria-label={heading.clone()}>
            <h2 class="h4">{ &heading }</h2>
            <p class="meta">
                if let Some(at) = draft.saved_at { <span>{ text.t("drafts-saved") }{ " " }{ date(&text, at) }</span> }
                if number.is_some() { <span class="badge">{ text.t("drafts-other") }</span> }
            </p>
            if !draft.title.is_empty() { <p><b>{ &draft.title }</b></p> }
            <details>
                <summary>{ text.t("drafts-show") }</summary>
                <p class="prose lines">{ &draft.body }</p>
            </details>
            <p class="row mt-4">
                if let (Some(route), None) = (route, number) {
                    <Link class="btn btn-small" to={route}>{ text.t("drafts-go-on") }</Link>
                }
                <button type="button" class="btn btn-2 btn-small" onclick={take}>{ text.t("drafts-copy") }</button>
                <Button class="btn-2 btn-small" busy={delete.is_busy} onclick={delete.run.reform(|_: MouseEvent| ())}>{ text.t("drafts-delete") }</Button>
                <span role="status">if *is_copied { { text.t("drafts-copied") } }</span>
            </p>
            if let Some(error) = &delete.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </article>
    }
}
