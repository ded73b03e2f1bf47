//! The directory of organisations.

use client::types::membership::{Nation, OperatingModel, OrganisationKind, OrganisationQuery, OrganisationSummary};
use yew::prelude::*;
use yew_router::prelude::*;

use super::search::{DirectorySearch, places};
use crate::components::{EmptyState, Link, Pager, facet, icon, load, query_of};
use crate::hooks::{use_query, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// The nations, in the order of lists.
pub const NATIONS: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

/// The directory of organisations.
#[component]
pub fn DirectoryPage() -> Html {
    let text = use_text();
    use_title(text.t("directory-title"));
    let query = use_location().and_then(|location| location.query::<OrganisationQuery>().ok()).unwrap_or_default();
    let found = use_query(query.clone(), |client, query| async move { client.list_organisations(&query).await });
    let first = OrganisationQuery { after: None, ..query.clone() };
    let search = {
        let first = first.clone();
        Callback::from(move |q: Option<String>| query_of(&OrganisationQuery { q, ..first.clone() }))
    };
    html! {
        <>
            <div class="pagehead">
                <div>
                    <h1>{ text.t("directory-title") }</h1>
                    <p class="lead">{ text.t("directory-lead") }</p>
                </div>
                <Link class="btn btn-2" to={Route::DirectoryMap} query={query_of(&first)}>{ icon("map-pin") }{ text.t("map-open") }</Link>
            </div>
            <DirectoryTabs current={Route::Directory} />
            <DirectorySearch to={Route::Directory} id="directory-q" label={text.t("directory-search")} words={query.q.clone()} query={search} />
            <div class="cols cols-start">
                <div class="cols-main" aria-busy={found.is_busy.then_some("true")}>
                    { load(&found, |page| if page.items.is_empty() {
                        html! {
                            <EmptyState title={text.t("directory-none")}>
                                <p>{ text.t("directory-none-text") }</p>
                                <p><Link class="btn btn-2" to={Route::Directory}>{ text.t("filters-clear") }</Link></p>
                            </EmptyState>
                        }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&OrganisationQuery { after: Some(after), ..query.clone() }));
                        html! {
                            <>
                                <ol class="entries">{ for page.items.iter().map(|organisation| entry(&text, organisation)) }</ol>
                                <Pager to={Route::Directory} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                </div>
                <aside><Facets query={first} /></aside>
            </div>
        </>
    }
}

/// Which part of the directory is shown.
#[derive(PartialEq, Properties)]
pub struct DirectoryTabsProps {
    /// The part.
    pub current: Route,
}

/// The parts of the directory.
#[component]
pub fn DirectoryTabs(props: &DirectoryTabsProps) -> Html {
    let text = use_text();
    let parts = [
        (Route::Directory, "directory-organisations"),
        (Route::Members, "directory-people"),
        (Route::Libraries, "libraries"),
    ];
    html! {
        <nav class="tabs" aria-label={text.t("directory-parts")}>
            { for parts.into_iter().map(|(to, message)| html! {
                <Link to={to.clone()} current={to == props.current}>{ text.t(message) }</Link>
            }) }
        </nav>
    }
}

fn entry(text: &Text, organisation: &OrganisationSummary) -> Html {
    let to = Route::Organisation { id: organisation.id.0, slug: organisation.slug.clone() };
    let nation = organisation.nation.map(|nation| text.t(&format!("nation-{}", nation.as_str())));
    let nation = nation.filter(|nation| **nation != *organisation.region);
    html! {
        <li class="entry" key={organisation.id.0}>
            <div>
                <p class="t-s muted">{ text.t(&format!("organisation-kind-{}", organisation.kind.as_str())) }</p>
                <h2 class="entry-title"><Link {to}>{ &organisation.name }</Link></h2>
                <p class="meta">
                    if !organisation.postcode.is_empty() { <span>{ &organisation.postcode }</span> }
                    if !organisation.authority.is_empty() {
                        <Link to={Route::Directory} query={query_of(&[("authority", &organisation.authority)])}>{ &organisation.authority }</Link>
                    }
                    if !organisation.region.is_empty() {
                        <Link to={Route::Directory} query={query_of(&[("region", &organisation.region)])}>{ &organisation.region }</Link>
                    }
                    if let Some(nation) = nation { <span>{ nation }</span> }
                    if organisation.library_count > 0 {
                        <span>{ text.count("libraries-run", organisation.library_count.into()) }</span>
                    }
                    <span>{ text.count("people-in", organisation.member_count.into()) }</span>
                </p>
            </div>
        </li>
    }
}

/// Where an organisation is, in one line.
pub(super) fn place(text: &Text, organisation: &OrganisationSummary) -> String {
    let nation = organisation.nation.map(|nation| text.t(&format!("nation-{}", nation.as_str())).to_string());
    let nation = nation.filter(|nation| *nation != organisation.region);
    let parts = [&organisation.postcode, &organisation.authority, &organisation.region];
    let parts = parts.into_iter().filter(|part| !part.is_empty()).cloned().chain(nation);
    parts.collect::<Vec<_>>().join(", ")
}

#[derive(PartialEq, Properties)]
struct FacetsProps {
    query: OrganisationQuery,
}

#[component]
fn Facets(props: &FacetsProps) -> Html {
    let text = use_text();
    let query = &props.query;
    let item = |words: AttrValue, to: OrganisationQuery, is_current: bool| {
        html! { <li><Link to={Route::Directory} query={query_of(&to)} current={is_current}>{ words }</Link></li> }
    };
    let any = || text.t("filter-any");
    let chosen = [
        (query.authority.clone(), query_of(&OrganisationQuery { authority: None, ..query.clone() })),
        (query.region.clone(), query_of(&OrganisationQuery { region: None, ..query.clone() })),
    ];
    html! {
        <div class="flow flow-5">
            { places(&text, &Route::Directory, chosen) }
            { facet("facet-kind", text.t("organisation-kind"), html! { <>
                { item(any(), OrganisationQuery { kind: None, ..query.clone() }, query.kind.is_none()) }
                { for OrganisationKind::ALL.iter().map(|kind| item(
                    text.t(&format!("organisation-kind-{}", kind.as_str())),
                    OrganisationQuery { kind: Some(*kind), ..query.clone() },
                    query.kind == Some(*kind),
                )) }
            </> }) }
            { facet("facet-nation", text.t("nation"), html! { <>
                { item(any(), OrganisationQuery { nation: None, ..query.clone() }, query.nation.is_none()) }
                { for NATIONS.iter().map(|nation| item(
                    text.t(&format!("nation-{}", nation.as_str())),
                    OrganisationQuery { nation: Some(*nation), ..query.clone() },
                    query.nation == Some(*nation),
                )) }
            </> }) }
            { facet("facet-model", text.t("organisation-model"), html! { <>
                { item(any(), OrganisationQuery { model: None, ..query.clone() }, query.model.is_none()) }
                { for OperatingModel::ALL.iter().map(|model| item(
                    text.t(&format!("operating-model-{}", model.as_str())),
                    OrganisationQuery { model: Some(*model), ..query.clone() },
                    query.model == Some(*model),
                )) }
            </> }) }
        </div>
    }
}
