//! What the lists of the directory share: the field to search one, and the places that it is narrowed to.

use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Link, facet, go, icon};
use crate::hooks::use_text;
use crate::routes::Route;
use crate::text::Text;

/// What is searched.
#[derive(PartialEq, Properties)]
pub struct DirectorySearchProps {
    /// The page of the list.
    pub to: Route,
    /// The id of the field.
    pub id: AttrValue,
    /// What the field is for.
    pub label: AttrValue,
    /// The words that were searched for.
    pub words: Option<String>,
    /// The query with other words, as it stands in an address; none for no words.
    pub query: Callback<Option<String>, AttrValue>,
}

/// The field to search a part of the directory.
#[component]
pub fn DirectorySearch(props: &DirectorySearchProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let field = use_node_ref();
    let onsubmit = {
        let (field, query, to) = (field.clone(), props.query.clone(), props.to.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let (Some(navigator), Some(field)) = (&navigator, field.cast::<HtmlInputElement>()) {
                let words = Some(field.value().trim().to_owned()).filter(|words| !words.is_empty());
                go(navigator, &to, &query.emit(words));
            }
        })
    };
    html! {
        <form role="search" class="mt-5 mb-5" aria-label={props.label.clone()} {onsubmit}>
            <label class="label" for={props.id.clone()}>{ &props.label }</label>
            <div class="joined narrow">
                <input class="input" id={props.id.clone()} type="search" ref={field} value={props.words.clone().unwrap_or_default()} />
                <button class="btn">{ icon("search") }{ text.t("search") }</button>
            </div>
        </form>
    }
}

/// The places that a part of the directory is narrowed to, each with the way to leave it out.
pub fn places(text: &Text, to: &Route, chosen: impl IntoIterator<Item = (Option<String>, AttrValue)>) -> Html {
    let mut chosen = chosen.into_iter().filter_map(|(name, without)| Some((name?, without))).peekable();
    if chosen.peek().is_none() {
        return html! {};
    }
    facet(
        "facet-place",
        text.t("directory-place"),
        html! { <>{ for chosen.map(|(name, query)| html! {
            <li><Link to={to.clone()} {query}>{ name }{ icon("x") }<span class="vh">{ text.t("filter-remove") }</span></Link></li>
        }) }</> },
    )
}
