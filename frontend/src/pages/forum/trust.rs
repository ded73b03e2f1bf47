//! In confidence, on behalf of an organisation, and libraries like yours.

use client::types::OrganisationId;
use client::types::forum::{Likeness, Post};
use yew::prelude::*;

use crate::components::{CheckField, Link, Notice};
use crate::hooks::{use_query, use_session, use_text};
use crate::routes::Route;
use crate::text::Text;

/// The choice to speak on behalf of the organisation that is shown with one's name.
#[derive(PartialEq, Properties)]
pub struct BehalfFieldProps {
    /// Whether it is chosen.
    pub value: UseStateHandle<bool>,
    /// Whether a question is asked.
    #[prop_or_default]
    pub asks: bool,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// The choice to speak on behalf of one's organisation; nothing for those without one.
#[component]
pub fn BehalfField(props: &BehalfFieldProps) -> Html {
    let text = use_text();
    let session = use_session();
    let Some(name) = session.member.as_ref().and_then(|member| member.organisation.clone()) else {
        return html! {};
    };
    let label = text.with(if props.asks { "behalf-ask" } else { "behalf-answer" }, &[("name", &name)]);
    html! { <CheckField id="organisation_id" {label} value={props.value.clone()} error={props.error.clone()} /> }
}

/// The organisation that is spoken for, where that is chosen.
#[hook]
pub fn use_behalf(is_chosen: bool) -> Option<OrganisationId> {
    let session = use_session();
    session.member.as_ref().and_then(|member| member.organisation_id).filter(|_| is_chosen)
}

/// The choice to ask in confidence.
#[derive(PartialEq, Properties)]
pub struct ConfidenceFieldProps {
    /// Whether it is chosen.
    pub value: UseStateHandle<bool>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// The choice to ask in confidence, with who could find out.
#[component]
pub fn ConfidenceField(props: &ConfidenceFieldProps) -> Html {
    let text = use_text();
    let confidant = use_query((), |client, ()| async move { client.get_confidant().await });
    let named = confidant.ready().and_then(|confidant| confidant.member.clone());
    let hint = match named {
        Some(member) => text.with("confidence-hint-named", &[("name", &member.name)]),
        None => text.t("confidence-hint"),
    };
    html! {
        <>
            <CheckField id="is_confidential" label={text.t("confidence-ask")} value={props.value.clone()} {hint} error={props.error.clone()} />
            if *props.value { <Notice icon="lock" is_status=true><p>{ text.t("confidence-care") }</p></Notice> }
        </>
    }
}

/// That one can ask in confidence, beside the list of questions.
#[component]
pub fn DelicateNotice() -> Html {
    let text = use_text();
    html! {
        <Notice icon="lock">
            <h2 class="h4">{ text.t("delicate-title") }</h2>
            <p class="t-s">{ text.t("delicate-text") }</p>
        </Notice>
    }
}

/// What stands beside the author: on whose behalf, and how alike.
pub fn marks(text: &Text, post: &Post) -> Html {
    html! {
        <>
            if let Some(one) = &post.on_behalf_of {
                <span><Link to={Route::Organisation { id: one.id.0, slug: one.slug.clone() }}>
                    { text.with("on-behalf-of", &[("name", &one.name)]) }
                </Link></span>
            }
            if let Some(likeness) = post.likeness.as_ref().filter(|likeness| likeness.common > 0) { { mark(text, likeness) } }
        </>
    }
}

/// How alike a library is, in words and as a picture of five.
pub fn mark(text: &Text, likeness: &Likeness) -> Html {
    let reasons: Vec<_> =
        likeness.features.iter().map(|feature| text.t(&format!("likeness-{}", feature.as_str())).to_string()).collect();
    html! {
        <span class="likeness" data-n={likeness.common.to_string()} title={reasons.join(", ")}>
            { text.count("likeness-with-you", likeness.common.into()) }
        </span>
    }
}
