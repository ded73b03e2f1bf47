//! What the browser keeps and shows besides the page: title, language, theme, focus, time, what it stores.
//! Nothing here does anything where there is no browser, as when a page is rendered on a server.

use chrono::{DateTime, Utc};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Storage};
use yew::prelude::*;

use crate::text::Language;

const LANGUAGE: &str = "language";
const THEME: &str = "theme";
/// Set while somebody is signed in, so that others need not ask for a session at each start.
const SIGNED_IN: &str = "signed-in";
const DRAFT: &str = "draft:";

const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

/// The language that was chosen before.
pub fn stored_language() -> Language {
    if stored(LANGUAGE).is_some_and(|code| code == "cy") {
        return Language::Welsh;
    }
    Language::English
}

/// Keeps the language that was chosen.
pub fn store_language(language: Language) {
    store(LANGUAGE, language.code());
}

/// Says which language the page is in, and takes up the theme that was chosen before.
pub fn set_page_language(language: Language) {
    if !IN_BROWSER {
        return;
    }
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language.code());
        if let Some(theme) = stored(THEME) {
            let _ = root.set_attribute("data-theme", &theme);
        }
    }
}

/// Whether the page is dark now.
pub fn is_dark() -> bool {
    if !IN_BROWSER {
        return false;
    }
    let chosen = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some(theme) => theme == "dark",
        None => window()
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
            .is_some_and(|preference| preference.matches()),
    }
}

/// Chooses the dark or the light theme.
pub fn set_dark(is_dark: bool) {
    let theme = if is_dark { "dark" } else { "light" };
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
    store(THEME, theme);
}

/// Whether somebody was signed in when this browser was last here.
pub fn was_signed_in() -> bool {
    stored(SIGNED_IN).is_some()
}

/// Notes that somebody is signed in.
pub fn remember_signed_in() {
    store(SIGNED_IN, "yes");
}

/// Notes that nobody is signed in any more.
pub fn forget_signed_in() {
    forget(SIGNED_IN);
}

/// A text that was being written under a name.
pub fn stored_draft(name: &str) -> String {
    stored(&format!("{DRAFT}{name}")).unwrap_or_default()
}

/// Keeps a text that is being written; an empty one is forgotten.
pub fn store_draft(name: &str, text: &str) {
    let key = format!("{DRAFT}{name}");
    if text.is_empty() {
        forget(&key);
    } else {
        store(&key, text);
    }
}

/// Forgets every text that was being written: whoever signs out may not be the next one here.
pub fn forget_drafts() {
    let Some(storage) = storage() else { return };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|place| storage.key(place).ok().flatten());
    for key in keys.filter(|key| key.starts_with(DRAFT)).collect::<Vec<_>>() {
        forget(&key);
    }
}

/// What the browser keeps; some keep nothing, and then what is chosen holds until the page is left.
fn storage() -> Option<Storage> {
    if IN_BROWSER { window().local_storage().ok().flatten() } else { None }
}

fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// The time, where there is a clock to ask.
pub fn now() -> Option<DateTime<Utc>> {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit")]
    if IN_BROWSER { DateTime::from_timestamp_millis(js_sys::Date::now() as i64) } else { None }
}

/// How far local time is ahead of UTC at a moment, in minutes.
pub fn offset_minutes(at: DateTime<Utc>) -> i64 {
    if !IN_BROWSER {
        return 0;
    }
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit")]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.timestamp_millis() as f64));
    #[expect(clippy::cast_possible_truncation, reason = "a day has 1440 minutes")]
    let offset = -date.get_timezone_offset() as i64;
    offset
}

/// The path of the page that is shown.
pub fn present_path() -> String {
    if IN_BROWSER { window().location().pathname().unwrap_or_default() } else { String::new() }
}

/// Loads a page anew, by its path.
pub fn load_page(path: &str) {
    let _ = window().location().assign(path);
}

/// The secret after `#token=` in the page's address.
pub fn fragment_token() -> Option<String> {
    fragment_secret("token")
}

/// The secret that stands after the page's address under a name.
pub fn fragment_secret(name: &str) -> Option<String> {
    if !IN_BROWSER {
        return None;
    }
    let hash = window().location().hash().ok()?;
    let secret = hash.strip_prefix('#')?.strip_prefix(name)?.strip_prefix('=')?;
    Some(secret.to_owned()).filter(|secret| !secret.is_empty())
}

/// Saves a text as a file, where the browser saves what it downloads.
pub fn save_file(name: &str, content: &str) {
    if !IN_BROWSER {
        return;
    }
    let parts = js_sys::Array::of1(&content.into());
    let Ok(blob) = web_sys::Blob::new_with_str_sequence(&parts) else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}

/// Moves the focus to the element with an id and brings it into view.
pub fn focus(id: &str) {
    if !IN_BROWSER {
        return;
    }
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        element.scroll_into_view();
    }
}

/// Moves the focus to the element with an id, once what follows from an act is drawn.
pub fn focus_soon(id: impl Into<String>) {
    if !IN_BROWSER {
        return;
    }
    let id = id.into();
    gloo::timers::callback::Timeout::new(0, move || focus(&id)).forget();
}

/// Moves the focus to the end of a field of several lines, once it is drawn.
pub fn focus_end(id: &'static str) {
    if !IN_BROWSER {
        return;
    }
    gloo::timers::callback::Timeout::new(0, move || {
        focus(id);
        let field = document().get_element_by_id(id);
        if let Some(area) = field.and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
            let end = u32::try_from(area.value().encode_utf16().count()).unwrap_or(0);
            let _ = area.set_selection_range(end, end);
        }
    })
    .forget();
}

/// The words that are selected within the element with an id, if there are any and all of them are in it.
pub fn selected_in(id: &str) -> Option<String> {
    if !IN_BROWSER {
        return None;
    }
    let element = document().get_element_by_id(id)?;
    let selection = window().get_selection().ok().flatten()?;
    let is_within = |node: Option<web_sys::Node>| element.contains(node.as_ref());
    let is_all = is_within(selection.anchor_node()) && is_within(selection.focus_node());
    is_all.then(|| String::from(selection.to_string())).filter(|words| !words.trim().is_empty())
}

/// Moves the focus to the main part of a page that has just been opened, and to its top.
pub fn focus_main() {
    if let Some(main) = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
        let _ = main.focus();
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Sets the title of the page.
#[hook]
pub fn use_title(title: AttrValue) {
    use_effect_with(title, |title| document().set_title(&format!("{title} – Commonshelf")));
}
