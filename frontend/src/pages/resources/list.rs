//! The list of resources.

use client::types::resources::{ResourceKind, ResourceQuery};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{
    EmptyState, Link, Pager, ResourceEntry, facet, go, icon, load, query_of, shelf_name, use_shelves,
};
use crate::hooks::{use_query, use_text, use_title};
use crate::routes::Route;

/// The list of resources.
#[component]
pub fn ResourcesPage() -> Html {
    let text = use_text();
    use_title(text.t("resources-title"));
    let navigator = use_navigator();
    let query = use_location().and_then(|location| location.query::<ResourceQuery>().ok()).unwrap_or_default();
    let resources = use_query(query.clone(), |client, query| async move { client.list_resources(&query).await });
    let field = use_node_ref();
    let first = ResourceQuery { after: None, ..query.clone() };
    let search = {
        let field = field.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let (Some(navigator), Some(field)) = (&navigator, field.cast::<HtmlInputElement>()) {
                go(navigator, &Route::Search, &query_of(&[("q", field.value().trim()), ("kind", "resource")]));
            }
        })
    };
    html! {
        <>
            <div class="pagehead">
                <div>
                    <h1>{ text.t("resources-title") }</h1>
                    <form role="search" class="mt-4" aria-label={text.t("resources-search")} onsubmit={search}>
                        <label class="vh" for="resource-q">{ text.t("resources-search") }</label>
                        <div class="joined narrow">
                            <input class="input" id="resource-q" type="search" ref={field} />
                            <button class="btn">{ icon("search") }{ text.t("search") }</button>
                        </div>
                    </form>
                </div>
                <Link class="btn btn-2" to={Route::AddResource}>{ icon("plus") }{ text.t("resource-share") }</Link>
            </div>
            <div class="cols cols-start">
                <div class="cols-main" aria-busy={resources.is_busy.then_some("true")}>
                    <Chosen query={first.clone()} />
                    { load(&resources, |page| if page.items.is_empty() {
                        html! {
                            <EmptyState title={text.t("resources-none")}>
                                <p>{ text.t("resources-none-text") }</p>
                                <p><Link class="btn btn-2" to={Route::AddResource}>{ text.t("resource-share") }</Link></p>
                            </EmptyState>
                        }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&ResourceQuery { after: Some(after), ..query.clone() }));
                        html! {
                            <>
                                <ol class="entries">{ for page.items.iter().map(|resource| html! {
                                    <ResourceEntry key={resource.id.0} resource={resource.clone()} />
                                }) }</ol>
                                <Pager to={Route::Resources} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                </div>
                <aside><Facets query={first} /></aside>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct FacetsProps {
    query: ResourceQuery,
}

#[component]
fn Facets(props: &FacetsProps) -> Html {
    let text = use_text();
    let (shelves, _) = use_shelves();
    let query = &props.query;
    let item = |words: AttrValue, to: ResourceQuery, is_current: bool| {
        html! { <li><Link to={Route::Resources} query={query_of(&to)} current={is_current}>{ words }</Link></li> }
    };
    html! {
        <div class="flow flow-5">
            { facet("facet-kind", text.t("resource-kind"), html! { <>
                { item(text.t("resource-kind-any"), ResourceQuery { kind: None, ..query.clone() }, query.kind.is_none()) }
                { for ResourceKind::ALL.iter().map(|kind| item(
                    text.t(&format!("resource-kind-{}", kind.as_str())),
                    ResourceQuery { kind: Some(*kind), ..query.clone() },
                    query.kind == Some(*kind),
                )) }
            </> }) }
            { facet("facet-shelf", text.t("shelf"), html! { <>
                { item(text.t("shelf-all"), ResourceQuery { shelf: None, ..query.clone() }, query.shelf.is_none()) }
                { for shelves.iter().map(|shelf| item(
                    shelf_name(&text, shelf),
                    ResourceQuery { shelf: Some(shelf.slug.clone()), ..query.clone() },
                    query.shelf.as_ref() == Some(&shelf.slug),
                )) }
            </> }) }
        </div>
    }
}

#[component]
fn Chosen(props: &FacetsProps) -> Html {
    let text = use_text();
    let (shelves, _) = use_shelves();
    let query = &props.query;
    if query.kind.is_none() && query.shelf.is_none() && query.tag.is_none() {
        return html! {};
    }
    let filter = |words: AttrValue, without: ResourceQuery| {
        html! {
            <Link class="tag" to={Route::Resources} query={query_of(&without)}>
                { words }{ " " }{ icon("x") }<span class="vh">{ text.t("filter-remove") }</span>
            </Link>
        }
    };
    let kind = query.kind.map(|kind| {
        filter(text.t(&format!("resource-kind-{}", kind.as_str())), ResourceQuery { kind: None, ..query.clone() })
    });
    let shelf = query.shelf.as_ref().map(|slug| {
        let name = shelves.iter().find(|shelf| &shelf.slug == slug).map(|shelf| shelf_name(&text, shelf));
        filter(name.unwrap_or_else(|| slug.clone().into()), ResourceQuery { shelf: None, ..query.clone() })
    });
    let tag = query.tag.as_ref().map(|tag| filter(tag.clone().into(), ResourceQuery { tag: None, ..query.clone() }));
    html! {
        <p class="row t-s mb-4" role="status">
            <span class="vh">{ text.t("filters-on") }</span>{ kind }{ " " }{ shelf }{ " " }{ tag }{ " " }
            <Link to={Route::Resources}>{ text.t("filters-clear") }</Link>
        </p>
    }
}
