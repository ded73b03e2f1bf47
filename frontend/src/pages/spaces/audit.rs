//! The audit log, for administrators.

use client::types::accounts::Role;
use client::types::forum::{AuditEntry, AuditQuery};
use client::types::{PostId, ThreadId};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, EmptyState, Gate, Link, Pager, date, error_text, load, person, query_of};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// What was done to keep the network in order.
#[component]
pub fn AuditPage() -> Html {
    let text = use_text();
    use_title(text.t("audit-title"));
    html! { <Gate role={Role::Admin}><Entries /></Gate> }
}

#[component]
fn Entries() -> Html {
    let text = use_text();
    let query = use_location().and_then(|location| location.query::<AuditQuery>().ok()).unwrap_or_default();
    let entries = use_query(query.clone(), |client, query| async move { client.list_audit_entries(&query).await });
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("audit-title") }</h1><p class="lead">{ text.t("audit-lead") }</p></div></div>
            { load(&entries, |page| if page.items.is_empty() {
                html! { <EmptyState title={text.t("audit-none")}><p>{ text.t("audit-none-text") }</p></EmptyState> }
            } else {
                let first = AuditQuery { after: None, ..query.clone() };
                let next = page.next.clone().map(|after| query_of(&AuditQuery { after: Some(after), ..query.clone() }));
                html! {
                    <>
                        <ol class="entries">{ for page.items.iter().map(|entry| row(&text, entry)) }</ol>
                        <Pager to={Route::Audit} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                    </>
                }
            }) }
        </>
    }
}

fn row(text: &Text, entry: &AuditEntry) -> Html {
    let id = entry.subject_id;
    let subject = match (entry.subject_kind.as_str(), &entry.thread) {
        (_, Some(thread)) => {
            html! { <Link to={Route::of_thread(thread.kind, thread.id.0, thread.slug.clone())}>{ &thread.title }</Link> }
        }
        ("space", _) => html! { <Link to={Route::Space { slug: id.to_string() }}>{ text.t("audit-space") }</Link> },
        ("thread", _) => html! { <span>{ text.with("audit-thread", &[("number", &id.to_string())]) }</span> },
        _ => html! { <span>{ text.with("audit-post", &[("number", &id.to_string())]) }</span> },
    };
    html! {
        <li class="entry" key={entry.id}><div>
            <h2 class="entry-title">{ text.t(&format!("audit-action-{}", entry.action)) }</h2>
            <p class="meta">
                <span>{ text.with("audit-number", &[("number", &entry.id.to_string())]) }</span>
                <Link to={Route::Member { id: entry.actor.id.0 }}>{ person(&entry.actor.name, entry.actor.organisation.as_deref()) }</Link>
                { date(text, entry.created_at) }
                { subject }
            </p>
            if !entry.detail.is_empty() { <p class="t-s muted">{ &entry.detail }</p> }
            if !entry.reason.is_empty() { <p class="entry-text">{ &entry.reason }</p> }
            if entry.action == "delete_post" || (entry.action == "delete_thread" && entry.thread.is_none()) {
                <Restore is_thread={entry.action == "delete_thread"} {id} />
            }
        </div></li>
    }
}

#[derive(PartialEq, Properties)]
struct RestoreProps {
    is_thread: bool,
    id: i64,
}

/// The button that brings back what was deleted.
#[component]
fn Restore(props: &RestoreProps) -> Html {
    let text = use_text();
    let is_back = use_state_eq(|| false);
    let (is_thread, id) = (props.is_thread, props.id);
    let restore = {
        let is_back = is_back.clone();
        use_mutation(
            move |client, ()| async move {
                if is_thread {
                    client.restore_thread(ThreadId(id)).await
                } else {
                    client.restore_post(PostId(id)).await
                }
            },
            Callback::from(move |()| is_back.set(true)),
        )
    };
    html! {
        <div role="status" class="mt-4">
            if *is_back {
                <p>{ text.t("audit-restored") }</p>
            } else {
                <Button class="btn-2 btn-small" busy={restore.is_busy} onclick={restore.run.reform(|_: MouseEvent| ())}>{ text.t("audit-restore") }</Button>
            }
            if let Some(error) = &restore.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div>
    }
}
