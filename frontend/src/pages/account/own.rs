//! The member's own account.

use client::types::SessionId;
use client::types::accounts::{PasswordChange, Role, Session as SignedIn};
use yew::prelude::*;
use yew_router::prelude::*;

use super::AccountFrame;
use crate::components::{
    Button, ErrorSummary, FormErrors, Gate, Link, Notice, TextField, date, error_text, go, icon, load,
};
use crate::hooks::{forget_drafts, use_mutation, use_query, use_session, use_text, use_title};
use crate::pages::people::MyOrganisations;
use crate::routes::Route;

/// The member's own account.
#[component]
pub fn AccountPage() -> Html {
    html! { <Gate role={Role::Applicant}><AccountContent /></Gate> }
}

#[component]
fn AccountContent() -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    use_title(text.t("account-title"));
    let left = {
        let session = session.clone();
        Callback::from(move |()| {
            forget_drafts();
            session.end.emit(());
            if let Some(navigator) = &navigator {
                go(navigator, &Route::Home, "");
            }
        })
    };
    let sign_out = use_mutation(|client, ()| async move { client.sign_out().await }, left.clone());
    let everywhere = use_mutation(|client, ()| async move { client.sign_out_everywhere().await }, left);
    let Some(member) = &session.member else { return html! {} };
    let fact = |term: &str, words: &str| html! { <div><dt>{ text.t(term) }</dt><dd>{ words }</dd></div> };
    let role = match member.role {
        Role::Applicant => "role-applicant",
        Role::Member => "role-member",
        Role::Moderator => "role-moderator",
        Role::Admin => "role-admin",
    };
    html! {
        <AccountFrame here={Route::Account}>
            <dl class="facts">
                { fact("your-name", &member.name) }
                { fact("email", &member.email) }
                if let (Some(name), Some(id)) = (&member.organisation, member.organisation_id) {
                    <div><dt>{ text.t("organisation") }</dt><dd><Link to={Route::OrganisationById { id: id.0 }}>{ name }</Link></dd></div>
                }
                { fact("role", &text.t(role)) }
            </dl>
            if session.has(Role::Member) { <MyOrganisations /> }
            <ChangePassword />
            <section aria-labelledby="signed-in">
                <h2 id="signed-in" class="mb-3">{ text.t("signed-in-title") }</h2>
                <p class="mb-4">{ text.t("signed-in-text") }</p>
                <Sessions />
                <p class="row">
                    <Button busy={sign_out.is_busy} onclick={sign_out.run.reform(|_: MouseEvent| ())}>{ text.t("sign-out") }</Button>
                    <Button class="btn-2" busy={everywhere.is_busy} onclick={everywhere.run.reform(|_: MouseEvent| ())}>{ text.t("sign-out-everywhere") }</Button>
                </p>
                if let Some(error) = sign_out.error.as_ref().or(everywhere.error.as_ref()) {
                    <p class="error mt-4" role="alert">{ error_text(&text, error) }</p>
                }
            </section>
        </AccountFrame>
    }
}

/// Where the member is signed in.
#[component]
fn Sessions() -> Html {
    let text = use_text();
    let sessions = use_query((), |client, ()| async move { client.list_sessions().await });
    let end =
        use_mutation(|client, id: SessionId| async move { client.end_session(id).await }, sessions.reload.clone());
    html! {
        <div class="mb-5" aria-busy={sessions.is_busy.then_some("true")}>
            { load(&sessions, |list| html! {
                <ul class="entries">{ for list.iter().map(|session| {
                    let device = if session.device.is_empty() { text.t("session-unknown") } else { session.device.clone().into() };
                    let id = session.id;
                    let icon_name = if ["iPhone", "Android"].iter().any(|system| session.device.ends_with(system)) { "smartphone" } else { "monitor" };
                    html! {
                        <li class="entry entry-start" key={id.0}>
                            { icon(icon_name) }
                            <div>
                                <p>
                                    <b>{ &device }</b>
                                    if session.is_current { { " " }<span class="badge is-ok">{ text.t("session-this") }</span> }
                                </p>
                                <p class="meta"><span>{ &session.network }</span>{ date(&text, session.last_used_at) }</p>
                            </div>
                            if session.is_current {
                                <span></span>
                            } else {
                                <button type="button" class="btn-link" onclick={end.run.reform(move |_: MouseEvent| id)}>
                                    { text.t("sign-out") }<span class="vh">{ " " }{ text.with("session-of", &[("device", &device)]) }</span>
                                </button>
                            }
                        </li>
                    }
                }) }</ul>
            }) }
            if let Some(error) = &end.error { <p class="error mt-4" role="alert">{ error_text(&text, error) }</p> }
        </div>
    }
}

#[component]
fn ChangePassword() -> Html {
    let text = use_text();
    let session = use_session();
    let (current, new) = (use_state(String::new), use_state(String::new));
    let is_done = use_state_eq(|| false);
    let change = {
        let (current, new, is_done) = (current.clone(), new.clone(), is_done.clone());
        use_mutation(
            |client, change: PasswordChange| async move { client.change_password(&change).await },
            Callback::from(move |signed_in: SignedIn| {
                session.begin.emit(signed_in);
                current.set(String::new());
                new.set(String::new());
                is_done.set(true);
            }),
        )
    };
    let errors = FormErrors::of(&text, change.error.as_ref());
    let onsubmit = {
        let (current, new, run, is_done) = (current.clone(), new.clone(), change.run.clone(), is_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_done.set(false);
            run.emit(PasswordChange { current_password: (*current).clone(), password: (*new).clone() });
        })
    };
    html! {
        <section aria-labelledby="password-title">
            <h2 id="password-title" class="mb-4">{ text.t("password-change") }</h2>
            if *is_done { <Notice tone="is-ok mb-5" icon="circle-check" is_status=true><p>{ text.t("password-changed") }</p></Notice> }
            <ErrorSummary errors={errors.clone()} failures={change.failures} />
            <form novalidate=true class="flow flow-5" {onsubmit}>
                <TextField id="current_password" kind="password" autocomplete="current-password" label={text.t("password-current")}
                    value={current} error={errors.at("current_password")} />
                <TextField id="password" kind="password" autocomplete="new-password" label={text.t("password-new")}
                    hint={text.t("password-hint")} value={new} error={errors.at("password")} />
                <p><Button class="btn-2" submit=true busy={change.is_busy}>{ text.t("password-change") }</Button></p>
            </form>
        </section>
    }
}
