//! Changing a question or a discussion.

use client::Client;
use client::types::forum::{Thread, ThreadKind, ThreadPatch};
use client::types::{ErrorCode, ThreadId};
use yew::prelude::*;
use yew_router::prelude::*;

use super::ThreadPageProps;
use super::form::{QuestionFields, use_question_draft};
use crate::components::{Button, ErrorSummary, FormErrors, Gate, Link, Notice, error_text, go, load};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// Changing a question or a discussion.
#[component]
pub fn EditThreadPage(props: &ThreadPageProps) -> Html {
    let thread =
        use_query((props.kind, ThreadId(props.id)), |client, (kind, id)| async move { get(client, kind, id).await });
    html! { <Gate>{ load(&thread, |thread| html! { <EditForm thread={thread.clone()} /> }) }</Gate> }
}

async fn get(client: Client, kind: ThreadKind, id: ThreadId) -> Result<Thread, client::Error> {
    match kind {
        ThreadKind::Question => client.get_question(id).await,
        ThreadKind::Discussion => client.get_discussion(id).await,
    }
}

/// What stands over a form whose text was changed by somebody else meanwhile.
#[derive(PartialEq, Properties)]
pub struct EditConflictProps {
    /// Where one sees how it is now.
    pub path: AttrValue,
    /// Whether what is typed is now written upon the latest version.
    pub is_renewed: bool,
    /// Whether that is on its way.
    pub is_busy: bool,
    /// Why it could not be done.
    pub error: Option<client::Error>,
    /// Asks for it.
    pub renew: Callback<()>,
}

/// Says that somebody else was faster, and offers to write upon what they wrote; what is typed stays.
#[component]
pub fn EditConflict(props: &EditConflictProps) -> Html {
    let text = use_text();
    html! {
        <Notice tone="is-warn mb-5" icon="triangle-alert" is_status=true>
            <p><b>{ text.t("edit-conflict-title") }</b>{ " " }{ text.t(if props.is_renewed { "edit-conflict-renewed" } else { "edit-conflict-text" }) }{ " " }
                <a href={props.path.clone()} target="_blank">{ text.t("edit-conflict-link") }</a></p>
            if !props.is_renewed {
                <p class="mt-4"><Button class="btn-2 btn-small" busy={props.is_busy} onclick={props.renew.reform(|_: MouseEvent| ())}>{ text.t("edit-conflict-renew") }</Button></p>
            }
            if let Some(error) = &props.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </Notice>
    }
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
    let (kind, id) = (props.thread.kind, props.thread.id);
    let (upon, is_renewed) = (use_state_eq(|| props.thread.opening.version), use_state_eq(|| false));
    let version = *upon;
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
    let renew = {
        let (upon, is_renewed) = (upon.clone(), is_renewed.clone());
        use_mutation(
            move |client, ()| async move { get(client, kind, id).await },
            Callback::from(move |now: Thread| {
                upon.set(now.opening.version);
                is_renewed.set(true);
            }),
        )
    };
    let errors = FormErrors::of(&text, save.error.as_ref());
    use_title(errors.title(&text, text.t(if kind == ThreadKind::Question { "edit-title" } else { "edit-discussion" })));
    let back = Route::of_thread(kind, id.0, props.thread.slug.clone());
    let onsubmit = {
        let (draft, save, is_renewed) = (draft.clone(), save.run.clone(), is_renewed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_renewed.set(false);
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
                    <EditConflict path={back.to_path()} is_renewed={*is_renewed} is_busy={renew.is_busy} error={renew.error.clone()} renew={renew.run.clone()} />
                }
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <QuestionFields question={draft} {kind} thread={id} {errors} />
                    <p class="row">
                        <Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button>
                        <Link to={back}>{ text.t("cancel") }</Link>
                    </p>
                </form>
            </div>
        </>
    }
}
