//! What the map shows, and near which place.

use client::Error;
use client::types::membership::{MapShow, Nation, OrganisationKind};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::page::Asked;
use crate::components::{Button, FormErrors, Link, icon};
use crate::hooks::{locate, use_session, use_text};
use crate::pages::membership::NATIONS;
use crate::routes::Route;

/// What is asked for, and the way to ask for something else.
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    /// What is asked for.
    pub asked: Asked,
    /// Asks for something else.
    pub ask: Callback<Asked>,
}

/// The filters of the map; each choice is in the address.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let text = use_text();
    let field = use_node_ref();
    let asked = &props.asked;
    let onsubmit = {
        let (field, asked, ask) = (field.clone(), asked.clone(), props.ask.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let words = field.cast::<HtmlInputElement>().map(|field| field.value().trim().to_owned());
            ask.emit(Asked { q: words.filter(|words| !words.is_empty()), ..asked.clone() });
        })
    };
    let choose = |change: fn(&str, Asked) -> Asked| {
        let (asked, ask) = (asked.clone(), props.ask.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            ask.emit(change(&chosen, asked.clone()));
        })
    };
    let select = |id: &'static str,
                  label: &str,
                  options: Vec<(&'static str, AttrValue)>,
                  chosen: &str,
                  onchange: Callback<Event>| {
        html! {
            <div class="field">
                <label for={id}>{ text.t(label) }</label>
                <select class="input" {id} {onchange}>{ for options.into_iter().map(|(value, words)| html! {
                    <option key={value} {value} selected={value == chosen}>{ words }</option>
                }) }</select>
            </div>
        }
    };
    let shown: Vec<_> =
        MapShow::ALL.iter().map(|show| (show.as_str(), text.t(&format!("map-show-{}", show.as_str())))).collect();
    let any = || std::iter::once(("", text.t("filter-any")));
    let kinds: Vec<_> = any()
        .chain(
            OrganisationKind::ALL
                .iter()
                .map(|kind| (kind.as_str(), text.t(&format!("organisation-kind-{}", kind.as_str())))),
        )
        .collect();
    let nations: Vec<_> = any()
        .chain(NATIONS.iter().map(|nation| (nation.as_str(), text.t(&format!("nation-{}", nation.as_str())))))
        .collect();
    let place = asked.authority.as_ref().or(asked.region.as_ref());
    html! {
        <form class="filters" role="search" aria-label={text.t("map-filters")} {onsubmit}>
            <div class="field">
                <label for="map-q">{ text.t("map-words") }</label>
                <div class="joined">
                    <input class="input" id="map-q" type="search" ref={field} value={asked.q.clone().unwrap_or_default()} />
                    <button class="btn">{ icon("search") }<span class="vh">{ text.t("search") }</span></button>
                </div>
            </div>
            { select("map-show", "map-show", shown, asked.show.unwrap_or_default().as_str(), choose(|chosen, asked| Asked {
                show: MapShow::ALL.into_iter().find(|show| show.as_str() == chosen && *show != MapShow::All), ..asked
            })) }
            { select("map-kind", "organisation-kind", kinds, asked.kind.map_or("", OrganisationKind::as_str), choose(|chosen, asked| Asked {
                kind: OrganisationKind::named(chosen), ..asked
            })) }
            { select("map-nation", "nation", nations, asked.nation.map_or("", Nation::as_str), choose(|chosen, asked| Asked {
                nation: NATIONS.into_iter().find(|nation| nation.as_str() == chosen), ..asked
            })) }
            if let Some(place) = place {
                <p class="row">
                    <span class="tag">{ place }</span>
                    <Button class="btn-2 btn-small" onclick={{
                        let (asked, ask) = (asked.clone(), props.ask.clone());
                        Callback::from(move |_: MouseEvent| ask.emit(Asked { region: None, authority: None, ..asked.clone() }))
                    }}>{ icon("x") }{ text.with("map-not-only", &[("place", place)]) }</Button>
                </p>
            }
            if *asked != (Asked { at: asked.at.clone(), ..Asked::default() }) {
                <p><Link class="btn btn-2" to={Route::DirectoryMap}>{ text.t("filters-clear") }</Link></p>
            }
        </form>
    }
}

/// What is asked for, and how the last question about what is near went.
#[derive(PartialEq, Properties)]
pub struct NearFormProps {
    /// What is asked for.
    pub asked: Asked,
    /// Asks for something else.
    pub ask: Callback<Asked>,
    /// Whether the answer is on its way.
    pub is_busy: bool,
    /// Why there is no answer.
    pub error: Option<Error>,
}

/// Near me: by the device's place, which is asked for only when the button is pressed, or by a postcode.
#[component]
pub fn NearForm(props: &NearFormProps) -> Html {
    let text = use_text();
    let session = use_session();
    let is_locating = use_state_eq(|| false);
    let is_refused = use_state_eq(|| false);
    let field = use_node_ref();
    let errors = FormErrors::of(&text, props.error.as_ref());
    let error = errors.at("near").or_else(|| errors.general.clone());
    let ask_near = {
        let (asked, ask) = (props.asked.clone(), props.ask.clone());
        Callback::from(move |near: String| ask.emit(Asked { near: Some(near), at: None, ..asked.clone() }))
    };
    let onclick = {
        let (is_locating, is_refused, ask_near) = (is_locating.clone(), is_refused.clone(), ask_near.clone());
        Callback::from(move |_: MouseEvent| {
            if *is_locating {
                return;
            }
            is_locating.set(true);
            is_refused.set(false);
            let (is_locating, is_refused, ask_near) = (is_locating.clone(), is_refused.clone(), ask_near.clone());
            locate(Callback::from(move |place: Option<(f64, f64)>| {
                is_locating.set(false);
                match place {
                    Some((latitude, longitude)) => ask_near.emit(format!("{latitude},{longitude}")),
                    None => is_refused.set(true),
                }
            }));
        })
    };
    let onsubmit = {
        let (field, ask_near) = (field.clone(), ask_near.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                ask_near.emit(field.value().trim().to_owned());
            }
        })
    };
    let own = session.member.as_ref().and_then(|member| member.organisation_id);
    // A place that the device told is nothing to be typed.
    let typed = props.asked.near.clone().filter(|near| !near.contains(','));
    html! {
        <details class="panel mb-5" open={props.asked.near.is_some()}>
            <summary class="strong">{ icon("locate-fixed") }{ " " }{ text.t("near-title") }</summary>
            <div class="flow mt-4">
                <p>
                    <Button class="btn-2" busy={*is_locating} {onclick}>{ icon("locate-fixed") }{ text.t("near-me") }</Button>
                </p>
                <p class="hint">{ text.t("near-why") }</p>
                if *is_refused { <p class="error" role="alert">{ text.t("near-refused") }</p> }
                if own.is_some() { <NearOwn {ask_near} /> }
                <form class="field" data-invalid={error.is_some().then_some("")} novalidate=true {onsubmit}>
                    <label for="near">{ text.t("near-postcode") }</label>
                    <span class="hint" id="near-hint">{ text.t("near-postcode-hint") }</span>
                    if let Some(error) = &error {
                        <span class="error" id="near-error" role="alert"><span class="vh">{ text.t("error-prefix") }{ " " }</span>{ error }</span>
                    }
                    <div class="joined">
                        <input class="input input-short" id="near" ref={field} autocomplete="postal-code" value={typed.unwrap_or_default()}
                            aria-invalid={error.is_some().then_some("true")}
                            aria-describedby={if error.is_some() { "near-hint near-error" } else { "near-hint" }} />
                        <Button submit=true busy={props.is_busy}>{ text.t("near-find") }</Button>
                    </div>
                </form>
            </div>
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct NearOwnProps {
    ask_near: Callback<String>,
}

/// Near the member's own organisation, as exactly as the member may see where it is.
#[component]
fn NearOwn(props: &NearOwnProps) -> Html {
    let text = use_text();
    let session = use_session();
    let own = session.member.as_ref().and_then(|member| member.organisation_id);
    let found = crate::hooks::use_query(own, |client, id| async move {
        match id {
            Some(id) => client.get_organisation(id).await.map(Some),
            None => Ok(None),
        }
    });
    let Some(organisation) = found.ready() else { return html! {} };
    let Some(organisation) = organisation.as_ref() else { return html! {} };
    let summary = &organisation.summary;
    let place = match summary.latitude.zip(summary.longitude) {
        Some((latitude, longitude)) => Some(format!("{latitude:.2},{longitude:.2}")),
        None => Some(summary.postcode.clone()).filter(|postcode| !postcode.is_empty()),
    };
    let Some(place) = place else { return html! {} };
    let onclick = props.ask_near.reform(move |_: MouseEvent| place.clone());
    html! {
        <p><Button class="btn-2" {onclick}>{ icon("map-pin") }{ text.with("near-own", &[("name", &summary.name)]) }</Button></p>
    }
}
