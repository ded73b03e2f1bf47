//! Finding one's library in the register.

use client::types::membership::{Library, LibraryQuery};
use client::types::{OrganisationId, Page};
use yew::prelude::*;

use super::types::PlaceDraft;
use crate::components::{Choice, Combobox, FormErrors, SelectField, TextField, icon};
use crate::hooks::{focus, use_debounced, use_query, use_text};
use crate::pages::membership::NATIONS;
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
    /// The organisation that is joined instead.
    pub joins: UseStateHandle<Option<(OrganisationId, String)>>,
    /// Where the library is that was typed by hand.
    pub place: PlaceDraft,
    /// What is wrong.
    pub errors: FormErrors,
}

/// A field to find one's library, to ask to join those who run it, or to type its name.
#[component]
pub fn LibraryLookup(props: &LibraryLookupProps) -> Html {
    let text = use_text();
    let typed = use_state(String::new);
    let by_hand = use_state_eq(|| !props.name.is_empty());
    let taken = use_state_eq(|| None::<Library>);
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
    if let Some((_, name)) = &*props.joins {
        return html! { <Joining name={name.clone()} joins={props.joins.clone()} /> };
    }
    if let Some(library) = &*taken {
        return html! { <Taken library={library.clone()} taken={taken.clone()} joins={props.joins.clone()} /> };
    }
    if *by_hand {
        let back = {
            let (by_hand, name) = (by_hand.clone(), props.name.clone());
            Callback::from(move |_: MouseEvent| {
                name.set(String::new());
                by_hand.set(false);
            })
        };
        return html! { <ByHand name={props.name.clone()} place={props.place.clone()} errors={props.errors.clone()} {back} /> };
    }
    let error = props.errors.at("answers.library_id").or_else(|| props.errors.at("answers.library_name"));
    let is_fresh = settled == *typed && settled.trim().chars().count() >= 2 && !found.is_busy;
    let libraries = found.ready().filter(|_| is_fresh).map(|page| page.items.clone()).unwrap_or_default();
    let mut choices: Vec<_> = libraries.iter().map(|library| choice(&text, library)).collect();
    if is_fresh {
        let label = text.t("library-by-hand");
        choices.push(Choice { html: html! { <span>{ &label }</span> }, label });
    }
    let onchoose = {
        let (chosen, by_hand, name, typed, taken) =
            (props.library.clone(), by_hand.clone(), props.name.clone(), typed.clone(), taken.clone());
        Callback::from(move |place: usize| match libraries.get(place) {
            // One that has joined already is not claimed again: those who run it are asked.
            Some(library) if library.is_claimed => taken.set(Some(library.clone())),
            Some(library) => {
                chosen.set(Some(library.clone()));
                typed.set(String::new());
            }
            None => {
                name.set((*typed).clone());
                by_hand.set(true);
            }
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |words: String| typed.set(words))
    };
    let describes = if error.is_some() { "library-hint library-error" } else { "library-hint" };
    html! {
        <div class="field" data-invalid={error.is_some().then_some("")}>
            <label for="answers.library_id">{ text.t("library-find") }</label>
            <span class="hint" id="library-hint">{ text.t("library-hint") }</span>
            if let Some(error) = &error {
                <span class="error" id="library-error"><span class="vh">{ text.t("error-prefix") }{ " " }</span>{ error }</span>
            }
            <Combobox id="answers.library_id" list_label={text.t("libraries")} value={(*typed).clone()} {oninput} {choices}
                {onchoose} describedby={describes} invalid={error.is_some()} />
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
struct ByHandProps {
    name: UseStateHandle<String>,
    place: PlaceDraft,
    errors: FormErrors,
    back: Callback<MouseEvent>,
}

/// The fields for a library that the register does not have.
#[component]
fn ByHand(props: &ByHandProps) -> Html {
    let text = use_text();
    let (place, errors) = (&props.place, &props.errors);
    let nations = NATIONS.iter().map(|nation| (nation.as_str().into(), text.t(&format!("nation-{}", nation.as_str()))));
    html! {
        <>
            <TextField id="answers.library_name" label={text.t("library-name")} value={props.name.clone()} error={errors.at("answers.library_name")} />
            <TextField id="answers.place.address" label={text.t("library-address")} optional=true value={place.address.clone()} error={errors.at("answers.place.address")} />
            <TextField id="answers.place.postcode" short=true label={text.t("library-postcode")} hint={text.t("library-postcode-hint")} optional=true
                autocomplete="postal-code" value={place.postcode.clone()} error={errors.at("answers.place.postcode")} />
            <TextField id="answers.place.authority" label={text.t("library-authority")} optional=true value={place.authority.clone()} error={errors.at("answers.place.authority")} />
            <SelectField id="answers.place.nation" label={text.t("nation")} value={place.nation.clone()} options={nations.collect::<Vec<_>>()} />
            <p><button type="button" class="btn-link" onclick={props.back.clone()}>{ text.t("library-search-again") }</button></p>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct TakenProps {
    library: Library,
    taken: UseStateHandle<Option<Library>>,
    joins: UseStateHandle<Option<(OrganisationId, String)>>,
}

/// A library that has joined already, and the way forward.
#[component]
fn Taken(props: &TakenProps) -> Html {
    let text = use_text();
    let library = &props.library;
    use_effect_with((), |()| focus("library-taken"));
    let again = {
        let taken = props.taken.clone();
        Callback::from(move |_: MouseEvent| taken.set(None))
    };
    let join = library.organisation_id.map(|id| {
        let (joins, taken, name) = (props.joins.clone(), props.taken.clone(), library.name.clone());
        Callback::from(move |_: MouseEvent| {
            taken.set(None);
            joins.set(Some((id, name.clone())));
        })
    });
    html! {
        <div class="cat-card narrow" id="library-taken" tabindex="-1" role="group" aria-label={library.name.clone()}>
            <h3>{ &library.name }</h3>
            <p class="mb-3">{ place(library) }</p>
            <p>{ text.t("library-claimed-text") }</p>
            <p class="row mt-4">
                if let Some(join) = join {
                    <button class="btn btn-small" type="button" onclick={join}>{ icon("users") }{ text.t("library-join-them") }</button>
                }
                <button class="btn-link" type="button" onclick={again}>{ text.t("library-other") }</button>
            </p>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct JoiningProps {
    name: String,
    joins: UseStateHandle<Option<(OrganisationId, String)>>,
}

/// The organisation that is joined.
#[component]
fn Joining(props: &JoiningProps) -> Html {
    let text = use_text();
    use_effect_with((), |()| focus("library-joining"));
    let again = {
        let joins = props.joins.clone();
        Callback::from(move |_: MouseEvent| joins.set(None))
    };
    html! {
        <div class="cat-card narrow" id="library-joining" tabindex="-1" role="group" aria-label={props.name.clone()}>
            <h3>{ &props.name }</h3>
            <p>{ text.t("library-joining-text") }</p>
            <p class="row mt-4">
                <span class="badge is-ok">{ icon("check") }{ text.t("library-joining") }</span>
                <button class="btn-link" type="button" onclick={again}>{ text.t("library-other") }</button>
            </p>
        </div>
    }
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
