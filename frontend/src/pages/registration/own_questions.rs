//! The network's own questions in the form.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use client::types::FormQuestionId;
use client::types::membership::{Bilingual, FormQuestion, FormQuestionKind, OrganisationKind};
use yew::prelude::*;

use crate::components::{CheckField, FormErrors, SelectField, TextField};
use crate::hooks::{use_query, use_text};
use crate::text::{Language, Text};

/// The answers by question, with whom it was put to once that is known. They are read when the form is sent, and need
/// not be drawn.
pub type OwnAnswers = Rc<RefCell<BTreeMap<FormQuestionId, (Option<OrganisationKind>, String)>>>;

/// Whose questions, and the answers.
#[derive(PartialEq, Properties)]
pub struct OwnQuestionsProps {
    /// Whom the questions are put to.
    pub member_type: OrganisationKind,
    /// The answers.
    pub answers: OwnAnswers,
    /// What is wrong.
    pub errors: FormErrors,
}

/// The network's own questions for a member type.
#[component]
pub fn OwnQuestions(props: &OwnQuestionsProps) -> Html {
    let questions = use_query((), |client, ()| async move { client.list_form_questions().await });
    // Without them the form can still be sent: the server says which must be answered.
    let questions = questions.ready().map(|questions| (*questions).clone()).unwrap_or_default();
    html! {
        { for questions.into_iter().filter(|question| question.member_type == props.member_type).map(|question| html! {
            <OwnQuestion key={question.id.0} question={question.clone()} answers={props.answers.clone()} errors={props.errors.clone()} />
        }) }
    }
}

#[derive(PartialEq, Properties)]
struct OwnQuestionProps {
    question: FormQuestion,
    answers: OwnAnswers,
    errors: FormErrors,
}

fn said(text: &Text, words: &Bilingual) -> AttrValue {
    let is_welsh = text.language == Language::Welsh && !words.cy.is_empty();
    if is_welsh { words.cy.clone().into() } else { words.en.clone().into() }
}

#[component]
fn OwnQuestion(props: &OwnQuestionProps) -> Html {
    let text = use_text();
    let question = &props.question;
    let known = props.answers.borrow().get(&question.id).map(|(_, answer)| answer.clone()).unwrap_or_default();
    let is_ticked = use_state(|| known == "yes");
    let value = use_state(|| known);
    {
        let (answers, id, kind) = (props.answers.clone(), question.id, question.kind);
        let member_type = question.member_type;
        use_effect_with(((*value).clone(), *is_ticked), move |(value, is_ticked)| {
            let yes_no = if *is_ticked { "yes" } else { "no" };
            let answer = if kind == FormQuestionKind::YesNo { yes_no.to_owned() } else { value.clone() };
            answers.borrow_mut().insert(id, (Some(member_type), answer));
        });
    }
    let id = format!("form_answers.{}", question.id);
    let label = said(&text, &question.label);
    let hint = Some(said(&text, &question.hint)).filter(|hint| !hint.is_empty());
    let error = props.errors.at(&id);
    let optional = !question.is_required;
    match question.kind {
        FormQuestionKind::Text => html! { <TextField {id} {label} {hint} {error} {optional} {value} /> },
        FormQuestionKind::LongText => html! { <TextField {id} {label} {hint} {error} {optional} {value} rows=4 /> },
        FormQuestionKind::YesNo => html! { <CheckField {id} {label} {hint} {error} value={is_ticked} /> },
        FormQuestionKind::Choice => {
            let none = std::iter::once((AttrValue::default(), text.t("choice-none")));
            let options = question.options.iter().map(|option| (option.en.clone().into(), said(&text, option)));
            html! { <SelectField {id} {label} {hint} {error} {value} options={none.chain(options).collect::<Vec<_>>()} /> }
        }
    }
}
