//! The shelves, set by staff.

use client::types::ShelfId;
use client::types::accounts::Role;
use client::types::topics::{Colour, NewShelf, Shelf, ShelfPatch};
use yew::prelude::*;

use crate::components::{
    Button, ErrorSummary, FormErrors, Gate, SelectField, TextField, error_text, icon, use_shelves,
};
use crate::hooks::{use_mutation, use_text, use_title};
use crate::text::Text;

/// The shelves.
#[component]
pub fn ShelvesPage() -> Html {
    let text = use_text();
    use_title(text.t("shelves-title"));
    html! { <Gate role={Role::Admin}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let text = use_text();
    let (shelves, reload) = use_shelves();
    let editing = use_state(|| None::<ShelfId>);
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("shelves-title") }</h1><p class="lead">{ text.t("shelves-lead") }</p></div></div>
            <div class="cols">
                <ol class="entries">
                    { for shelves.iter().map(|shelf| html! {
                        <Row key={shelf.id.0} shelf={shelf.clone()} last={shelves.len()} editing={editing.clone()} changed={reload.clone()} />
                    }) }
                </ol>
                <aside><section class="panel"><h2>{ text.t("shelf-new") }</h2><NewShelfForm changed={reload.clone()} /></section></aside>
            </div>
        </>
    }
}

fn colours(text: &Text) -> Vec<(AttrValue, AttrValue)> {
    Colour::ALL.iter().map(|colour| (colour.as_str().into(), text.t(&format!("colour-{}", colour.as_str())))).collect()
}

fn colour_of(name: &str) -> Colour {
    Colour::ALL.into_iter().find(|colour| colour.as_str() == name).unwrap_or_default()
}

#[derive(PartialEq, Properties)]
struct RowProps {
    shelf: Shelf,
    last: usize,
    editing: UseStateHandle<Option<ShelfId>>,
    changed: Callback<()>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let text = use_text();
    let shelf = &props.shelf;
    let id = shelf.id;
    let change = {
        let (changed, editing) = (props.changed.clone(), props.editing.clone());
        use_mutation(
            move |client, patch: ShelfPatch| async move { client.update_shelf(id, &patch).await },
            Callback::from(move |_: Shelf| {
                editing.set(None);
                changed.emit(());
            }),
        )
    };
    let remove = {
        let changed = props.changed.clone();
        use_mutation(
            move |client, ()| async move { client.delete_shelf(id).await },
            Callback::from(move |()| changed.emit(())),
        )
    };
    let move_to = |position: i32| {
        change.run.reform(move |_: MouseEvent| ShelfPatch { position: Some(position), ..ShelfPatch::default() })
    };
    let toggle = {
        let editing = props.editing.clone();
        Callback::from(move |_: MouseEvent| editing.set(if *editing == Some(id) { None } else { Some(id) }))
    };
    let is_editing = *props.editing == Some(id);
    let failure = change.error.as_ref().filter(|_| !is_editing).or(remove.error.as_ref());
    let named = |message: &str| html! { <span class="vh">if !message.is_empty() { { text.t(message) }{ " " } }{ &shelf.name }</span> };
    html! {
        <li class="entry"><div>
            <p class="row row-apart">
                <span class={classes!("spine", format!("s-{}", shelf.colour.as_str()))}>
                    <b>{ &shelf.name }</b>
                    if let Some(welsh) = &shelf.name_cy { <span class="muted" lang="cy">{ welsh }</span> }
                </span>
                <span class="n">{ text.count("shelf-count", shelf.item_count) }</span>
            </p>
            <p class="row row-m mt-2">
                if shelf.position > 1 {
                    <button class="btn-link" type="button" onclick={move_to(shelf.position - 1)}>{ icon("arrow-up") }{ named("move-up") }</button>
                }
                if usize::try_from(shelf.position).is_ok_and(|position| position < props.last) {
                    <button class="btn-link" type="button" onclick={move_to(shelf.position + 1)}>{ icon("arrow-down") }{ named("move-down") }</button>
                }
                <button class="btn-link" type="button" onclick={toggle} aria-expanded={is_editing.to_string()}>{ icon("pencil") }{ text.t("change") }{ named("") }</button>
                if shelf.item_count == 0 {
                    <button class="btn-link" type="button" onclick={remove.run.reform(|_: MouseEvent| ())}>{ icon("trash-2") }{ text.t("remove") }{ named("") }</button>
                }
            </p>
            if let Some(error) = failure { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            if is_editing { <EditShelf shelf={shelf.clone()} save={change.run.clone()} busy={change.is_busy} errors={FormErrors::of(&text, change.error.as_ref())} /> }
        </div></li>
    }
}

#[derive(PartialEq, Properties)]
struct EditShelfProps {
    shelf: Shelf,
    save: Callback<ShelfPatch>,
    busy: bool,
    errors: FormErrors,
}

#[component]
fn EditShelf(props: &EditShelfProps) -> Html {
    let text = use_text();
    let name = use_state(|| props.shelf.name.clone());
    let name_cy = use_state(|| props.shelf.name_cy.clone().unwrap_or_default());
    let colour = use_state(|| props.shelf.colour.as_str().to_owned());
    let onsubmit = {
        let (name, name_cy, colour, save) = (name.clone(), name_cy.clone(), colour.clone(), props.save.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(ShelfPatch {
                name: Some(name.trim().to_owned()),
                name_cy: Some(name_cy.trim().to_owned()).filter(|name| !name.is_empty()),
                colour: Some(colour_of(&colour)),
                position: None,
            });
        })
    };
    let id = props.shelf.id;
    html! {
        <form novalidate=true class="flow mt-4" {onsubmit}>
            if let Some(general) = &props.errors.general { <p class="error" role="alert">{ general }</p> }
            <TextField id={format!("name-{id}")} label={text.t("shelf-name")} value={name} error={props.errors.at("name")} />
            <TextField id={format!("name_cy-{id}")} label={text.t("shelf-name-cy")} optional=true value={name_cy} error={props.errors.at("name_cy")} />
            <SelectField id={format!("colour-{id}")} label={text.t("shelf-colour")} value={colour} options={colours(&text)} />
            <p><Button class="btn-small" submit=true busy={props.busy}>{ text.t("save-changes") }</Button></p>
        </form>
    }
}

#[derive(PartialEq, Properties)]
struct NewShelfProps {
    changed: Callback<()>,
}

#[component]
fn NewShelfForm(props: &NewShelfProps) -> Html {
    let text = use_text();
    let (name, name_cy) = (use_state(String::new), use_state(String::new));
    let colour = use_state(|| Colour::default().as_str().to_owned());
    let create = {
        let (changed, name, name_cy) = (props.changed.clone(), name.clone(), name_cy.clone());
        use_mutation(
            |client, new: NewShelf| async move { client.create_shelf(&new).await },
            Callback::from(move |_: Shelf| {
                name.set(String::new());
                name_cy.set(String::new());
                changed.emit(());
            }),
        )
    };
    let errors = FormErrors::of(&text, create.error.as_ref());
    let onsubmit = {
        let (name, name_cy, colour, run) = (name.clone(), name_cy.clone(), colour.clone(), create.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewShelf {
                name: name.trim().to_owned(),
                name_cy: Some(name_cy.trim().to_owned()).filter(|name| !name.is_empty()),
                colour: colour_of(&colour),
            });
        })
    };
    html! {
        <form novalidate=true class="flow" {onsubmit}>
            <ErrorSummary errors={errors.clone()} failures={create.failures} />
            <TextField id="name" label={text.t("shelf-name")} value={name} error={errors.at("name")} />
            <TextField id="name_cy" label={text.t("shelf-name-cy")} optional=true value={name_cy} error={errors.at("name_cy")} />
            <SelectField id="colour" label={text.t("shelf-colour")} value={colour} options={colours(&text)} />
            <p><Button submit=true busy={create.is_busy}>{ text.t("shelf-add") }</Button></p>
        </form>
    }
}
