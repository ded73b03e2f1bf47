//! The libraries in the directory.

use client::types::accounts::Role;
use client::types::membership::{Library, LibraryQuery};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{EmptyState, Link, Pager, facet, icon, load, query_of};
use crate::hooks::{use_query, use_session, use_text, use_title};
use crate::pages::membership::{DirectorySearch, DirectoryTabs, NATIONS, places};
use crate::routes::Route;
use crate::text::Text;

/// The libraries in the directory.
#[component]
pub fn LibrariesPage() -> Html {
    let text = use_text();
    use_title(text.t("libraries"));
    let is_member = use_session().has(Role::Member);
    let query = use_location().and_then(|location| location.query::<LibraryQuery>().ok()).unwrap_or_default();
    let found = use_query(query.clone(), |client, query| async move { client.list_libraries(&query).await });
    let first = LibraryQuery { after: None, ..query.clone() };
    let search = {
        let first = first.clone();
        Callback::from(move |q: Option<String>| query_of(&LibraryQuery { q, ..first.clone() }))
    };
    let add = html! {
        if is_member { <p><Link class="btn btn-2" to={Route::AddLibrary}>{ icon("plus") }{ text.t("library-add") }</Link></p> }
    };
    html! {
        <>
            <div class="pagehead"><div>
                <h1>{ text.t("directory-title") }</h1>
                <p class="lead">{ text.t("libraries-lead") }</p>
            </div></div>
            <DirectoryTabs current={Route::Libraries} />
            <DirectorySearch to={Route::Libraries} id="libraries-q" label={text.t("libraries-search")} words={query.q.clone()} query={search} />
            <div class="cols cols-start">
                <div class="cols-main flow" aria-busy={found.is_busy.then_some("true")}>
                    { load(&found, |page| if page.items.is_empty() {
                        html! {
                            <EmptyState title={text.t("libraries-none")}>
                                <p>{ text.t("libraries-none-text") }</p>
                                <p><Link class="btn btn-2" to={Route::Libraries}>{ text.t("filters-clear") }</Link></p>
                            </EmptyState>
                        }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&LibraryQuery { after: Some(after), ..query.clone() }));
                        html! {
                            <>
                                <ol class="entries">{ for page.items.iter().map(|library| entry(&text, library)) }</ol>
                                <Pager to={Route::Libraries} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                    { add }
                </div>
                <aside><Facets query={first} /></aside>
            </div>
        </>
    }
}

/// Who runs a library, in a few words.
pub(super) fn standing(text: &Text, library: &Library) -> AttrValue {
    text.t(if library.is_closed {
        "library-closed"
    } else if library.is_claimed {
        "library-joined"
    } else if library.is_community_managed {
        "library-community"
    } else {
        "library-council"
    })
}

fn entry(text: &Text, library: &Library) -> Html {
    let tone = if library.is_claimed { "badge is-ok" } else { "badge" };
    html! {
        <li class="entry" key={library.id.0}><div>
            <h2 class="entry-title"><Link to={Route::Library { id: library.id.0 }}>{ &library.name }</Link></h2>
            <p class="meta">
                <span class={tone}>{ standing(text, library) }</span>
                <span>{ format!("{}, {}", library.address, library.postcode) }</span>
                if !library.authority.is_empty() {
                    <Link to={Route::Libraries} query={query_of(&[("authority", &library.authority)])}>{ &library.authority }</Link>
                }
                if !library.region.is_empty() {
                    <Link to={Route::Libraries} query={query_of(&[("region", &library.region)])}>{ &library.region }</Link>
                }
            </p>
        </div></li>
    }
}

#[derive(PartialEq, Properties)]
struct FacetsProps {
    query: LibraryQuery,
}

#[component]
fn Facets(props: &FacetsProps) -> Html {
    let text = use_text();
    let query = &props.query;
    let item = |words: AttrValue, to: LibraryQuery, is_current: bool| {
        html! { <li><Link to={Route::Libraries} query={query_of(&to)} current={is_current}>{ words }</Link></li> }
    };
    let any = || text.t("filter-any");
    let chosen = [
        (query.authority.clone(), query_of(&LibraryQuery { authority: None, ..query.clone() })),
        (query.region.clone(), query_of(&LibraryQuery { region: None, ..query.clone() })),
    ];
    html! {
        <div class="flow flow-5">
            { places(&text, &Route::Libraries, chosen) }
            { facet("facet-joined", text.t("libraries-membership"), html! { <>
                { item(any(), LibraryQuery { is_claimed: None, ..query.clone() }, query.is_claimed.is_none()) }
                { item(text.t("libraries-joined"), LibraryQuery { is_claimed: Some(true), ..query.clone() }, query.is_claimed == Some(true)) }
                { item(text.t("libraries-unjoined"), LibraryQuery { is_claimed: Some(false), ..query.clone() }, query.is_claimed == Some(false)) }
            </> }) }
            { facet("facet-closed", text.t("libraries-doors"), html! { <>
                { item(any(), LibraryQuery { is_closed: None, ..query.clone() }, query.is_closed.is_none()) }
                { item(text.t("libraries-open"), LibraryQuery { is_closed: Some(false), ..query.clone() }, query.is_closed == Some(false)) }
                { item(text.t("library-closed"), LibraryQuery { is_closed: Some(true), ..query.clone() }, query.is_closed == Some(true)) }
            </> }) }
            { facet("facet-nation", text.t("nation"), html! { <>
                { item(any(), LibraryQuery { nation: None, ..query.clone() }, query.nation.is_none()) }
                { for NATIONS.iter().map(|nation| item(
                    text.t(&format!("nation-{}", nation.as_str())),
                    LibraryQuery { nation: Some(*nation), ..query.clone() },
                    query.nation == Some(*nation),
                )) }
            </> }) }
        </div>
    }
}
