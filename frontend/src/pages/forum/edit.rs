//! Changing a question or a discussion.

use client::types::forum::{Thread, ThreadKind, ThreadPatch};
use client::types::{ErrorCode, ThreadId};
use yew::prelude::*;
use yew_router::prelude::*;

use super::ThreadPageProps;
use super::form::{QuestionFields, use_question_draft};
use crate::components::{Button, ErrorSummary, FormErrors, Gate, Link, Notice, go, load};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// Changing a question or a discussion.
#[component]
pub fn EditThreadPage(props: &ThreadPageProps) -> Html {
    let thread = use_query((props.kind, ThreadId(props.id)), |client, (kind, id)| async move {
        match kind {
            ThreadKind::Question => client.get_question(id).await,
            ThreadKind::Discussion => client.get_discussion(id).await,
        }
    });
    html! { <Gate>{ load(&thread, |thread| html! { <EditForm thread={thread.clone()} /> }) }</Gate> }
}

#[derive(PartialEq, Properties)]
struct EditFormProps {
    thread: Thread,
}

#[component]
fn EditForm(props: &EditFormProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let draft = use_question_draft(None);
    {
        let draft = draft.clone();
        use_effect_with(props.thread.id, {
            let thread = props.thread.clone();
            move |_| {
                draft.title.set(thread.title);
                draft.body.set(thread.opening.body);
                draft.shelf.set(thread.shelf.id.to_string());
                draft.tags.set(thread.tags.join(", "));
            }
        });
    }
    let (kind, id, version) = (props.thread.kind, props.thread.id, props.thread.opening.version);
    let save = use_mutation(
        move |client, patch: ThreadPatch| async move {
            match kind {
                ThreadKind::Question => client.update_question(id, version, &patch).await,
                ThreadKind::Discussion => client.update_discussion(id, version, &patch).await,
            }
        },
        Callback::from(move |saved: Thread| {
            if let Some(navigator) = &navigator {
                go(navigator, &Route::of_thread(saved.kind, saved.id.0, saved.slug), "");
            }
        }),
    );
    let errors = FormErrors::of(&text, save.error.as_ref());
    use_title(errors.title(&text, text.t(if kind == ThreadKind::Question { "edit-title" } else { "edit-discussion" })));
    let back = Route::of_thread(kind, id.0, props.thread.slug.clone());
    let onsubmit = {
        let (draft, save) = (draft.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(ThreadPatch {
                title: Some(draft.title.trim().to_owned()),
                body: Some((*draft.body).clone()),
                shelf_id: draft.shelf_id(),
                tags: Some(draft.tag_list()),
            });
        })
    };
    let is_conflict = save.error.as_ref().and_then(client::Error::code) == Some(ErrorCode::EditConflict);
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t(if kind == ThreadKind::Question { "edit-title" } else { "edit-discussion" }) }</h1></div></div>
            <div class="narrow mb-7">
                <ErrorSummary errors={errors.clone()} failures={save.failures} />
                if is_conflict {
                    <Notice tone="is-warn mb-5" icon="triangle-alert">
                        <p><b>{ text.t("edit-conflict-title") }</b>{ " " }{ text.t("edit-conflict-text") }{ " " }
                            <a href={back.to_path()} target="_blank">{ text.t("edit-conflict-link") }</a></p>
                    </Notice>
                }
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <QuestionFields question={draft} {errors} />
                    <p class="row">
                        <Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button>
                        <Link to={back}>{ text.t("cancel") }</Link>
                    </p>
                </form>
            </div>
        </>
    }
}
