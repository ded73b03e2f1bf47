//! Changing a question.

use client::types::forum::{Question, QuestionPatch};
use client::types::{ErrorCode, QuestionId};
use yew::prelude::*;
use yew_router::prelude::*;

use super::form::{QuestionFields, use_question_draft};
use crate::components::{Button, ErrorSummary, FormErrors, Gate, Link, Notice, load};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// Which question.
#[derive(PartialEq, Properties)]
pub struct EditQuestionPageProps {
    /// The question's id.
    pub id: i64,
}

/// Changing a question.
#[component]
pub fn EditQuestionPage(props: &EditQuestionPageProps) -> Html {
    let question = use_query(QuestionId(props.id), |client, id| async move { client.get_question(id).await });
    html! { <Gate>{ load(&question, |question| html! { <EditForm question={question.clone()} /> }) }</Gate> }
}

#[derive(PartialEq, Properties)]
struct EditFormProps {
    question: Question,
}

#[component]
fn EditForm(props: &EditFormProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let draft = use_question_draft(None);
    {
        let draft = draft.clone();
        use_effect_with(props.question.id, {
            let question = props.question.clone();
            move |_| {
                draft.title.set(question.title);
                draft.body.set(question.body);
                draft.shelf.set(question.shelf.id.to_string());
                draft.tags.set(question.tags.join(", "));
            }
        });
    }
    let (id, version) = (props.question.id, props.question.version);
    let save = use_mutation(
        move |client, patch: QuestionPatch| async move { client.update_question(id, version, &patch).await },
        Callback::from(move |saved: Question| {
            if let Some(navigator) = &navigator {
                navigator.replace(&Route::Question { id: saved.id.0, slug: saved.slug });
            }
        }),
    );
    let errors = FormErrors::of(&text, save.error.as_ref());
    use_title(errors.title(&text, text.t("edit-title")));
    let back = Route::Question { id: id.0, slug: props.question.slug.clone() };
    let onsubmit = {
        let (draft, save) = (draft.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(QuestionPatch {
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
            <div class="pagehead"><div><h1>{ text.t("edit-title") }</h1></div></div>
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
