//! Signing in with a passkey, or with a mailed link.

use client::types::accounts::{LinkSecret, NewMailedLink, PasskeyAnswer};
use yew::prelude::*;

use super::passkeys::use_passkey_answer;
use super::sign_in::{next_query, use_entering, use_next, use_second_step};
use crate::components::{Button, ErrorSummary, FormErrors, Link, Notice, TextField, error_text};
use crate::hooks::{fragment_token, has_passkeys, use_mutation, use_text, use_title};
use crate::routes::Route;

/// Signing in without a password: with the link that was opened, or the ways there are.
#[component]
pub fn OtherSignInPage() -> Html {
    let text = use_text();
    let token = use_state(fragment_token);
    let next = use_next();
    use_title(text.t("ways-title"));
    html! {
        <div class="narrow mt-6 mb-7 flow flow-6">
            <h1>{ text.t("ways-title") }</h1>
            if let Some(token) = &*token {
                <ByLink token={token.clone()} />
            } else {
                <ByPasskey />
                <AskForLink />
            }
            <p><Link to={Route::SignIn} query={next_query(next.as_ref())}>{ text.t("ways-back") }</Link></p>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ByLinkProps {
    token: String,
}

/// A link was opened. It takes a press to use it up, which nothing that only looks at links in mails does.
#[component]
fn ByLink(props: &ByLinkProps) -> Html {
    let text = use_text();
    let enter = use_entering();
    let sign_in =
        use_mutation(|client, secret: LinkSecret| async move { client.sign_in_with_link(&secret).await }, enter);
    use_second_step(sign_in.error.as_ref());
    let token = props.token.clone();
    html! {
        <>
            <p class="lead">{ text.t("ways-by-link") }</p>
            if let Some(error) = &sign_in.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            <p><Button busy={sign_in.is_busy} onclick={sign_in.run.reform(move |_: MouseEvent| LinkSecret { token: token.clone() })}>{ text.t("sign-in") }</Button></p>
            if sign_in.error.is_some() { <AskForLink /> }
        </>
    }
}

#[component]
fn ByPasskey() -> Html {
    let text = use_text();
    let enter = use_entering();
    let sign_in =
        use_mutation(|client, answer: PasskeyAnswer| async move { client.sign_in_with_passkey(&answer).await }, enter);
    let passkey = use_passkey_answer(sign_in.run.clone());
    if !has_passkeys() {
        return html! {};
    }
    let errors = FormErrors::of(&text, sign_in.error.as_ref());
    let failure = passkey.failure.map(|words| text.t(words));
    let failure = failure.or(errors.general).or_else(|| errors.fields.into_iter().next().map(|(_, words)| words));
    html! {
        <section aria-labelledby="ways-passkey-title" class="flow">
            <h2 id="ways-passkey-title">{ text.t("ways-passkey-title") }</h2>
            <p>{ text.t("ways-passkey-text") }</p>
            if let Some(words) = failure { <p class="error" role="alert">{ words }</p> }
            <p><Button busy={passkey.is_busy || sign_in.is_busy} onclick={passkey.ask.reform(|_: MouseEvent| ())}>{ text.t("ways-passkey") }</Button></p>
        </section>
    }
}

/// Asking for a mailed link.
#[component]
fn AskForLink() -> Html {
    let text = use_text();
    let email = use_state(String::new);
    let is_sent = use_state_eq(|| false);
    let request = {
        let is_sent = is_sent.clone();
        use_mutation(
            |client, new: NewMailedLink| async move { client.request_sign_in_link(&new).await },
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
        <section aria-labelledby="ways-link-title" class="flow">
            <h2 id="ways-link-title">{ text.t("ways-link-title") }</h2>
            if *is_sent {
                <Notice tone="is-ok" icon="mail" is_status=true><p><b>{ text.t("ways-link-sent") }</b>{ " " }{ text.t("ways-link-sent-text") }</p></Notice>
            } else {
                <p>{ text.t("ways-link-text") }</p>
                <ErrorSummary errors={errors.clone()} failures={request.failures} />
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <TextField id="email" kind="email" autocomplete="username" label={text.t("email")} value={email} error={errors.at("email")} />
                    <p><Button class="btn-2" submit=true busy={request.is_busy}>{ text.t("ways-link-send") }</Button></p>
                </form>
            }
        </section>
    }
}
