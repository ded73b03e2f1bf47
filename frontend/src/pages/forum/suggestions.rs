//! Suggested changes: those that wait for a decision, and one's own.

use client::types::SuggestionId;
use client::types::forum::{NewRefusal, Suggestion, SuggestionQuery, SuggestionStatus};
use yew::prelude::*;

use super::byline::author_name;
use super::changes::changes;
use crate::components::{Button, EmptyState, FormErrors, Gate, Link, Notice, TextField, date, error_text, load};
use crate::hooks::{focus_soon, use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// Suggested changes: those that wait for a decision, and one's own.
#[component]
pub fn SuggestionsPage() -> Html {
    let text = use_text();
    use_title(text.t("suggestions-title"));
    html! {
        <Gate>
            <div class="pagehead"><div><h1>{ text.t("suggestions-title") }</h1><p class="lead">{ text.t("suggestions-lead") }</p></div></div>
            <section aria-labelledby="waiting" class="mb-7">
                <h2 id="waiting" class="mb-3" tabindex="-1">{ text.t("suggestions-waiting") }</h2>
                <List mine=false />
            </section>
            <section aria-labelledby="mine" class="mb-7">
                <h2 id="mine" class="mb-3" tabindex="-1">{ text.t("suggestions-mine") }</h2>
                <List mine=true />
            </section>
        </Gate>
    }
}

#[derive(PartialEq, Properties)]
struct ListProps {
    mine: bool,
}

#[component]
fn List(props: &ListProps) -> Html {
    let text = use_text();
    let mine = props.mine;
    let page = use_query(mine, |client, mine| async move {
        client.list_suggestions(&SuggestionQuery { mine: mine.then_some(true), limit: Some(100), after: None }).await
    });
    // What was decided leaves the list, and the heading above it is where one goes on.
    let decided = page.reload.reform(move |()| focus_soon(if mine { "mine" } else { "waiting" }));
    load(&page, |list| {
        if list.items.is_empty() {
            let (title, words) = if mine {
                ("suggestions-mine-none", "suggestions-mine-none-text")
            } else {
                ("suggestions-none", "suggestions-none-text")
            };
            return html! { <EmptyState title={text.t(title)}><p>{ text.t(words) }</p></EmptyState> };
        }
        html! {
            <div class="bars">{ for list.items.iter().map(|suggestion| html! {
                <Entry key={suggestion.id.0} suggestion={suggestion.clone()} reload={decided.clone()} />
            }) }</div>
        }
    })
}

#[derive(PartialEq, Properties)]
struct EntryProps {
    suggestion: Suggestion,
    reload: Callback<()>,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let text = use_text();
    let suggestion = &props.suggestion;
    let id = suggestion.id;
    let accept = {
        let reload = props.reload.clone();
        use_mutation(
            move |client, ()| async move { client.accept_suggestion(id).await },
            Callback::from(move |_: Suggestion| reload.emit(())),
        )
    };
    let withdraw = {
        let reload = props.reload.clone();
        use_mutation(
            move |client, ()| async move { client.withdraw_suggestion(id).await },
            Callback::from(move |()| reload.emit(())),
        )
    };
    let thread = &suggestion.thread;
    let name = author_name(&text, suggestion.author.as_ref());
    let is_open = suggestion.status == SuggestionStatus::Open;
    let (status, tone) = match suggestion.status {
        SuggestionStatus::Open => ("suggestion-open", None),
        SuggestionStatus::Accepted => ("suggestion-accepted", Some("is-ok")),
        SuggestionStatus::Declined => ("suggestion-declined", None),
    };
    html! {
        <article class="post" aria-label={text.with("suggestion-by", &[("name", &name)])}>
            <h3 class="h4"><Link to={Route::of_thread(thread.kind, thread.id.0, thread.slug.clone())}>{ &thread.title }</Link></h3>
            <p class="meta">
                <span>{ &name }</span>{ date(&text, suggestion.created_at) }
                <span class={classes!("badge", tone)}>{ text.t(status) }</span>
            </p>
            <p>{ &suggestion.note }</p>
            <p class="prose lines">{ changes(&text, &suggestion.changes) }</p>
            if let Some(reason) = &suggestion.reason { <p>{ text.with("suggestion-reason", &[("reason", reason)]) }</p> }
            if suggestion.is_outdated {
                <Notice tone="is-warn" icon="triangle-alert"><p>{ text.t("suggestion-outdated") }</p></Notice>
            }
            if suggestion.can_decide {
                <p class="row mt-4">
                    if !suggestion.is_outdated {
                        <Button busy={accept.is_busy} onclick={accept.run.reform(|_: MouseEvent| ())}>{ text.t("suggestion-accept") }</Button>
                    }
                </p>
                <Refusal {id} reload={props.reload.clone()} />
            }
            if suggestion.is_mine && is_open {
                <p class="mt-4"><Button class="btn-2 btn-small" busy={withdraw.is_busy} onclick={withdraw.run.reform(|_: MouseEvent| ())}>{ text.t("suggestion-withdraw") }</Button></p>
            }
            if let Some(error) = accept.error.as_ref().or(withdraw.error.as_ref()) { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct RefusalProps {
    id: SuggestionId,
    reload: Callback<()>,
}

#[component]
fn Refusal(props: &RefusalProps) -> Html {
    let text = use_text();
    let reason = use_state(String::new);
    let id = props.id;
    let decline = {
        let reload = props.reload.clone();
        use_mutation(
            move |client, reason: String| async move { client.decline_suggestion(id, &NewRefusal { reason }).await },
            Callback::from(move |_: Suggestion| reload.emit(())),
        )
    };
    let errors = FormErrors::of(&text, decline.error.as_ref());
    let onsubmit = {
        let (reason, run) = (reason.clone(), decline.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit((*reason).clone());
        })
    };
    html! {
        <details>
            <summary>{ text.t("suggestion-decline") }</summary>
            <form novalidate=true class="flow" {onsubmit}>
                if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
                <TextField id={format!("refusal-{id}")} rows=3 label={text.t("suggestion-why")} hint={text.t("suggestion-why-hint")} value={reason} error={errors.at("reason")} />
                <p><Button submit=true class="btn-2" busy={decline.is_busy}>{ text.t("suggestion-decline-send") }</Button></p>
            </form>
        </details>
    }
}
