//! Asking a question.

use client::types::forum::{NewQuestion, Question};
use yew::prelude::*;
use yew_router::prelude::*;

use super::form::{QuestionFields, use_question_draft};
use crate::components::{Button, ErrorSummary, FormErrors, Gate};
use crate::hooks::{store_draft, use_mutation, use_text, use_title};
use crate::routes::Route;

/// The name of the draft on this device.
const DRAFT: &str = "question";

/// Asking a question.
#[component]
pub fn AskPage() -> Html {
    html! { <Gate><AskForm /></Gate> }
}

#[component]
fn AskForm() -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let question = use_question_draft(Some(DRAFT));
    let missing_shelf = use_state_eq(|| 0_u32);
    {
        // Words that were searched for without success come along.
        let title = question.title.clone();
        let searched = use_location()
            .and_then(|location| location.query::<Vec<(String, String)>>().ok())
            .and_then(|pairs| pairs.into_iter().find(|(name, _)| name == "title"))
            .map(|(_, words)| words);
        use_effect_with(searched, move |searched| {
            if let Some(words) = searched {
                title.set(words.clone());
            }
        });
    }
    let ask = use_mutation(
        |client, new: NewQuestion| async move { client.ask_question(&new).await },
        Callback::from(move |asked: Question| {
            store_draft(DRAFT, "");
            if let Some(navigator) = &navigator {
                navigator.replace(&Route::Question { id: asked.id.0, slug: asked.slug });
            }
        }),
    );
    let mut errors = FormErrors::of(&text, ask.error.as_ref());
    if *missing_shelf > 0 && question.shelf_id().is_none() {
        errors = FormErrors { fields: vec![("shelf_id".into(), text.t("shelf-missing"))], general: None };
    }
    use_title(errors.title(&text, text.t("ask-title")));
    let onsubmit = {
        let (question, ask, missing_shelf) = (question.clone(), ask.run.clone(), missing_shelf.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(shelf_id) = question.shelf_id() else {
                missing_shelf.set(*missing_shelf + 1);
                return;
            };
            ask.emit(NewQuestion {
                title: question.title.trim().to_owned(),
                body: (*question.body).clone(),
                shelf_id,
                tags: question.tag_list(),
            });
        })
    };
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("ask-title") }</h1><p class="lead">{ text.t("ask-lead") }</p></div></div>
            <div class="cols">
                <div>
                    <ErrorSummary errors={errors.clone()} failures={ask.failures + *missing_shelf} />
                    <form novalidate=true class="flow flow-5" {onsubmit}>
                        <QuestionFields {question} {errors} draft={AttrValue::Static(DRAFT)} />
                        <p><Button submit=true busy={ask.is_busy}>{ text.t(if ask.is_busy { "ask-busy" } else { "ask-send" }) }</Button></p>
                    </form>
                </div>
                <aside>
                    <section class="panel">
                        <h2>{ text.t("ask-tips-title") }</h2>
                        <ul class="links t-s">
                            <li>{ text.t("ask-tip-1") }</li><li>{ text.t("ask-tip-2") }</li><li>{ text.t("ask-tip-3") }</li>
                        </ul>
                    </section>
                </aside>
            </div>
        </>
    }
}
