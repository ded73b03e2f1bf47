//! Where the application stands, and the conversation with staff.

use client::types::accounts::Role;
use client::types::membership::{ApplicationStatus, MyApplication, NewReply};
use yew::prelude::*;

use super::conversation::conversation_entry;
use crate::components::{Button, ErrorSummary, FormErrors, Gate, Link, Notice, TextField, date, error_text, load};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// Where the application stands.
#[component]
pub fn MyApplicationPage() -> Html {
    let text = use_text();
    use_title(text.t("my-application-title"));
    html! { <Gate role={Role::Applicant}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let application = use_query((), |client, ()| async move { client.get_my_application().await });
    load(
        &application,
        |loaded| html! { <Standing application={loaded.clone()} replaced={application.replace.clone()} /> },
    )
}

#[derive(PartialEq, Properties)]
struct StandingProps {
    application: MyApplication,
    replaced: Callback<MyApplication>,
}

#[component]
fn Standing(props: &StandingProps) -> Html {
    let text = use_text();
    let application = &props.application;
    let (tone, icon) = match application.status {
        ApplicationStatus::Draft | ApplicationStatus::AwaitingConfirmation => ("is-warn", "mail"),
        ApplicationStatus::Submitted => ("", "clock"),
        ApplicationStatus::NeedsAnswer => ("is-warn", "message-circle"),
        ApplicationStatus::Approved => ("is-ok", "circle-check"),
        ApplicationStatus::Rejected | ApplicationStatus::Withdrawn => ("is-warn", "info"),
    };
    let is_open = matches!(application.status, ApplicationStatus::Submitted | ApplicationStatus::NeedsAnswer);
    let status = application.status.as_str();
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ text.t("my-application-title") }</h1>
            <Notice {tone} {icon} is_status=true>
                <p><b>{ text.t(&format!("standing-{status}")) }</b>{ " " }{ text.t(&format!("standing-text-{status}")) }</p>
            </Notice>
            <dl class="facts">
                <div><dt>{ text.t(if application.is_joining { "standing-joins" } else { "standing-for" }) }</dt><dd>{ &application.organisation }</dd></div>
                <div><dt>{ text.t("standing-sent") }</dt><dd>{ date(&text, application.created_at) }</dd></div>
                if let Some(decided) = application.decided_at {
                    <div><dt>{ text.t(if application.status == ApplicationStatus::Withdrawn { "standing-withdrawn-on" } else { "standing-decided" }) }</dt><dd>{ date(&text, decided) }</dd></div>
                }
            </dl>
            if let Some(message) = &application.message {
                <section aria-labelledby="message"><h2 id="message" class="t-l mb-3">{ text.t("standing-message") }</h2><p class="lines">{ message }</p></section>
            }
            if is_open || !application.conversation.is_empty() {
                <section aria-labelledby="conversation-title">
                    <h2 id="conversation-title" class="t-l mb-3">{ text.t("conversation-title") }</h2>
                    if application.conversation.is_empty() {
                        <p class="muted">{ text.t("conversation-none-mine") }</p>
                    } else {
                        <ol class="thread flow flow-s">
                            { for application.conversation.iter().map(|message| conversation_entry(&text, message, message.is_applicant)) }
                        </ol>
                    }
                    if is_open { <Answer replaced={props.replaced.clone()} /> }
                </section>
            }
            if is_open { <Withdraw replaced={props.replaced.clone()} /> }
            if application.status == ApplicationStatus::Approved {
                <p><Link class="btn" to={Route::Ask}>{ text.t("ask-question") }</Link></p>
            } else {
                <p class="row">
                    if matches!(application.status, ApplicationStatus::Rejected | ApplicationStatus::Withdrawn) {
                        <Link class="btn btn-2" to={Route::Join}>{ text.t("standing-again") }</Link>
                    }
                    <Link to={Route::Questions}>{ text.t("standing-read") }</Link>
                </p>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ReplacedProps {
    replaced: Callback<MyApplication>,
}

/// Writing to staff.
#[component]
fn Answer(props: &ReplacedProps) -> Html {
    let text = use_text();
    let body = use_state(String::new);
    let answer = {
        let (replaced, body) = (props.replaced.clone(), body.clone());
        use_mutation(
            |client, new: NewReply| async move { client.answer_application(&new).await },
            Callback::from(move |application: MyApplication| {
                body.set(String::new());
                replaced.emit(application);
            }),
        )
    };
    let errors = FormErrors::of(&text, answer.error.as_ref());
    let onsubmit = {
        let (body, run) = (body.clone(), answer.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewReply { body: (*body).clone() });
        })
    };
    html! {
        <form novalidate=true class="mt-4 flow" {onsubmit}>
            <ErrorSummary errors={errors.clone()} failures={answer.failures} />
            <TextField id="body" rows=4 label={text.t("conversation-to-staff")} value={body} error={errors.at("body")} />
            <p><Button submit=true busy={answer.is_busy}>{ text.t("conversation-send") }</Button></p>
        </form>
    }
}

/// Withdrawing, in two steps.
#[component]
fn Withdraw(props: &ReplacedProps) -> Html {
    let text = use_text();
    let withdraw =
        use_mutation(|client, ()| async move { client.withdraw_application().await }, props.replaced.clone());
    html! {
        <details>
            <summary>{ text.t("withdraw-title") }</summary>
            <div class="flow mt-4">
                <p>{ text.t("withdraw-text") }</p>
                if let Some(error) = &withdraw.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                <p><Button class="btn-bad" busy={withdraw.is_busy} onclick={withdraw.run.reform(|_: MouseEvent| ())}>{ text.t("withdraw") }</Button></p>
            </div>
        </details>
    }
}
