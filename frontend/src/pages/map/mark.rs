//! Marks on the map: one thing, several that are near each other, or those of a region.

use client::types::membership::{MapItem, MapMark, MapRegion};
use yew::prelude::*;
use yew_router::prelude::*;

use super::view::point_of;
use crate::components::{go, query_of};
use crate::hooks::use_text;
use crate::routes::Route;
use crate::text::Text;

/// The page of a thing on the map.
pub fn page_of(item: &MapItem) -> Route {
    match (item.library_id, item.organisation_id, &item.slug) {
        (Some(id), _, _) => Route::Library { id: id.0 },
        (None, Some(id), Some(slug)) => Route::Organisation { id: id.0, slug: slug.clone() },
        (None, Some(id), None) => Route::OrganisationById { id: id.0 },
        (None, None, _) => Route::Directory,
    }
}

/// What a thing on the map is, in words.
pub fn kind_of(text: &Text, item: &MapItem) -> AttrValue {
    match (item.kind, item.organisation_id) {
        (Some(kind), _) => text.t(&format!("organisation-kind-{}", kind.as_str())),
        (None, Some(_)) => text.t("map-library-joined"),
        (None, None) => text.t("map-library"),
    }
}

/// Which mark.
#[derive(PartialEq, Properties)]
pub struct MarkProps {
    /// What it stands for.
    pub mark: MapMark,
    /// Its radius in units: 24 pixels across on the smallest screens.
    pub radius: f64,
    /// Called with the point of a mark of several things, to look closer.
    pub opened: Callback<(f64, f64)>,
}

/// A mark: a link to the page of one thing, or a button that looks closer at several.
#[component]
pub fn Mark(props: &MarkProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let (mark, radius) = (&props.mark, props.radius);
    let (x, y) = point_of(mark.latitude, mark.longitude);
    let Some(item) = &mark.item else {
        let count = (mark.organisation_count + mark.library_count).to_string();
        let label = text.with(
            "map-cluster",
            &[
                ("count", &count),
                ("organisations", &mark.organisation_count.to_string()),
                ("libraries", &mark.library_count.to_string()),
                ("joined", &mark.joined_count.to_string()),
            ],
        );
        return html! {
            <Button {label} tone={if mark.organisation_count + mark.joined_count > 0 { "is-in" } else { "is-out" }}
                pressed={props.opened.reform(move |()| (x, y))}>
                <circle cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} />
                <text x={x.to_string()} y={(y + radius * 0.34).to_string()} font-size={size_of(&count, radius)}>{ count }</text>
            </Button>
        };
    };
    let label = text.with("map-item", &[("name", &item.name), ("kind", &kind_of(&text, item))]);
    let shape = if item.kind.is_some() {
        html! { <circle cx={x.to_string()} cy={y.to_string()} r={(radius * 0.55).to_string()} /> }
    } else {
        let half = radius * 0.45;
        html! { <rect x={(x - half).to_string()} y={(y - half).to_string()} width={(half * 2.0).to_string()} height={(half * 2.0).to_string()} /> }
    };
    let tone = if item.organisation_id.is_some() { "is-in" } else { "is-out" };
    // What is pressed is larger than what is seen.
    let reach = html! { <circle class="reach" cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} /> };
    html! { <Anchor to={page_of(item)} {label} {tone} {navigator}>{ reach }{ shape }</Anchor> }
}

/// The size of a number that fits into a circle.
fn size_of(count: &str, radius: f64) -> String {
    let size = if count.len() > 3 { 0.7 } else { 0.95 };
    (radius * size).to_string()
}

/// Which region.
#[derive(PartialEq, Properties)]
pub struct RegionMarkProps {
    /// The organisations that are counted at its middle.
    pub region: MapRegion,
    /// The radius in units.
    pub radius: f64,
}

/// The organisations that tell no more than their region: a link to them in the directory.
#[component]
pub fn RegionMark(props: &RegionMarkProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let (region, radius) = (&props.region, props.radius);
    let (x, y) = point_of(region.latitude, region.longitude);
    let nation = text.t(&format!("nation-{}", region.nation.as_str()));
    let name = region.region.clone().unwrap_or_else(|| nation.to_string());
    let count = region.organisation_count.to_string();
    let label = text.with("map-region", &[("count", &count), ("name", &name)]);
    let query = match &region.region {
        Some(region) => query_of(&[("region", region.as_str())]),
        None => query_of(&[("nation", region.nation.as_str())]),
    };
    let half = radius * 0.95;
    html! {
        <Anchor to={Route::Directory} {query} {label} tone="is-region" {navigator}>
            <rect x={(x - half).to_string()} y={(y - half).to_string()} width={(half * 2.0).to_string()} height={(half * 2.0).to_string()} rx={(half * 0.3).to_string()} />
            <text x={x.to_string()} y={(y + radius * 0.34).to_string()} font-size={size_of(&count, radius)}>{ count }</text>
        </Anchor>
    }
}

#[derive(PartialEq, Properties)]
struct ButtonProps {
    label: AttrValue,
    tone: Classes,
    pressed: Callback<()>,
    children: Html,
}

#[component]
fn Button(props: &ButtonProps) -> Html {
    let onkeydown = {
        let pressed = props.pressed.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                pressed.emit(());
            }
        })
    };
    html! {
        <g class={classes!("mark", props.tone.clone())} role="button" tabindex="0" aria-label={props.label.clone()}
            onclick={props.pressed.reform(|_: MouseEvent| ())} {onkeydown}>{ props.children.clone() }</g>
    }
}

#[derive(PartialEq, Properties)]
struct AnchorProps {
    to: Route,
    #[prop_or_default]
    query: AttrValue,
    label: AttrValue,
    tone: Classes,
    navigator: Option<Navigator>,
    children: Html,
}

/// A link within the drawing.
#[component]
fn Anchor(props: &AnchorProps) -> Html {
    let path = props.to.to_path();
    let href = if props.query.is_empty() { path } else { format!("{path}?{}", props.query) };
    let onclick = {
        let (navigator, to, query) = (props.navigator.clone(), props.to.clone(), props.query.clone());
        Callback::from(move |event: MouseEvent| {
            // Held keys mean a new tab or a download: the browser's business.
            if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
                return;
            }
            let Some(navigator) = &navigator else { return };
            event.prevent_default();
            go(navigator, &to, &query);
        })
    };
    html! {
        <a class={classes!("mark", props.tone.clone())} {href} {onclick} aria-label={props.label.clone()}>{ props.children.clone() }</a>
    }
}
