//! The gate before pages that are not for everybody. The server decides again; this only spares the walk.

use client::types::accounts::Role;
use yew::prelude::*;
use yew_router::prelude::*;

use super::{Link, Notice, Skeleton, query_of};
use crate::hooks::{use_session, use_text};
use crate::routes::Route;

/// Who may pass.
#[derive(PartialEq, Properties)]
pub struct GateProps {
    /// The least role.
    #[prop_or(Role::Member)]
    pub role: Role,
    /// What is behind it.
    pub children: Html,
}

/// Shows what is behind it to those who have the role, and to others what to do.
#[component]
pub fn Gate(props: &GateProps) -> Html {
    let text = use_text();
    let session = use_session();
    let location = use_location();
    let held_back =
        props.role > Role::Member && session.member.as_ref().is_some_and(|member| member.needs_second_factor);
    if session.has(props.role) && !held_back {
        return props.children.clone();
    }
    if session.is_restoring {
        return html! { <Skeleton /> };
    }
    let Some(member) = &session.member else {
        // The query comes along: it may hold words that were typed before.
        let next = location.map(|location| format!("{}{}", location.path(), location.query_str())).unwrap_or_default();
        return html! {
            <div class="narrow mt-6 mb-7 flow">
                <h1>{ text.t("gate-title") }</h1>
                <p>{ text.t("gate-text") }</p>
                <p class="row">
                    <Link class="btn" to={Route::SignIn} query={query_of(&[("next", next)])}>{ text.t("sign-in") }</Link>
                    <Link class="btn btn-2" to={Route::Join}>{ text.t("join-free") }</Link>
                </p>
            </div>
        };
    };
    html! {
        <div class="narrow mt-6 mb-7 flow">
            <h1>{ text.t("gate-forbidden-title") }</h1>
            <Notice icon="lock">
                if member.role == Role::Applicant {
                    <p>{ text.t("gate-applicant") }{ " " }<Link to={Route::MyApplication}>{ text.t("gate-applicant-link") }</Link></p>
                } else if session.has(props.role) {
                    <p>{ text.t("gate-second-factor") }{ " " }<Link to={Route::SecondFactor}>{ text.t("gate-second-factor-link") }</Link></p>
                } else {
                    <p>{ text.t("gate-forbidden") }</p>
                }
            </Notice>
        </div>
    }
}
