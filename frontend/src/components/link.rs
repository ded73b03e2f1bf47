//! Links within the app.

use serde::Serialize;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::hooks::{load_page, present_path};
use crate::routes::Route;

/// A query as it stands in an address, without the question mark.
pub fn query_of(query: &impl Serialize) -> AttrValue {
    serde_urlencoded::to_string(query).unwrap_or_default().into()
}

/// Where a link leads and how it looks.
#[derive(Clone, PartialEq, Properties)]
pub struct LinkProps {
    /// The page.
    pub to: Route,
    /// Its query, without the question mark.
    #[prop_or_default]
    pub query: AttrValue,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it leads to the page that is shown.
    #[prop_or_default]
    pub current: bool,
    /// The language of its words, when it is another than the page's.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Its words.
    pub children: Html,
}

/// A link to a page of the app, followed without loading the app again.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let navigator = use_navigator();
    // A page of another app is loaded by the browser.
    let is_elsewhere = use_route::<Route>().is_some_and(|here| here.part() != props.to.part());
    let path = props.to.to_path();
    let href = if props.query.is_empty() { path } else { format!("{path}?{}", props.query) };
    let onclick = {
        let (to, query) = (props.to.clone(), props.query.clone());
        Callback::from(move |event: MouseEvent| {
            // Held keys mean a new tab or a download: the browser's business.
            if is_elsewhere || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
                return;
            }
            let Some(navigator) = &navigator else { return };
            event.prevent_default();
            go(navigator, &to, &query);
        })
    };
    html! {
        <a {href} {onclick} class={props.class.clone()} lang={props.lang.clone()}
            aria-current={props.current.then_some("page")}>{ props.children.clone() }</a>
    }
}

/// Opens a page.
pub fn go(navigator: &Navigator, to: &Route, query: &str) {
    if Route::recognize(&present_path()).is_some_and(|here| here.part() != to.part()) {
        let path = to.to_path();
        load_page(&if query.is_empty() { path } else { format!("{path}?{query}") });
    } else if query.is_empty() {
        navigator.push(to);
    } else {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        // Pairs of words can always be written as a query.
        let _ = navigator.push_with_query(to, &pairs);
    }
}
