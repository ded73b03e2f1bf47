//! The tags.

use client::types::topics::TagQuery;
use yew::prelude::*;

use crate::components::{EmptyState, Link, load};
use crate::hooks::{use_query, use_text, use_title};
use crate::routes::Route;

/// The tags, those that are used most first.
#[component]
pub fn TagsPage() -> Html {
    let text = use_text();
    use_title(text.t("tags-title"));
    let tags = use_query((), |client, ()| async move { client.list_tags(&TagQuery::default()).await });
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("tags-title") }</h1><p class="lead">{ text.t("tags-lead") }</p></div></div>
            { load(&tags, |tags| if tags.is_empty() {
                html! { <EmptyState title={text.t("tags-none")}><p>{ text.t("tags-none-text") }</p></EmptyState> }
            } else {
                html! {
                    <ul class="links">{ for tags.iter().map(|tag| html! {
                        <li class="row row-apart" key={tag.name.clone()}>
                            <Link class="tag" to={Route::Tag { name: tag.name.clone() }}>{ &tag.name }</Link><span class="n">{ tag.item_count }</span>
                        </li>
                    }) }</ul>
                }
            }) }
        </>
    }
}
