//! The second step of signing in.

use client::types::ErrorCode;
use client::types::accounts::NewSecondStep;
use yew::prelude::*;

use super::sign_in::{next_query, use_entering, use_next};
use crate::components::{Button, ErrorSummary, FormErrors, Link, Notice, TextField};
use crate::hooks::{fragment_token, use_mutation, use_text, use_title};
use crate::routes::Route;

/// The second step of signing in.
#[component]
pub fn SecondStepPage() -> Html {
    let text = use_text();
    let challenge = use_state(fragment_token);
    let by_recovery = use_state_eq(|| false);
    let code = use_state(String::new);
    let next = use_next();
    let enter = use_entering();
    let sign_in =
        use_mutation(|client, new: NewSecondStep| async move { client.sign_in_with_second_factor(&new).await }, enter);
    let errors = FormErrors::of(&text, sign_in.error.as_ref());
    use_title(errors.title(&text, text.t("second-step-title")));
    let is_expired = sign_in.error.as_ref().is_some_and(|error| error.code() == Some(ErrorCode::LinkExpired));
    let onsubmit = {
        let (challenge, by_recovery, code, run) =
            (challenge.clone(), by_recovery.clone(), code.clone(), sign_in.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let given = Some(code.trim().to_owned());
            let (code, recovery_code) = if *by_recovery { (None, given) } else { (given, None) };
            run.emit(NewSecondStep { challenge: (*challenge).clone().unwrap_or_default(), code, recovery_code });
        })
    };
    let other = {
        let (by_recovery, code) = (by_recovery.clone(), code.clone());
        Callback::from(move |_: MouseEvent| {
            by_recovery.set(!*by_recovery);
            code.set(String::new());
        })
    };
    let again = |words: &str| {
        html! {
            <Notice tone="is-warn" icon="triangle-alert" is_status=true>
                <p>{ text.t(words) }{ " " }<Link to={Route::SignIn} query={next_query(next.as_ref())}>{ text.t("second-step-again") }</Link></p>
            </Notice>
        }
    };
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ text.t("second-step-title") }</h1>
            if challenge.is_none() {
                { again("second-step-incomplete") }
            } else if is_expired {
                { again("second-step-expired") }
            } else {
                <p class="lead">{ text.t("second-step-lead") }</p>
                <ErrorSummary errors={errors.clone()} failures={sign_in.failures} />
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    if *by_recovery {
                        <TextField key="recovery" id="recovery_code" autocomplete="off" label={text.t("recovery-code")}
                            hint={text.t("recovery-code-hint")} value={code} error={errors.at("recovery_code")} />
                    } else {
                        <TextField key="code" id="code" short=true autocomplete="one-time-code" label={text.t("code")}
                            hint={text.t("code-hint")} value={code} error={errors.at("code")} />
                    }
                    <p><Button submit=true busy={sign_in.is_busy}>{ text.t("second-step-send") }</Button></p>
                    <p>
                        <button type="button" class="btn-link" onclick={other}>
                            { text.t(if *by_recovery { "second-step-by-code" } else { "second-step-by-recovery" }) }
                        </button>
                    </p>
                </form>
            }
        </div>
    }
}
