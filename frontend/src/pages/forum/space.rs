//! The space that a thread is in, and choosing one.

use client::types::forum::{SpaceAccess, SpaceQuery, SpaceSummary};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Link, OPEN_FORUM, SelectField, icon};
use crate::hooks::{Loadable, use_query, use_text};
use crate::routes::Route;

/// Which space.
#[derive(PartialEq, Properties)]
pub struct InSpaceProps {
    /// The space.
    pub space: SpaceSummary,
}

/// The name of the space where it is not the open forum.
#[component]
pub fn InSpace(props: &InSpaceProps) -> Html {
    let text = use_text();
    let space = &props.space;
    if space.id == OPEN_FORUM {
        return html! {};
    }
    html! {
        <span class="t-s">
            if space.access != SpaceAccess::Public { { icon("lock") }{ " " } }
            <span class="vh">{ text.t("in-space") }{ " " }</span>
            <Link to={Route::Space { slug: space.slug.clone() }}>{ &space.name }</Link>
        </span>
    }
}

/// The id of the space that the address names; empty for the open forum.
#[hook]
pub fn use_named_space() -> String {
    use_location()
        .and_then(|location| location.query::<Vec<(String, String)>>().ok())
        .and_then(|pairs| pairs.into_iter().find(|(name, _)| name == "space"))
        .map(|(_, space)| space)
        .unwrap_or_default()
}

/// What the field holds and what is wrong with it.
#[derive(PartialEq, Properties)]
pub struct SpaceFieldProps {
    /// The chosen space's id; empty for the open forum.
    pub value: UseStateHandle<String>,
    /// What is wrong.
    pub error: Option<AttrValue>,
}

/// Where a thread goes, if there is a choice.
#[component]
pub fn SpaceField(props: &SpaceFieldProps) -> Html {
    let text = use_text();
    let spaces =
        use_query(
            (),
            |client, ()| async move { client.list_spaces(&SpaceQuery { limit: Some(100), after: None }).await },
        );
    let loaded = spaces.ready();
    let open: Vec<_> =
        loaded.iter().flat_map(|page| page.items.iter()).filter(|space| space.viewer.can_write).collect();
    let value =
        |id: client::types::SpaceId| if id == OPEN_FORUM { AttrValue::default() } else { id.to_string().into() };
    let mut options: Vec<(AttrValue, AttrValue)> =
        open.iter().map(|space| (value(space.id), space.name.clone().into())).collect();
    // What was begun in a space is never offered to the open forum unnoticed: the space stays chosen even when the
    // list of spaces could not be had, or no longer holds it.
    let is_listed = options.iter().any(|(id, _)| id.as_str() == props.value.as_str());
    if !props.value.is_empty() && !is_listed && !matches!(spaces.state, Loadable::Loading) {
        options.push(((*props.value).clone().into(), text.t("space-chosen")));
    } else if open.len() < 2 {
        return html! {};
    }
    html! {
        <SelectField id="space_id" label={text.t("space-choose")} hint={text.t("space-choose-hint")}
            value={props.value.clone()} {options} error={props.error.clone()} />
    }
}
