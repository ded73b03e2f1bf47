//! The map itself, and the ways to move it.

use client::types::membership::MapPoints;
use web_sys::{KeyboardEvent, SvgElement};
use yew::prelude::*;

use super::hand::use_hand;
use super::mark::{Mark, RegionMark};
use super::view::{View, point_of};
use crate::components::icon;
use crate::hooks::{focus, use_text};

/// What the map shows.
#[derive(PartialEq, Properties)]
pub struct MapProps {
    /// The part that is looked at.
    pub view: View,
    /// Called with the part to look at next.
    pub look: Callback<View>,
    /// What is on it.
    pub points: std::rc::Rc<MapPoints>,
    /// Whether newer points are on their way.
    pub is_busy: bool,
    /// A place to be shown on it: where somebody asked what is near.
    #[prop_or_default]
    pub here: Option<(f64, f64)>,
    /// The id of the list of what is in view.
    pub list_id: AttrValue,
}

/// The map. It is moved by pointer, wheel, two fingers and keys; everything on it is in the list beside it too.
#[component]
pub fn Map(props: &MapProps) -> Html {
    let text = use_text();
    let view = props.view;
    let hand = use_hand(view, props.look.clone());
    let onkeydown = {
        let look = props.look.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let middle = (view.x, view.y);
            let next = match event.key().as_str() {
                "ArrowLeft" => view.moved(-0.25, 0.0),
                "ArrowRight" => view.moved(0.25, 0.0),
                "ArrowUp" => view.moved(0.0, -0.25),
                "ArrowDown" => view.moved(0.0, 0.25),
                "+" | "=" => view.zoomed(1, middle),
                "-" | "_" => view.zoomed(-1, middle),
                "Home" => View::default(),
                _ => return,
            };
            event.prevent_default();
            look.emit(next);
        })
    };
    let button = |message: &str, name: &str, next: View| {
        let onclick = props.look.reform(move |_: MouseEvent| next);
        html! { <button class="btn btn-2" type="button" {onclick}>{ icon(name) }<span class="vh">{ text.t(message) }</span></button> }
    };
    let opened = {
        let (look, list, area) = (props.look.clone(), props.list_id.clone(), hand.area.clone());
        Callback::from(move |place: (f64, f64)| {
            let next = view.zoomed(2, place);
            if next == view {
                // It cannot be looked at more closely: the list tells what is there.
                focus(&list);
            } else {
                // The mark that has the focus will be gone.
                if let Some(area) = area.cast::<SvgElement>() {
                    let _ = area.focus();
                }
                look.emit(View { x: place.0, y: place.1, ..next });
            }
        })
    };
    let radius = view.height() * 0.03;
    let here = props.here.map(|(latitude, longitude)| point_of(latitude, longitude)).filter(|place| view.holds(*place));
    html! {
        <div class="map-box">
            <svg id="map" class="map" viewBox={view.frame()} role="application" tabindex="0" aria-label={text.t("map-label")}
                aria-describedby="map-keys" aria-busy={props.is_busy.then_some("true")} ref={hand.area.clone()} {onkeydown}
                onpointerdown={hand.down.clone()} onpointermove={hand.moved.clone()} onpointerup={hand.up.clone()}
                onpointercancel={hand.up.clone()} onwheel={hand.wheel.clone()}>
                <use href="/outline.svg#around" class="map-around" />
                <use href="/outline.svg#regions" class="map-land" />
                { for props.points.regions.iter().filter(|region| view.shows(region.latitude, region.longitude)).map(|region| html! {
                    <RegionMark key={format!("{} {}", region.latitude, region.longitude)} region={region.clone()} {radius} />
                }) }
                { for props.points.marks.iter().map(|mark| html! {
                    <Mark key={format!("{} {}", mark.latitude, mark.longitude)} mark={mark.clone()} {radius} opened={opened.clone()} />
                }) }
                if let Some((x, y)) = here {
                    <g class="map-here" aria-hidden="true">
                        <circle cx={x.to_string()} cy={y.to_string()} r={(radius * 0.4).to_string()} />
                    </g>
                }
            </svg>
            <div class="map-buttons">
                { button("map-in", "plus", view.zoomed(1, (view.x, view.y))) }
                { button("map-out", "minus", view.zoomed(-1, (view.x, view.y))) }
                { button("map-whole", "maximize", View::default()) }
            </div>
        </div>
    }
}
