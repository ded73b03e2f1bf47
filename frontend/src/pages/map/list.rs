//! The same as the map, as lists: what is in view, or what is near.

use client::types::membership::{MapItem, MapPoints, MapRegion, Near};
use yew::prelude::*;

use super::mark::{kind_of, page_of};
use super::view::View;
use crate::components::{EmptyState, Link, query_of};
use crate::hooks::use_text;
use crate::routes::Route;
use crate::text::Text;

/// What is in view.
#[derive(PartialEq, Properties)]
pub struct InViewProps {
    /// The id of the heading.
    pub id: AttrValue,
    /// What is on the map.
    pub points: MapPoints,
    /// The part that is looked at.
    pub view: View,
}

/// The list of what is in view.
#[component]
pub fn InView(props: &InViewProps) -> Html {
    let text = use_text();
    let points = &props.points;
    let total = i64::try_from(points.total).unwrap_or(i64::MAX);
    let more = points.total.saturating_sub(points.items.len() as u64);
    let regions: Vec<_> =
        points.regions.iter().filter(|region| props.view.shows(region.latitude, region.longitude)).collect();
    // Those that stand for a region only are in view as well.
    let by_region: i64 = regions.iter().map(|region| i64::from(region.organisation_count)).sum();
    html! {
        <div class="flow">
            <h2 id={props.id.clone()} tabindex="-1">{ text.t("map-in-view") }</h2>
            <div role="status">
                if total > 0 || by_region == 0 { <p>{ text.count("map-total", total) }</p> }
                if by_region > 0 { <p>{ text.count("map-by-region", by_region) }</p> }
            </div>
            if points.items.is_empty() && regions.is_empty() {
                <EmptyState title={text.t("map-none")}><p>{ text.t("map-none-text") }</p></EmptyState>
            }
            if !points.items.is_empty() {
                <ul class="bars map-list">{ for points.items.iter().map(|item| entry(&text, item)) }</ul>
            }
            if more > 0 { <p class="muted">{ text.count("map-more", i64::try_from(more).unwrap_or(i64::MAX)) }</p> }
            if !regions.is_empty() {
                <ul class="bars">{ for regions.into_iter().map(|region| region_entry(&text, region)) }</ul>
            }
            if points.unplaced > 0 {
                <p class="muted">{ text.count("map-unplaced", i64::try_from(points.unplaced).unwrap_or(i64::MAX)) }</p>
            }
        </div>
    }
}

/// What is near.
#[derive(PartialEq, Properties)]
pub struct NearListProps {
    /// The id of the heading.
    pub id: AttrValue,
    /// What is near.
    pub near: Near,
}

/// The list of what is near, the nearest first.
#[component]
pub fn NearList(props: &NearListProps) -> Html {
    let text = use_text();
    html! {
        <div class="flow">
            <h2 id={props.id.clone()} tabindex="-1">{ text.t("near-list") }</h2>
            if props.near.items.is_empty() {
                <EmptyState title={text.t("map-none")}><p>{ text.t("near-none-text") }</p></EmptyState>
            } else {
                <ol class="bars map-list">{ for props.near.items.iter().map(|item| entry(&text, item)) }</ol>
            }
        </div>
    }
}

fn entry(text: &Text, item: &MapItem) -> Html {
    let parts = [&item.postcode, &item.authority, &item.region];
    let place: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let key = format!("{:?} {:?}", item.library_id, item.organisation_id);
    html! {
        <li {key}>
            <p><Link to={page_of(item)}><b>{ &item.name }</b></Link></p>
            <p class="meta">
                if let Some(distance) = item.distance_km {
                    <span class="strong">{ text.with("near-distance", &[("distance", &format!("{distance:.1}"))]) }</span>
                }
                <span>{ kind_of(text, item) }</span>
                if !place.is_empty() { <span>{ place.join(", ") }</span> }
            </p>
        </li>
    }
}

fn region_entry(text: &Text, region: &MapRegion) -> Html {
    let nation = text.t(&format!("nation-{}", region.nation.as_str()));
    let name = region.region.clone().unwrap_or_else(|| nation.to_string());
    let query = match &region.region {
        Some(region) => query_of(&[("region", region.as_str())]),
        None => query_of(&[("nation", region.nation.as_str())]),
    };
    let words = text.with("map-region", &[("count", &region.organisation_count.to_string()), ("name", &name)]);
    html! { <li key={name}><Link to={Route::Directory} {query}>{ words }</Link></li> }
}
