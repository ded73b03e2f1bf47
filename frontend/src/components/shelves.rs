//! Shelves: loaded once, known everywhere.

use std::rc::Rc;

use client::types::topics::Shelf;
use yew::prelude::*;

use super::{Link, query_of};
use crate::hooks::{Query, use_query, use_text};
use crate::routes::Route;
use crate::text::{Language, Text};

/// What the provider holds.
#[derive(PartialEq, Properties)]
pub struct ShelvesProviderProps {
    /// What may ask for the shelves.
    pub children: Html,
}

/// Provides the shelves.
#[component]
pub fn ShelvesProvider(props: &ShelvesProviderProps) -> Html {
    let shelves = use_query((), |client, ()| async move { client.list_shelves().await });
    html! { <ContextProvider<Query<Vec<Shelf>>> context={shelves}>{ props.children.clone() }</ContextProvider<Query<Vec<Shelf>>>> }
}

/// The shelves as far as they are known, and the way to ask for them again.
#[hook]
pub fn use_shelves() -> (Rc<Vec<Shelf>>, Callback<()>) {
    let query = use_context::<Query<Vec<Shelf>>>();
    query.map_or_else(Default::default, |query| (query.ready().unwrap_or_default(), query.reload))
}

/// The name of a shelf in the language in force.
pub fn shelf_name(text: &Text, shelf: &Shelf) -> AttrValue {
    let name = if text.language == Language::Welsh { shelf.name_cy.as_ref() } else { None };
    name.unwrap_or(&shelf.name).clone().into()
}

/// Which shelf, and where it leads.
#[derive(PartialEq, Properties)]
pub struct ShelfLabelProps {
    /// The slug.
    pub slug: AttrValue,
    /// The list that it leads to.
    #[prop_or(Route::Questions)]
    pub to: Route,
}

/// A shelf's spine and name.
#[component]
pub fn ShelfLabel(props: &ShelfLabelProps) -> Html {
    let text = use_text();
    let (shelves, _) = use_shelves();
    let Some(shelf) = shelves.iter().find(|shelf| shelf.slug == props.slug.as_str()) else {
        return html! { <span class="spine">{ &props.slug }</span> };
    };
    html! {
        <Link class={classes!("spine", format!("s-{}", shelf.colour.as_str()))} to={props.to.clone()}
            query={query_of(&[("shelf", shelf.slug.as_str())])}>{ shelf_name(&text, shelf) }</Link>
    }
}
