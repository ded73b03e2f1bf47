//! What the device tells or takes: where it is, and a text to be pasted elsewhere.
//! Nothing here does anything where there is no browser, as when a page is rendered on a server.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::Position;
use yew::Callback;

/// Asks the device where it is; the browser asks the person first. Gives latitude and longitude, or nothing when
/// they are not to be had. They are rounded to a hundredth of a degree, about a kilometre: nobody need know more.
pub fn locate(found: Callback<Option<(f64, f64)>>) {
    let Ok(geolocation) = window().navigator().geolocation() else {
        found.emit(None);
        return;
    };
    let rounded = |degrees: f64| (degrees * 100.0).round() / 100.0;
    let told = {
        let found = found.clone();
        Closure::once_into_js(move |position: Position| {
            let place = position.coords();
            found.emit(Some((rounded(place.latitude()), rounded(place.longitude()))));
        })
    };
    let refused = {
        let found = found.clone();
        Closure::once_into_js(move |_: JsValue| found.emit(None))
    };
    let asked =
        geolocation.get_current_position_with_error_callback(told.unchecked_ref(), Some(refused.unchecked_ref()));
    if asked.is_err() {
        found.emit(None);
    }
}

/// Puts a text where it can be pasted from, and says whether that could be done.
pub fn copy(words: &str, done: Callback<bool>) {
    let navigator = window().navigator();
    // It is not there on pages that came without encryption.
    let is_there = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined() && !clipboard.is_null());
    if !is_there {
        done.emit(false);
        return;
    }
    let copied = navigator.clipboard().write_text(words);
    wasm_bindgen_futures::spawn_local(async move {
        done.emit(wasm_bindgen_futures::JsFuture::from(copied).await.is_ok());
    });
}
