//! The member's passkeys.

use client::types::PasskeyId;
use client::types::accounts::{NewPasskey, Passkey, PasskeyAnswer, PasskeyChallenge, PasskeyPatch, Role};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::AccountFrame;
use crate::components::{
    Button, EmptyState, ErrorSummary, FormErrors, Gate, Notice, TextField, date, error_text, icon, load,
};
use crate::hooks::{focus, has_passkeys, make_passkey, use_mutation, use_passkey, use_query, use_text, use_title};
use crate::routes::Route;

/// How asking for a passkey's answer stands.
pub(super) struct PasskeyAsk {
    /// Asks.
    pub(super) ask: Callback<()>,
    /// Whether it is being asked.
    pub(super) is_busy: bool,
    /// The message of why nothing came of it, if so.
    pub(super) failure: Option<&'static str>,
}

/// Asks a passkey for its answer to a challenge of the server's.
#[hook]
pub(super) fn use_passkey_answer(done: Callback<PasskeyAnswer>) -> PasskeyAsk {
    let failure = use_state_eq(|| None::<&'static str>);
    let begin = {
        let failure = failure.clone();
        use_mutation(
            |client, ()| async move { client.begin_passkey_sign_in().await },
            Callback::from(move |challenge: PasskeyChallenge| {
                let (failure, done) = (failure.clone(), done.clone());
                spawn_local(async move {
                    match use_passkey(&challenge).await {
                        Some(credential) => done.emit(PasskeyAnswer { challenge: challenge.challenge, credential }),
                        None => failure.set(Some("passkey-not-made")),
                    }
                });
            }),
        )
    };
    let refused = begin.error.is_some().then_some("passkey-not-here");
    let ask = {
        let (failure, run) = (failure.clone(), begin.run.clone());
        Callback::from(move |()| {
            failure.set(None);
            run.emit(());
        })
    };
    PasskeyAsk { ask, is_busy: begin.is_busy, failure: refused.or(*failure) }
}

/// The member's passkeys.
#[component]
pub fn PasskeysPage() -> Html {
    html! { <Gate role={Role::Applicant}><PasskeysContent /></Gate> }
}

#[component]
fn PasskeysContent() -> Html {
    let text = use_text();
    use_title(text.t("passkeys-title"));
    let passkeys = use_query((), |client, ()| async move { client.list_passkeys().await });
    let delete =
        use_mutation(|client, id: PasskeyId| async move { client.delete_passkey(id).await }, passkeys.reload.clone());
    html! {
        <AccountFrame here={Route::Passkeys} lead="passkeys-lead">
            <div aria-busy={passkeys.is_busy.then_some("true")}>
                { load(&passkeys, |list| if list.is_empty() {
                    html! { <EmptyState title={text.t("passkeys-none")}><p>{ text.t("passkeys-none-text") }</p></EmptyState> }
                } else {
                    html! {
                        <ul class="entries">{ for list.iter().map(|passkey| html! {
                            <Entry key={passkey.id.0} passkey={passkey.clone()} changed={passkeys.reload.clone()} delete={delete.run.clone()} />
                        }) }</ul>
                    }
                }) }
                if let Some(error) = &delete.error { <p class="error mt-4" role="alert">{ error_text(&text, error) }</p> }
            </div>
            if has_passkeys() {
                <Add added={passkeys.reload.clone()} />
            } else {
                <Notice><p>{ text.t("passkey-not-here") }</p></Notice>
            }
        </AccountFrame>
    }
}

#[derive(PartialEq, Properties)]
struct EntryProps {
    passkey: Passkey,
    changed: Callback<()>,
    delete: Callback<PasskeyId>,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let text = use_text();
    let Passkey { id, name, created_at, last_used_at } = &props.passkey;
    let id = *id;
    let is_open = use_state_eq(|| false);
    let new_name = use_state(|| name.clone());
    let rename = {
        let (is_open, changed) = (is_open.clone(), props.changed.clone());
        use_mutation(
            |client, (id, patch): (PasskeyId, PasskeyPatch)| async move { client.rename_passkey(id, &patch).await },
            Callback::from(move |_: Passkey| {
                is_open.set(false);
                changed.emit(());
            }),
        )
    };
    let onsubmit = {
        let (new_name, run) = (new_name.clone(), rename.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit((id, PasskeyPatch { name: new_name.trim().to_owned() }));
        })
    };
    let open = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let errors = FormErrors::of(&text, rename.error.as_ref());
    let field = format!("name-{id}");
    html! {
        <li class="entry entry-start">
            { icon("lock") }
            <div>
                <p><b>{ name }</b></p>
                <p class="meta">
                    { date(&text, *created_at) }
                    if let Some(used) = last_used_at { { date(&text, *used) } } else { <span>{ text.t("passkeys-never") }</span> }
                </p>
                if *is_open {
                    <form novalidate=true class="flow mt-4" {onsubmit}>
                        <TextField id={field} label={text.t("passkeys-new-name")} value={new_name}
                            error={errors.at("name").or(errors.general.clone())} />
                        <p><Button class="btn-2" submit=true busy={rename.is_busy}>{ text.t("passkeys-save") }</Button></p>
                    </form>
                }
            </div>
            <span class="row">
                <button type="button" class="btn-link" aria-expanded={is_open.to_string()} onclick={open}>
                    { text.t("passkeys-rename") }<span class="vh">{ " " }{ text.with("passkeys-of", &[("device", name)]) }</span>
                </button>
                <button type="button" class="btn-link" onclick={props.delete.reform(move |_: MouseEvent| id)}>
                    { text.t("passkeys-delete") }<span class="vh">{ " " }{ text.with("passkeys-of", &[("device", name)]) }</span>
                </button>
            </span>
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct AddProps {
    added: Callback<()>,
}

/// Adding a passkey: the server's challenge, the browser's answer, the server's word.
#[component]
fn Add(props: &AddProps) -> Html {
    let text = use_text();
    let name = use_state(String::new);
    let is_nameless = use_state_eq(|| false);
    let is_given_up = use_state_eq(|| false);
    let add = {
        let (name, added) = (name.clone(), props.added.clone());
        use_mutation(
            |client, new: NewPasskey| async move { client.add_passkey(&new).await },
            Callback::from(move |_: Passkey| {
                name.set(String::new());
                added.emit(());
            }),
        )
    };
    let begin = {
        let (name, is_given_up, run) = (name.clone(), is_given_up.clone(), add.run.clone());
        use_mutation(
            |client, ()| async move { client.begin_passkey().await },
            Callback::from(move |challenge: PasskeyChallenge| {
                let (name, is_given_up, run) = (name.trim().to_owned(), is_given_up.clone(), run.clone());
                spawn_local(async move {
                    match make_passkey(&challenge).await {
                        Some(credential) => {
                            run.emit(NewPasskey { challenge: challenge.challenge, name, credential });
                        }
                        None => is_given_up.set(true),
                    }
                });
            }),
        )
    };
    let onsubmit = {
        let (is_given_up, is_nameless, name, run) =
            (is_given_up.clone(), is_nameless.clone(), name.clone(), begin.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_given_up.set(false);
            // Before the device makes a passkey that could not be added.
            is_nameless.set(name.trim().is_empty());
            if name.trim().is_empty() {
                focus("name");
            } else {
                run.emit(());
            }
        })
    };
    let errors = FormErrors::of(&text, begin.error.as_ref().or(add.error.as_ref()));
    html! {
        <form novalidate=true class="flow flow-5" {onsubmit}>
            <ErrorSummary errors={errors.clone()} failures={begin.failures + add.failures} />
            if *is_given_up { <Notice tone="is-warn" icon="triangle-alert" is_status=true><p>{ text.t("passkey-not-made") }</p></Notice> }
            <TextField id="name" label={text.t("passkeys-name")} hint={text.t("passkeys-name-hint")} value={name}
                error={errors.at("name").or_else(|| (*is_nameless).then(|| text.t("passkeys-name-missing")))} />
            <p><Button submit=true busy={begin.is_busy || add.is_busy}>{ text.t("passkeys-add") }</Button></p>
        </form>
    }
}
