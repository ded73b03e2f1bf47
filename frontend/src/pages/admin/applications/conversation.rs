//! The conversation in an application, with notes that stay with staff.

use client::types::membership::{Application, ApplicationStatus, MessageKind, NewApplicationMessage};
use yew::prelude::*;

use crate::components::{Button, CheckField, ErrorSummary, FormErrors, TextField};
use crate::hooks::{use_mutation, use_text};
use crate::pages::registration::conversation_entry;

/// Which application.
#[derive(PartialEq, Properties)]
pub struct ConversationProps {
    /// The application.
    pub application: Application,
    /// Called with the application as it is then.
    pub replaced: Callback<Application>,
}

/// What was written, and the field to write more.
#[component]
pub fn Conversation(props: &ConversationProps) -> Html {
    let text = use_text();
    let application = &props.application;
    let body = use_state(String::new);
    let is_note = use_state(|| false);
    let asks = use_state(|| true);
    let write = {
        let (id, replaced, body) = (application.id, props.replaced.clone(), body.clone());
        use_mutation(
            move |client, new: NewApplicationMessage| async move { client.write_application_message(id, &new).await },
            Callback::from(move |application: Application| {
                body.set(String::new());
                replaced.emit(application);
            }),
        )
    };
    let errors = FormErrors::of(&text, write.error.as_ref());
    let is_open = matches!(application.status, ApplicationStatus::Submitted | ApplicationStatus::NeedsAnswer);
    let is_confirmed = application.confirmed_at.is_some();
    let notes_only = !is_confirmed;
    let onsubmit = {
        let (body, is_note, asks, run) = (body.clone(), is_note.clone(), asks.clone(), write.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let is_note = *is_note || notes_only;
            run.emit(NewApplicationMessage {
                kind: if is_note { MessageKind::Note } else { MessageKind::Message },
                body: (*body).clone(),
                asks: !is_note && is_open && *asks,
            });
        })
    };
    let label = if *is_note || notes_only {
        text.t("conversation-note")
    } else {
        text.with("conversation-reply", &[("name", &application.name)])
    };
    html! {
        <section aria-labelledby="conversation-title">
            <h3 id="conversation-title" class="mb-3">{ text.t("conversation-title") }</h3>
            if application.conversation.is_empty() {
                <p class="muted">{ text.t("conversation-none") }</p>
            } else {
                <ol class="thread flow flow-s">
                    { for application.conversation.iter().map(|message| conversation_entry(&text, message, !message.is_applicant)) }
                </ol>
            }
            <form novalidate=true class="mt-4 flow" {onsubmit}>
                <ErrorSummary errors={errors.clone()} failures={write.failures} />
                <TextField id="body" rows=4 {label} value={body} error={errors.at("body")} />
                if is_confirmed {
                    <CheckField id="is_note" label={text.t("conversation-is-note")} value={is_note.clone()} />
                    if is_open && !*is_note {
                        <CheckField id="asks" label={text.t("conversation-asks")} hint={text.t("conversation-asks-hint")} value={asks} />
                    }
                }
                <p><Button class="btn-2" submit=true busy={write.is_busy}>{ text.t(if *is_note || notes_only { "conversation-keep" } else { "conversation-send" }) }</Button></p>
            </form>
        </section>
    }
}
