//! Changing the address that mail goes to.

use client::types::accounts::{EmailChange, LinkSecret, NewMailedLink, Role};
use yew::prelude::*;

use super::AccountFrame;
use crate::components::{Button, ErrorSummary, FormErrors, Gate, Link, Notice, TextField, error_text};
use crate::hooks::{fragment_token, use_mutation, use_session, use_text, use_title};
use crate::routes::Route;

/// Asking for another address, or confirming one with the link that was opened, which needs no session.
#[component]
pub fn EmailChangePage() -> Html {
    let text = use_text();
    let token = use_state(fragment_token);
    use_title(text.t("address-title"));
    let Some(token) = &*token else {
        return html! { <Gate role={Role::Applicant}><Ask /></Gate> };
    };
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ text.t("address-title") }</h1>
            <Confirm token={token.clone()} />
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ConfirmProps {
    token: String,
}

/// A link was opened. It takes a press to use it up, which nothing that only looks at links in mails does.
#[component]
fn Confirm(props: &ConfirmProps) -> Html {
    let text = use_text();
    let change = use_state(|| None::<EmailChange>);
    let confirm = {
        let change = change.clone();
        use_mutation(
            |client, secret: LinkSecret| async move { client.confirm_email_change(&secret).await },
            Callback::from(move |new| change.set(Some(new))),
        )
    };
    let token = props.token.clone();
    match &*change {
        Some(change) if change.is_done => html! {
            <>
                <Notice tone="is-ok" icon="circle-check" is_status=true><p>{ text.t("address-done") }</p></Notice>
                <p><Link to={Route::Account}>{ text.t("back-to-account") }</Link></p>
            </>
        },
        Some(_) => html! { <Notice icon="mail" is_status=true><p>{ text.t("address-waiting") }</p></Notice> },
        None => html! {
            <>
                <p class="lead">{ text.t("address-confirm-lead") }</p>
                if let Some(error) = &confirm.error {
                    <p class="error" role="alert">{ error_text(&text, error) }</p>
                    <p><Link to={Route::Account}>{ text.t("address-again") }</Link></p>
                }
                <p><Button busy={confirm.is_busy} onclick={confirm.run.reform(move |_: MouseEvent| LinkSecret { token: token.clone() })}>{ text.t("address-confirm") }</Button></p>
            </>
        },
    }
}

#[component]
fn Ask() -> Html {
    let text = use_text();
    let session = use_session();
    let email = use_state(String::new);
    let is_sent = use_state_eq(|| false);
    let request = {
        let is_sent = is_sent.clone();
        use_mutation(
            |client, new: NewMailedLink| async move { client.request_email_change(&new).await },
            Callback::from(move |()| is_sent.set(true)),
        )
    };
    let errors = FormErrors::of(&text, request.error.as_ref());
    let onsubmit = {
        let (email, run) = (email.clone(), request.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewMailedLink { email: email.trim().to_owned() });
        })
    };
    html! {
        <AccountFrame here={Route::EmailChange} lead={(!*is_sent).then_some("address-lead")}>
            <div class="flow flow-5">
                if *is_sent {
                    <Notice tone="is-ok" icon="mail" is_status=true><p><b>{ text.t("address-sent") }</b>{ " " }{ text.t("address-sent-text") }</p></Notice>
                } else {
                    <ErrorSummary errors={errors.clone()} failures={request.failures} />
                    if let Some(member) = &session.member {
                        <dl class="facts"><div><dt>{ text.t("address-now") }</dt><dd>{ &member.email }</dd></div></dl>
                    }
                    <form novalidate=true class="flow flow-5" {onsubmit}>
                        <TextField id="email" kind="email" autocomplete="email" label={text.t("address-new")} value={email} error={errors.at("email")} />
                        <p><Button submit=true busy={request.is_busy}>{ text.t("address-send") }</Button></p>
                    </form>
                }
            </div>
        </AccountFrame>
    }
}
