//! Tags.

use yew::prelude::*;

use super::{Link, query_of};
use crate::hooks::use_text;
use crate::routes::Route;

/// Which tags, and where they lead.
#[derive(PartialEq, Properties)]
pub struct TagsProps {
    /// The tags.
    pub tags: Vec<String>,
    /// The list that they lead to.
    #[prop_or(Route::Questions)]
    pub to: Route,
}

/// Tags, each leading to what carries it.
#[component]
pub fn Tags(props: &TagsProps) -> Html {
    let text = use_text();
    if props.tags.is_empty() {
        return html! {};
    }
    html! {
        <ul class="tags" aria-label={text.t("tags")}>
            { for props.tags.iter().map(|tag| html! {
                <li key={tag.clone()}><Link class="tag" to={props.to.clone()} query={query_of(&[("tag", tag)])}>{ tag }</Link></li>
            }) }
        </ul>
    }
}
