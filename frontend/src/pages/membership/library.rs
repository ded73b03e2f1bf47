//! Finding one's library in the register.

use client::types::Page;
use client::types::membership::{Library, LibraryQuery};
use yew::prelude::*;

use crate::components::{Choice, Combobox, TextField, icon};
use crate::hooks::{focus, use_debounced, use_query, use_text};
use crate::text::Text;

/// Milliseconds of quiet before the register is searched.
const PAUSE: u32 = 200;
/// How many libraries are shown.
const SHOWN: u32 = 6;

/// What was found.
#[derive(PartialEq, Properties)]
pub struct LibraryLookupProps {
    /// The library that was chosen.
    pub library: UseStateHandle<Option<Library>>,
    /// The name typed by hand.
    pub name: UseStateHandle<String>,
    /// What is wrong.
    pub error: Option<AttrValue>,
}

/// A field to find one's library, or to type its name.
#[component]
pub fn LibraryLookup(props: &LibraryLookupProps) -> Html {
    let text = use_text();
    let typed = use_state(String::new);
    let by_hand = use_state_eq(|| false);
    let is_taken = use_state_eq(|| false);
    let settled = use_debounced((*typed).clone(), PAUSE);
    let found = use_query(settled.trim().to_owned(), |client, words: String| async move {
        if words.chars().count() < 2 {
            return Ok(Page::default());
        }
        client.list_libraries(&LibraryQuery { q: Some(words), limit: Some(SHOWN), ..LibraryQuery::default() }).await
    });
    if let Some(library) = &*props.library {
        return html! { <Chosen library={library.clone()} chosen={props.library.clone()} /> };
    }
    if *by_hand {
        let back = {
            let (by_hand, name) = (by_hand.clone(), props.name.clone());
            Callback::from(move |_: MouseEvent| {
                name.set(String::new());
                by_hand.set(false);
            })
        };
        return html! {
            <>
                <TextField id="answers.library_name" label={text.t("library-name")} hint={is_taken.then(|| text.t("library-claimed-text"))} value={props.name.clone()} error={props.error.clone()} />
                <p><button type="button" class="btn-link" onclick={back}>{ text.t("library-search-again") }</button></p>
            </>
        };
    }
    let is_fresh = settled == *typed && settled.trim().chars().count() >= 2 && !found.is_busy;
    let libraries = found.ready().filter(|_| is_fresh).map(|page| page.items.clone()).unwrap_or_default();
    let mut choices: Vec<_> = libraries.iter().map(|library| choice(&text, library)).collect();
    if is_fresh {
        let label = text.t("library-by-hand");
        choices.push(Choice { html: html! { <span>{ &label }</span> }, label });
    }
    let onchoose = {
        let (chosen, by_hand, name, typed, is_taken) =
            (props.library.clone(), by_hand.clone(), props.name.clone(), typed.clone(), is_taken.clone());
        Callback::from(move |place: usize| {
            let library = libraries.get(place);
            let taken = library.filter(|library| library.is_claimed);
            is_taken.set(taken.is_some());
            if let (Some(library), None) = (library, taken) {
                chosen.set(Some(library.clone()));
                typed.set(String::new());
            } else {
                // One that has joined already is not claimed again: its name goes to staff.
                name.set(taken.map_or_else(|| (*typed).clone(), |library| library.name.clone()));
                by_hand.set(true);
            }
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |words: String| typed.set(words))
    };
    let describes = if props.error.is_some() { "library-hint library-error" } else { "library-hint" };
    html! {
        <div class="field" data-invalid={props.error.is_some().then_some("")}>
            <label for="answers.library_id">{ text.t("library-find") }</label>
            <span class="hint" id="library-hint">{ text.t("library-hint") }</span>
            if let Some(error) = &props.error {
                <span class="error" id="library-error"><span class="vh">{ text.t("error-prefix") }{ " " }</span>{ error }</span>
            }
            <Combobox id="answers.library_id" list_label={text.t("libraries")} value={(*typed).clone()} {oninput} {choices}
                {onchoose} describedby={describes} invalid={props.error.is_some()} />
        </div>
    }
}

fn choice(text: &Text, library: &Library) -> Choice {
    let state = if library.is_claimed {
        text.t("library-claimed")
    } else if library.is_community_managed {
        text.t("library-community")
    } else {
        text.t("library-council")
    };
    let place = place(library);
    Choice {
        label: format!("{}, {place}, {state}", library.name).into(),
        html: html! { <span><b>{ &library.name }</b><br /><span class="hint">{ place }{ ". " }{ state }</span></span> },
    }
}

/// Where a library is, in one line.
fn place(library: &Library) -> String {
    let parts = [library.address.as_str(), library.postcode.as_str(), library.authority.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[derive(PartialEq, Properties)]
struct ChosenProps {
    library: Library,
    chosen: UseStateHandle<Option<Library>>,
}

#[component]
fn Chosen(props: &ChosenProps) -> Html {
    let text = use_text();
    let library = &props.library;
    use_effect_with((), |()| focus("library-chosen"));
    let again = {
        let chosen = props.chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(None))
    };
    let run_by = text.t(if library.is_community_managed { "library-run-community" } else { "library-run-council" });
    html! {
        <div class="cat-card narrow" id="library-chosen" tabindex="-1" role="group" aria-label={text.with("library-claiming", &[("library", &library.name)])}>
            <h3>{ &library.name }</h3>
            <dl>
                <div><dt>{ text.t("library-address") }</dt><dd>{ place(library) }</dd></div>
                <div><dt>{ text.t("library-run") }</dt><dd>{ run_by }</dd></div>
                <div><dt>{ text.t("library-record") }</dt><dd>{ text.t("library-record-text") }</dd></div>
            </dl>
            <p class="row mt-4">
                <span class="badge is-ok">{ icon("check") }{ text.t("library-yours") }</span>
                <button class="btn-link" type="button" onclick={again}>{ text.t("library-other") }</button>
            </p>
        </div>
    }
}
