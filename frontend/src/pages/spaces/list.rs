//! The list of spaces.

use client::types::accounts::Role;
use client::types::forum::{Space, SpaceQuery, SpaceStanding};
use yew::prelude::*;
use yew_router::prelude::*;

use super::access_words;
use crate::components::{EmptyState, Link, Pager, load, query_of};
use crate::hooks::{use_query, use_session, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// The spaces that the viewer may know of.
#[component]
pub fn SpacesPage() -> Html {
    let text = use_text();
    let session = use_session();
    use_title(text.t("spaces-title"));
    let query = use_location().and_then(|location| location.query::<SpaceQuery>().ok()).unwrap_or_default();
    let spaces = use_query(query.clone(), |client, query| async move { client.list_spaces(&query).await });
    html! {
        <>
            <div class="pagehead">
                <div><h1>{ text.t("spaces-title") }</h1><p class="lead">{ text.t("spaces-lead") }</p></div>
                if session.has(Role::Admin) {
                    <p class="row">
                        <Link class="btn" to={Route::NewSpace}>{ text.t("space-new") }</Link>
                        <Link class="btn btn-2" to={Route::Audit}>{ text.t("audit-title") }</Link>
                    </p>
                }
            </div>
            { load(&spaces, |page| if page.items.is_empty() {
                html! { <EmptyState title={text.t("spaces-none")}><p>{ text.t("spaces-none-text") }</p></EmptyState> }
            } else {
                let first = SpaceQuery { after: None, ..query.clone() };
                let next = page.next.clone().map(|after| query_of(&SpaceQuery { after: Some(after), ..query.clone() }));
                html! {
                    <>
                        <ol class="entries">{ for page.items.iter().map(|space| entry(&text, space)) }</ol>
                        <Pager to={Route::Spaces} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                    </>
                }
            }) }
        </>
    }
}

fn entry(text: &Text, space: &Space) -> Html {
    html! {
        <li class="entry" key={space.id.0}><div>
            <p class="row t-s row-s">
                { access_words(text, space.access) }
                { standing_words(text, space) }
            </p>
            <h2 class="entry-title"><Link to={Route::Space { slug: space.slug.clone() }}>{ &space.name }</Link></h2>
            if !space.description.is_empty() { <p class="entry-text">{ &space.description }</p> }
            <p class="meta">
                if let Some(count) = space.thread_count { <span>{ text.count("space-threads", count.into()) }</span> }
                if space.member_count > 0 { <span>{ text.count("space-people", space.member_count.into()) }</span> }
                if let Some(count) = space.asked_count.filter(|count| *count > 0) {
                    <span>{ text.count("space-asking", count.into()) }</span>
                }
            </p>
        </div></li>
    }
}

/// How the viewer stands to a space, if at all.
pub(super) fn standing_words(text: &Text, space: &Space) -> Html {
    match space.viewer.standing {
        SpaceStanding::Outside => html! {},
        SpaceStanding::Asked => html! { <span class="badge">{ text.t("space-standing-asked") }</span> },
        SpaceStanding::Member => html! { <span class="badge is-ok">{ text.t("space-standing-member") }</span> },
        SpaceStanding::Moderator => html! { <span class="badge is-ok">{ text.t("space-standing-moderator") }</span> },
    }
}
