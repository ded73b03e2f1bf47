//! The member's second factor.

use client::types::accounts::{NewSecondFactor, RecoveryCodes, Role, SecondFactor, SecondFactorSecret};
use yew::prelude::*;

use super::AccountFrame;
use crate::components::{Button, ErrorSummary, FormErrors, Gate, Notice, TextField, error_text, load};
use crate::hooks::{use_mutation, use_query, use_session, use_text, use_title};
use crate::routes::Route;

/// The member's second factor.
#[component]
pub fn SecondFactorPage() -> Html {
    html! { <Gate role={Role::Applicant}><SecondFactorContent /></Gate> }
}

#[component]
fn SecondFactorContent() -> Html {
    let text = use_text();
    use_title(text.t("factor-title"));
    let session = use_session();
    let factor = use_query((), |client, ()| async move { client.get_second_factor().await });
    let codes = use_state(|| None::<RecoveryCodes>);
    // What the session may do has changed: it says so when it is renewed.
    let renew = use_mutation(|client, ()| async move { client.refresh_session().await }, session.begin.clone());
    let changed = {
        let (reload, run) = (factor.reload.clone(), renew.run.clone());
        Callback::from(move |()| {
            reload.emit(());
            run.emit(());
        })
    };
    let given = {
        let (codes, changed) = (codes.clone(), changed.clone());
        Callback::from(move |new: RecoveryCodes| {
            codes.set(Some(new));
            changed.emit(());
        })
    };
    let kept = {
        let codes = codes.clone();
        Callback::from(move |_: MouseEvent| codes.set(None))
    };
    html! {
        <AccountFrame here={Route::SecondFactor} lead={codes.is_none().then_some("factor-lead")}>
            <div class="flow flow-5">
                if let Some(codes) = &*codes {
                    <h2>{ text.t("factor-codes-title") }</h2>
                    <Notice tone="is-warn" icon="triangle-alert" is_status=true><p>{ text.t("factor-codes-text") }</p></Notice>
                    <ul class="plain flow">{ for codes.codes.iter().map(|code| html! { <li key={code.clone()}><code>{ code }</code></li> }) }</ul>
                    <p><Button onclick={kept}>{ text.t("factor-codes-kept") }</Button></p>
                } else {
                    { load(&factor, |factor| if factor.confirmed_at.is_some() {
                        html! { <On factor={factor.clone()} given={given.clone()} changed={changed.clone()} /> }
                    } else {
                        html! { <Off is_required={factor.is_required} given={given.clone()} /> }
                    }) }
                }
            </div>
        </AccountFrame>
    }
}

#[derive(PartialEq, Properties)]
struct OnProps {
    factor: SecondFactor,
    given: Callback<RecoveryCodes>,
    changed: Callback<()>,
}

/// It is on: new recovery codes, or off again.
#[component]
fn On(props: &OnProps) -> Html {
    let text = use_text();
    let renew = use_mutation(|client, ()| async move { client.renew_recovery_codes().await }, props.given.clone());
    let remove = use_mutation(|client, ()| async move { client.remove_second_factor().await }, props.changed.clone());
    let left = i64::try_from(props.factor.recovery_codes_left).unwrap_or(i64::MAX);
    html! {
        <>
            <Notice tone="is-ok" icon="circle-check"><p><b>{ text.t("factor-on") }</b>{ " " }{ text.count("factor-on-text", left) }</p></Notice>
            if let Some(error) = renew.error.as_ref().or(remove.error.as_ref()) {
                <p class="error" role="alert">{ error_text(&text, error) }</p>
            }
            <p class="row">
                <Button busy={renew.is_busy} onclick={renew.run.reform(|_: MouseEvent| ())}>{ text.t("factor-renew") }</Button>
                <Button class="btn-2" busy={remove.is_busy} onclick={remove.run.reform(|_: MouseEvent| ())}>{ text.t("factor-off") }</Button>
            </p>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct OffProps {
    is_required: bool,
    given: Callback<RecoveryCodes>,
}

/// It is off: the secret for the app, then a code of it.
#[component]
fn Off(props: &OffProps) -> Html {
    let text = use_text();
    let secret = use_state(|| None::<SecondFactorSecret>);
    let code = use_state(String::new);
    let begin = {
        let secret = secret.clone();
        use_mutation(
            |client, ()| async move { client.begin_second_factor().await },
            Callback::from(move |new| secret.set(Some(new))),
        )
    };
    let confirm = use_mutation(
        |client, new: NewSecondFactor| async move { client.confirm_second_factor(&new).await },
        props.given.clone(),
    );
    let onsubmit = {
        let (code, run) = (code.clone(), confirm.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewSecondFactor { code: code.trim().to_owned() });
        })
    };
    let errors = FormErrors::of(&text, confirm.error.as_ref());
    let Some(secret) = &*secret else {
        return html! {
            <>
                if props.is_required { <Notice icon="lock"><p>{ text.t("factor-required") }</p></Notice> }
                if let Some(error) = &begin.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                <p><Button busy={begin.is_busy} onclick={begin.run.reform(|_: MouseEvent| ())}>{ text.t("factor-begin") }</Button></p>
            </>
        };
    };
    let size = secret.qr_size + 8;
    // In groups of four, as one types it.
    let letters: Vec<char> = secret.secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    html! {
        <>
            <h2>{ text.t("factor-scan-title") }</h2>
            <svg class="qr" viewBox={format!("-4 -4 {size} {size}")} role="img" aria-label={text.t("factor-qr")}>
                <rect x="-4" y="-4" width={size.to_string()} height={size.to_string()} fill="#fff" />
                <path d={secret.qr_path.clone()} fill="#000" />
            </svg>
            <p>{ text.t("factor-scan-text") }{ " " }<code>{ groups.join(" ") }</code></p>
            <h2>{ text.t("factor-confirm-title") }</h2>
            <ErrorSummary errors={errors.clone()} failures={confirm.failures} />
            <form novalidate=true class="flow flow-5" {onsubmit}>
                <TextField id="code" short=true autocomplete="one-time-code" label={text.t("code")} hint={text.t("code-hint")}
                    value={code} error={errors.at("code")} />
                <p><Button submit=true busy={confirm.is_busy}>{ text.t("factor-confirm") }</Button></p>
            </form>
        </>
    }
}
