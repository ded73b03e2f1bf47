//! What an application may be a double of.

use client::types::membership::DuplicateHint;
use yew::prelude::*;

use crate::components::{Link, Notice, person};
use crate::hooks::use_text;
use crate::routes::Route;

/// What it may be a double of.
#[derive(PartialEq, Properties)]
pub struct DoublesProps {
    /// The hints, the likeliest first.
    pub hints: Vec<DuplicateHint>,
}

/// The hints, each with its score and its reasons.
#[component]
pub fn Doubles(props: &DoublesProps) -> Html {
    let text = use_text();
    html! {
        <Notice tone="is-warn" icon="users">
            <p><b>{ text.t("duplicate-title") }</b></p>
            <ul class="flow flow-s">
                { for props.hints.iter().map(|hint| {
                    let name = person(&hint.name, Some(hint.organisation.as_str()).filter(|name| !name.is_empty()));
                    let reasons: Vec<_> = hint.reasons.iter().map(|reason| text.t(&format!("duplicate-{}", reason.as_str())).to_string()).collect();
                    let what = if hint.application_id.is_some() { "duplicate-of-application" } else if hint.member_id.is_some() { "duplicate-of-member" } else { "duplicate-of-organisation" };
                    let title = if let Some(other) = hint.application_id {
                        html! { <Link to={Route::AdminApplication { id: other.0 }}>{ name }</Link> }
                    } else if let Some(other) = hint.organisation_id {
                        html! { <Link to={Route::OrganisationById { id: other.0 }}>{ name }</Link> }
                    } else {
                        html! { { name } }
                    };
                    html! {
                        <li>
                            { title }{ " " }<span class="muted">{ text.t(what) }</span>
                            <br /><span class="t-s">{ text.count("duplicate-score", hint.score.into()) }{ " " }{ reasons.join(", ") }</span>
                        </li>
                    }
                }) }
            </ul>
        </Notice>
    }
}
