//! After applying: the mail, and the link in it.

use client::types::accounts::NewMailedLink;
use yew::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Notice, TextField};
use crate::hooks::{use_mutation, use_text, use_title};
use crate::pages::account::PasswordFromLink;
use crate::routes::Route;

/// Look in your mail.
#[component]
pub fn JoinSentPage() -> Html {
    let text = use_text();
    use_title(text.t("sent-title"));
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ text.t("sent-title") }</h1>
            <p class="lead">{ text.t("sent-text") }</p>
            <Resend />
        </div>
    }
}

/// Asking for the mail again.
#[component]
fn Resend() -> Html {
    let text = use_text();
    let email = use_state(String::new);
    let is_sent = use_state_eq(|| false);
    let resend = {
        let is_sent = is_sent.clone();
        use_mutation(
            |client, new: NewMailedLink| async move { client.resend_confirmation(&new).await },
            Callback::from(move |()| is_sent.set(true)),
        )
    };
    let errors = FormErrors::of(&text, resend.error.as_ref());
    let onsubmit = {
        let (email, run) = (email.clone(), resend.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewMailedLink { email: email.trim().to_owned() });
        })
    };
    html! {
        <details>
            <summary class="strong">{ text.t("resend-title") }</summary>
            <div class="mt-4">
                if *is_sent {
                    <Notice tone="is-ok" icon="mail" is_status=true><p>{ text.t("resend-sent") }</p></Notice>
                } else {
                    <ErrorSummary errors={errors.clone()} failures={resend.failures} />
                    <form novalidate=true class="flow" {onsubmit}>
                        <TextField id="email" kind="email" autocomplete="email" label={text.t("email")} value={email} error={errors.at("email")} />
                        <p><Button class="btn-2" submit=true busy={resend.is_busy}>{ text.t("resend-send") }</Button></p>
                    </form>
                }
            </div>
        </details>
    }
}

/// Confirming the address.
#[component]
pub fn ConfirmPage() -> Html {
    let text = use_text();
    html! {
        <PasswordFromLink title={text.t("confirm-title")} lead={text.t("confirm-lead")} button={text.t("confirm-send")}
            leads_to={Route::MyApplication} confirms=true renew={html! { <Resend /> }} />
    }
}
