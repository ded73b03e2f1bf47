//! Setting a password with the secret of a mailed link.

use client::types::accounts::{NewMailedLink, NewPassword, Session as SignedIn};
use yew::prelude::*;
use yew_router::prelude::*;

use super::sign_in::use_second_step;
use crate::components::{Button, ErrorSummary, FormErrors, Link, Notice, TextField};
use crate::hooks::{fragment_token, use_mutation, use_session, use_text, use_title};
use crate::routes::Route;

/// Asking for a mailed link.
#[component]
pub fn ForgottenPasswordPage() -> Html {
    let text = use_text();
    let email = use_state(String::new);
    let is_sent = use_state_eq(|| false);
    let request = {
        let is_sent = is_sent.clone();
        use_mutation(
            |client, new: NewMailedLink| async move { client.request_password_reset(&new).await },
            Callback::from(move |()| is_sent.set(true)),
        )
    };
    let errors = FormErrors::of(&text, request.error.as_ref());
    use_title(errors.title(&text, text.t("forgotten-title")));
    let onsubmit = {
        let (email, run) = (email.clone(), request.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewMailedLink { email: email.trim().to_owned() });
        })
    };
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ text.t("forgotten-title") }</h1>
            if *is_sent {
                <Notice tone="is-ok" icon="mail" is_status=true><p><b>{ text.t("forgotten-sent") }</b>{ " " }{ text.t("forgotten-sent-text") }</p></Notice>
            } else {
                <ErrorSummary errors={errors.clone()} failures={request.failures} />
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <TextField id="email" kind="email" autocomplete="username" label={text.t("email")}
                        hint={text.t("forgotten-hint")} value={email} error={errors.at("email")} />
                    <p><Button submit=true busy={request.is_busy}>{ text.t("forgotten-send") }</Button></p>
                </form>
            }
        </div>
    }
}

/// Setting a new password.
#[component]
pub fn ResetPasswordPage() -> Html {
    let text = use_text();
    html! {
        <PasswordFromLink title={text.t("reset-title")} lead={text.t("reset-lead")} button={text.t("reset-send")} leads_to={Route::Home}
            renew={html! { <Link to={Route::ForgottenPassword}>{ text.t("reset-again") }</Link> }} />
    }
}

/// What a page that sets a password says.
#[derive(PartialEq, Properties)]
pub struct PasswordFromLinkProps {
    /// Its title.
    pub title: AttrValue,
    /// What it is for.
    pub lead: AttrValue,
    /// What its button says.
    pub button: AttrValue,
    /// Where it leads when it is done.
    pub leads_to: Route,
    /// How to get another link.
    pub renew: Html,
    /// Whether the link confirms an application rather than resets a password.
    #[prop_or_default]
    pub confirms: bool,
}

/// A page that sets a password with the secret of a mailed link.
#[component]
pub fn PasswordFromLink(props: &PasswordFromLinkProps) -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    let token = use_state(fragment_token);
    let password = use_state(String::new);
    let confirms = props.confirms;
    let set = {
        let leads_to = props.leads_to.clone();
        use_mutation(
            move |client, new: NewPassword| async move {
                if confirms { client.confirm_application(&new).await } else { client.reset_password(&new).await }
            },
            Callback::from(move |signed_in: SignedIn| {
                session.begin.emit(signed_in);
                if let Some(navigator) = &navigator {
                    // The address with the secret is not kept among the pages that Back leads to.
                    navigator.replace(&leads_to);
                }
            }),
        )
    };
    use_second_step(set.error.as_ref());
    let errors = FormErrors::of(&text, set.error.as_ref());
    use_title(errors.title(&text, props.title.clone()));
    let onsubmit = {
        let (token, password, run) = (token.clone(), password.clone(), set.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(token) = &*token {
                run.emit(NewPassword { token: token.clone(), password: (*password).clone() });
            }
        })
    };
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ &props.title }</h1>
            if token.is_none() {
                <Notice tone="is-warn" icon="triangle-alert"><p>{ text.t("link-incomplete") }{ " " }{ props.renew.clone() }</p></Notice>
            } else {
                <p class="lead">{ &props.lead }</p>
                <ErrorSummary errors={errors.clone()} failures={set.failures} />
                if set.error.is_some() && errors.fields.is_empty() { <p>{ props.renew.clone() }</p> }
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <TextField id="password" kind="password" autocomplete="new-password" label={text.t("password-new")}
                        hint={text.t("password-hint")} value={password} error={errors.at("password")} />
                    <p><Button submit=true busy={set.is_busy}>{ &props.button }</Button></p>
                </form>
            }
        </div>
    }
}
