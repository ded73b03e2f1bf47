//! Deciding on an application.

use client::types::membership::{Application, ApplicationStatus, NewDecision, Outcome};
use yew::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Notice, TextField, date, icon};
use crate::hooks::{use_mutation, use_text};

/// Which application.
#[derive(PartialEq, Properties)]
pub struct DecisionProps {
    /// The application.
    pub application: Application,
    /// Called with the application as decided.
    pub replaced: Callback<Application>,
}

/// The form of a decision, or the decision that was taken.
#[component]
pub fn Decision(props: &DecisionProps) -> Html {
    let text = use_text();
    let application = &props.application;
    let message = use_state(String::new);
    let decide = {
        let (id, replaced) = (application.id, props.replaced.clone());
        use_mutation(
            move |client, new: NewDecision| async move { client.decide_application(id, &new).await },
            Callback::from(move |application: Application| replaced.emit(application)),
        )
    };
    match application.status {
        ApplicationStatus::Draft | ApplicationStatus::AwaitingConfirmation => {
            return html! { <Notice icon="mail"><p>{ text.t("decision-awaiting") }</p></Notice> };
        }
        ApplicationStatus::Submitted | ApplicationStatus::NeedsAnswer => {}
        ApplicationStatus::Withdrawn => {
            return html! { <Notice><p>{ text.t("decision-withdrawn") }</p></Notice> };
        }
        ApplicationStatus::Approved | ApplicationStatus::Rejected => {
            let is_approved = application.status == ApplicationStatus::Approved;
            let words = match (&application.decided_by, is_approved) {
                (Some(name), true) => text.with("decision-approved", &[("name", name)]),
                (Some(name), false) => text.with("decision-rejected", &[("name", name)]),
                (None, _) => text.t("decision-by-rule"),
            };
            return html! {
                <Notice tone={if is_approved { "is-ok" } else { "" }} icon={if is_approved { "circle-check" } else { "info" }} is_status=true>
                    <p><b>{ words }</b>
                        if let Some(at) = application.decided_at { { " " }{ date(&text, at) } }</p>
                    if let Some(message) = &application.message { <p>{ message }</p> }
                </Notice>
            };
        }
    }
    let errors = FormErrors::of(&text, decide.error.as_ref());
    let choose = |outcome: Outcome| {
        let (message, run) = (message.clone(), decide.run.clone());
        Callback::from(move |_: MouseEvent| {
            let message = Some(message.trim().to_owned()).filter(|message| !message.is_empty());
            run.emit(NewDecision { outcome, message });
        })
    };
    html! {
        <section aria-labelledby="decision-title" class="flow">
            <h3 id="decision-title">{ text.t("decision-title") }</h3>
            <ErrorSummary errors={errors.clone()} failures={decide.failures} />
            <TextField id="message" rows=4 label={text.t("decision-message")} hint={text.t("decision-hint")} optional=true
                value={message.clone()} error={errors.at("message")} />
            <p class="row">
                <Button busy={decide.is_busy} onclick={choose(Outcome::Approved)}>{ icon("check") }{ text.t("approve") }</Button>
                <Button class="btn-2" onclick={choose(Outcome::Rejected)}>{ text.t("reject") }</Button>
            </p>
        </section>
    }
}
