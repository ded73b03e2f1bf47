//! The dialog that asks who it is before an act that the server wants a fresh proof for.

use client::types::accounts::{NewConfirmation, PasskeyAnswer};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::passkeys::use_passkey_answer;
use crate::components::{Button, FormErrors, TextField};
use crate::hooks::{Asked, StepUp, focus, has_passkeys, use_mutation, use_text};

/// What the provider holds.
#[derive(PartialEq, Properties)]
pub struct StepUpProviderProps {
    /// What may ask for the proof.
    pub children: Html,
}

/// Provides the dialog: what waits for it is done again when it is answered.
#[component]
pub fn StepUpProvider(props: &StepUpProviderProps) -> Html {
    let asked = use_state(|| None::<Asked>);
    let ask = use_callback((), {
        let asked = asked.clone();
        move |what: Asked, ()| asked.set(Some(what))
    });
    let close = {
        let asked = asked.clone();
        Callback::from(move |is_proved: bool| {
            if let Some(waiting) = &*asked {
                if is_proved { waiting.again.emit(()) } else { waiting.leave.emit(()) }
            }
            asked.set(None);
        })
    };
    html! {
        <ContextProvider<StepUp> context={StepUp(ask)}>
            { props.children.clone() }
            if asked.is_some() { <StepUpDialog {close} /> }
        </ContextProvider<StepUp>>
    }
}

#[derive(PartialEq, Properties)]
struct StepUpDialogProps {
    /// Gets whether the proof was given.
    close: Callback<bool>,
}

#[component]
fn StepUpDialog(props: &StepUpDialogProps) -> Html {
    let text = use_text();
    let dialog = use_node_ref();
    let by_code = use_state_eq(|| false);
    let (password, code) = (use_state(String::new), use_state(String::new));
    let field = if *by_code { "step-up-code" } else { "step-up-password" };
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // It is in the page and closed: it can be opened.
                let _ = dialog.show_modal();
            }
        });
    }
    use_effect_with(field, |field| focus(field));
    let confirm = use_mutation(
        |client, new: NewConfirmation| async move { client.confirm_identity(&new).await },
        props.close.reform(|()| true),
    );
    let passkey = use_passkey_answer({
        let run = confirm.run.clone();
        Callback::from(move |answer: PasskeyAnswer| {
            run.emit(NewConfirmation { passkey: Some(answer), ..NewConfirmation::default() });
        })
    });
    let onsubmit = {
        let (by_code, password, code, run) = (by_code.clone(), password.clone(), code.clone(), confirm.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let given = |field: &UseStateHandle<String>| Some((**field).clone());
            run.emit(if *by_code {
                NewConfirmation { code: given(&code), ..NewConfirmation::default() }
            } else {
                NewConfirmation { password: given(&password), ..NewConfirmation::default() }
            });
        })
    };
    let oncancel = {
        let close = props.close.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            close.emit(false);
        })
    };
    let other = {
        let by_code = by_code.clone();
        Callback::from(move |_: MouseEvent| by_code.set(!*by_code))
    };
    let errors = FormErrors::of(&text, confirm.error.as_ref());
    let is_fields = errors.at("password").or_else(|| errors.at("code")).is_some();
    let general = errors.general.clone().or_else(|| errors.fields.first().map(|(_, words)| words.clone()));
    html! {
        <dialog class="dialog" ref={dialog} aria-labelledby="step-up-title" {oncancel}>
            <form novalidate=true class="flow flow-5" {onsubmit}>
                <h2 id="step-up-title">{ text.t("step-up-title") }</h2>
                <p>{ text.t("step-up-text") }</p>
                if let (Some(words), false) = (&general, is_fields) { <p class="error" role="alert">{ words }</p> }
                if let Some(words) = &passkey.failure { <p class="error" role="alert">{ text.t(words) }</p> }
                if *by_code {
                    <TextField key="code" id="step-up-code" autocomplete="one-time-code" short=true label={text.t("code")}
                        hint={text.t("code-hint")} value={code} error={errors.at("code")} />
                } else {
                    <TextField key="password" id="step-up-password" kind="password" autocomplete="current-password"
                        label={text.t("password")} value={password} error={errors.at("password")} />
                }
                <p class="row">
                    <Button submit=true busy={confirm.is_busy}>{ text.t("step-up-confirm") }</Button>
                    <Button class="btn-2" onclick={props.close.reform(|_: MouseEvent| false)}>{ text.t("step-up-cancel") }</Button>
                </p>
                <p class="row">
                    <button type="button" class="btn-link" onclick={other}>
                        { text.t(if *by_code { "step-up-by-password" } else { "step-up-by-code" }) }
                    </button>
                    if has_passkeys() {
                        <button type="button" class="btn-link" onclick={passkey.ask.reform(|_: MouseEvent| ())}>{ text.t("step-up-by-passkey") }</button>
                    }
                </p>
            </form>
        </dialog>
    }
}
