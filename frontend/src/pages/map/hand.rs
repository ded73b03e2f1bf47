//! Moving the map by pointer, wheel and two fingers.
//!
//! One finger that goes up or down moves the page as everywhere; two fingers move the map and look closer.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::{Element, PointerEvent, WheelEvent};
use yew::prelude::*;

use super::view::View;

/// How far a pointer goes before it drags, in pixels: less is a shaky click.
const SHAKE: f64 = 5.0;
/// How much closer or wider two fingers are for one step of the zoom.
const PINCH: f64 = 1.5;
/// How far a wheel turns for one step of the zoom, in pixels.
const TURN: f64 = 100.0;

/// What a hand is doing.
#[derive(Default)]
struct Doing {
    /// Where the pointers are that are down, by their ids, in pixels.
    pointers: BTreeMap<i32, (f64, f64)>,
    /// How far they went so far.
    gone: f64,
    /// How far apart two fingers were when the zoom last changed.
    apart: f64,
    /// How far the wheel has turned since the zoom last changed.
    turned: f64,
}

/// The events of a hand, and the drawing that they are on.
pub struct Hand {
    /// The drawing.
    pub area: NodeRef,
    /// A pointer goes down.
    pub down: Callback<PointerEvent>,
    /// A pointer moves.
    pub moved: Callback<PointerEvent>,
    /// A pointer goes up, or is taken away.
    pub up: Callback<PointerEvent>,
    /// The wheel turns.
    pub wheel: Callback<WheelEvent>,
}

/// The point of the map at a place of the screen, and how many units a pixel is.
fn at(area: &NodeRef, view: View, (x, y): (f64, f64)) -> Option<((f64, f64), f64)> {
    let rectangle = area.cast::<Element>()?.get_bounding_client_rect();
    let (width, height) = (rectangle.width(), rectangle.height());
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    // The frame is shown whole, whatever the shape of the drawing.
    let unit = (view.width() / width).max(view.height() / height);
    let from_middle = |place: f64, start: f64, size: f64| (place - start - size / 2.0) * unit;
    let point = (view.x + from_middle(x, rectangle.left(), width), view.y + from_middle(y, rectangle.top(), height));
    Some((point, unit))
}

fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

/// The middle of the pointers that are down.
fn middle(pointers: &BTreeMap<i32, (f64, f64)>) -> (f64, f64) {
    let (mut x, mut y, mut count) = (0.0, 0.0, 0.0_f64);
    for place in pointers.values() {
        (x, y, count) = (x + place.0, y + place.1, count + 1.0);
    }
    (x / count.max(1.0), y / count.max(1.0))
}

/// How far apart the first two pointers are.
fn apart(pointers: &BTreeMap<i32, (f64, f64)>) -> Option<f64> {
    let mut places = pointers.values();
    Some(distance(*places.next()?, *places.next()?))
}

/// Moves the map by hand.
#[hook]
pub fn use_hand(view: View, look: Callback<View>) -> Hand {
    let area = use_node_ref();
    let doing: Rc<RefCell<Doing>> = use_mut_ref(Doing::default);
    // Several events can come between two drawings: each goes on from what the one before has asked for.
    let latest = use_mut_ref(|| view);
    *latest.borrow_mut() = view;
    let place = |event: &PointerEvent| (f64::from(event.client_x()), f64::from(event.client_y()));
    let down = {
        let doing = doing.clone();
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            let mut doing = doing.borrow_mut();
            if doing.pointers.is_empty() {
                doing.gone = 0.0;
            }
            doing.pointers.insert(event.pointer_id(), place(&event));
            doing.apart = apart(&doing.pointers).unwrap_or_default();
        })
    };
    let moved = {
        let (doing, area, latest, look) = (doing.clone(), area.clone(), latest.clone(), look.clone());
        Callback::from(move |event: PointerEvent| {
            let mut doing = doing.borrow_mut();
            if !doing.pointers.contains_key(&event.pointer_id()) {
                return;
            }
            // It went up where nobody told us.
            if event.buttons() == 0 {
                doing.pointers.remove(&event.pointer_id());
                return;
            }
            let before = middle(&doing.pointers);
            doing.pointers.insert(event.pointer_id(), place(&event));
            let after = middle(&doing.pointers);
            doing.gone += distance(before, after);
            let mut view = *latest.borrow();
            let Some((_, unit)) = at(&area, view, after) else { return };
            if doing.gone > SHAKE {
                // From now on the drag is this drawing's, also where the pointer leaves it.
                if let Some(element) = area.cast::<Element>() {
                    let _ = element.set_pointer_capture(event.pointer_id());
                }
                let (right, lower) = ((before.0 - after.0) * unit, (before.1 - after.1) * unit);
                view = view.moved(right / view.width(), lower / view.height());
            }
            if let Some(now) = apart(&doing.pointers).filter(|now| *now > 0.0 && doing.apart > 0.0) {
                let steps = if now > doing.apart * PINCH {
                    1
                } else if now < doing.apart / PINCH {
                    -1
                } else {
                    0
                };
                if steps != 0
                    && let Some((point, _)) = at(&area, view, after)
                {
                    doing.apart = now;
                    view = view.zoomed(steps, point);
                }
            }
            if view != *latest.borrow() {
                *latest.borrow_mut() = view;
                look.emit(view);
            }
        })
    };
    let up = {
        let doing = doing.clone();
        Callback::from(move |event: PointerEvent| {
            let mut doing = doing.borrow_mut();
            doing.pointers.remove(&event.pointer_id());
            doing.apart = apart(&doing.pointers).unwrap_or_default();
        })
    };
    let wheel = {
        let area = area.clone();
        Callback::from(move |event: WheelEvent| {
            // A wheel can count in lines, of some 16 pixels each.
            let turned = event.delta_y() * if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 16.0 } else { 1.0 };
            let view = *latest.borrow();
            // At either end the page goes on.
            if view.zoomed(if turned < 0.0 { 1 } else { -1 }, (view.x, view.y)).zoom == view.zoom {
                return;
            }
            event.prevent_default();
            let mut doing = doing.borrow_mut();
            doing.turned += turned;
            let steps = if doing.turned <= -TURN {
                1
            } else if doing.turned >= TURN {
                -1
            } else {
                return;
            };
            doing.turned = 0.0;
            let place = (f64::from(event.client_x()), f64::from(event.client_y()));
            if let Some((point, _)) = at(&area, view, place) {
                let next = view.zoomed(steps, point);
                *latest.borrow_mut() = next;
                look.emit(next);
            }
        })
    };
    Hand { area, down, moved, up, wheel }
}
