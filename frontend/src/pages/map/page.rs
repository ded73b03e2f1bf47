//! The map of organisations and libraries, with the list of what is in view beside it.

use std::rc::Rc;

use client::types::membership::{MapPoints, MapQuery, MapShow, Nation, NearQuery, OrganisationKind};
use serde::{Deserialize, Serialize};
use yew::prelude::*;
use yew_router::prelude::*;

use super::drawing::Map;
use super::filters::{Filters, NearForm};
use super::list::{InView, NearList};
use super::view::View;
use crate::components::{Link, go, icon, load, query_of};
use crate::hooks::{Loadable, use_debounced, use_query, use_text, use_title};
use crate::routes::Route;

/// Milliseconds that the map rests before what is on it is asked for.
const REST: u32 = 300;
/// How closely the map is looked at when somebody asks what is near.
const NEAR: u8 = 4;
/// The id of the list of what is in view.
const LIST: &str = "map-list";

/// What the address of the page says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// Words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Which things.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<MapShow>,
    /// What the organisations are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// The nation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// The region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The library authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Near which place: coordinates or a postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<String>,
    /// The part that is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

impl Asked {
    fn on_map(&self) -> MapQuery {
        MapQuery {
            q: self.q.clone(),
            show: self.show,
            kind: self.kind,
            nation: self.nation,
            region: self.region.clone(),
            authority: self.authority.clone(),
            ..MapQuery::default()
        }
    }

    fn nearby(&self) -> Option<NearQuery> {
        Some(NearQuery {
            near: self.near.clone()?,
            q: self.q.clone(),
            show: self.show,
            kind: self.kind,
            nation: self.nation,
            region: self.region.clone(),
            authority: self.authority.clone(),
            limit: None,
        })
    }

    /// The same filters in the directory.
    fn in_directory(&self) -> AttrValue {
        query_of(&Self { show: None, near: None, at: None, ..self.clone() })
    }
}

/// The map.
#[component]
pub fn MapPage() -> Html {
    let text = use_text();
    use_title(text.t("map-title"));
    let navigator = use_navigator();
    let asked = use_location().and_then(|location| location.query::<Asked>().ok()).unwrap_or_default();
    let near = use_query(asked.nearby(), |client, query: Option<NearQuery>| async move {
        match query {
            Some(query) => client.list_near(&query).await.map(Some),
            None => Ok(None),
        }
    });
    // The last answer stays while the next is on its way; without the question it says nothing any more.
    let found = near.ready().filter(|_| asked.near.is_some());
    let here = found.as_deref().and_then(Option::as_ref).map(|near| (near.latitude, near.longitude));

    // The part is what the address says, until it is moved; at rest, the address says so again.
    let moved = use_state(|| None::<View>);
    let named = asked.at.as_deref().and_then(View::named);
    let stated = named.or_else(|| here.map(|(latitude, longitude)| View::around(latitude, longitude, NEAR)));
    let view = (*moved).or(stated).unwrap_or_default();
    let settled = use_debounced(view.name(), REST);
    {
        let (moved, navigator, asked) = (moved.clone(), navigator.clone(), asked.clone());
        use_effect_with(settled.clone(), move |settled| {
            let Some(view) = *moved else { return };
            if view.name() == *settled
                && let Some(navigator) = navigator
            {
                let at = (view != View::default() || asked.near.is_some()).then(|| settled.clone());
                let pairs = pairs_of(&Asked { at, ..asked });
                // Pairs of words can always be written as a query.
                let _ = navigator.replace_with_query(&Route::DirectoryMap, &pairs);
                moved.set(None);
            }
        });
    }
    let look = {
        let moved = moved.clone();
        Callback::from(move |view: View| moved.set(Some(view)))
    };
    let query = View::named(&settled).unwrap_or_default().edges(asked.on_map());
    let points = use_query(query, |client, query| async move { client.list_map_points(&query).await });
    let known: Rc<MapPoints> = points.ready().unwrap_or_default();

    let ask = {
        let (moved, navigator) = (moved.clone(), navigator.clone());
        Callback::from(move |next: Asked| {
            moved.set(None);
            if let Some(navigator) = &navigator {
                go(navigator, &Route::DirectoryMap, &query_of(&next));
            }
        })
    };
    // What is asked for next keeps the part that is looked at, also while it moves.
    let present = Asked { at: (*moved).map(|view| view.name()).or_else(|| asked.at.clone()), ..asked.clone() };
    html! {
        <>
            <div class="pagehead">
                <div><h1>{ text.t("map-title") }</h1><p class="lead">{ text.t("map-lead") }</p></div>
                <Link class="btn btn-2" to={Route::Directory} query={asked.in_directory()}>{ icon("list") }{ text.t("map-as-list") }</Link>
            </div>
            <Filters asked={present.clone()} ask={ask.clone()} />
            <NearForm asked={present} {ask} is_busy={near.is_busy && asked.near.is_some()}
                error={match &near.state { Loadable::Failed(error) if asked.near.is_some() => Some(error.clone()), _ => None }} />
            <div class="map-cols mb-7">
                <div>
                    <Map {view} {look} points={known} is_busy={points.is_busy} {here} list_id={LIST} />
                    <p class="hint mt-2" id="map-keys">{ text.t("map-keys") }</p>
                    <ul class="map-legend t-s mt-2" aria-label={text.t("map-legend")}>
                        <li><svg viewBox="0 0 20 20" aria-hidden="true" class="mark is-in"><circle cx="10" cy="10" r="8" /></svg>{ text.t("map-legend-organisation") }</li>
                        <li><svg viewBox="0 0 20 20" aria-hidden="true" class="mark is-in"><rect x="3" y="3" width="14" height="14" /></svg>{ text.t("map-library-joined") }</li>
                        <li><svg viewBox="0 0 20 20" aria-hidden="true" class="mark is-out"><rect x="3" y="3" width="14" height="14" /></svg>{ text.t("map-library") }</li>
                        <li><svg viewBox="0 0 20 20" aria-hidden="true" class="mark is-region"><rect x="2" y="2" width="16" height="16" rx="3" /></svg>{ text.t("map-legend-region") }</li>
                    </ul>
                    <p class="hint mt-2">{ text.t("map-sources") }</p>
                </div>
                <section aria-labelledby={LIST} aria-busy={points.is_busy.then_some("true")}>
                    if let Some(near) = found.as_deref().and_then(Option::as_ref) {
                        <NearList id={LIST} near={near.clone()} />
                    } else {
                        { load(&points, |points| html! { <InView id={LIST} points={points.clone()} {view} /> }) }
                    }
                </section>
            </div>
        </>
    }
}

/// What the address says, as pairs of words.
fn pairs_of(asked: &Asked) -> Vec<(String, String)> {
    serde_urlencoded::from_str(&query_of(asked)).unwrap_or_default()
}
