//! A resource.

use client::types::ResourceId;
use client::types::resources::{Resource, ResourceStatus};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Link, Notice, ShelfLabel, Tags, date, day, file_words, icon, load, markdown, person};
use crate::hooks::{use_query, use_text, use_title};
use crate::routes::Route;

/// Which resource.
#[derive(PartialEq, Properties)]
pub struct ResourcePageProps {
    /// The resource's id.
    pub id: i64,
}

/// A resource.
#[component]
pub fn ResourcePage(props: &ResourcePageProps) -> Html {
    let resource = use_query(ResourceId(props.id), |client, id| async move { client.get_resource(id).await });
    load(&resource, |resource| html! { <Loaded resource={resource.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    resource: Resource,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let resource = &props.resource;
    use_title(resource.title.clone().into());
    let address = Route::Resource { id: resource.id.0, slug: resource.slug.clone() };
    let here = use_route::<Route>();
    use_effect_with((address, here), move |(address, here)| {
        if let (Some(navigator), true) = (navigator, here.as_ref().is_some_and(|here| here != address)) {
            navigator.replace(address);
        }
    });
    let record = |term: &str, words: Html| html! { <div><dt>{ text.t(term) }</dt><dd>{ words }</dd></div> };
    html! {
        <>
            <div class="pagehead">
                <div>
                    <p class="t-s"><ShelfLabel slug={resource.shelf.slug.clone()} to={Route::Resources} /></p>
                    <h1>{ &resource.title }</h1>
                </div>
            </div>
            <div class="cols">
                <div>
                    if resource.status == ResourceStatus::Draft {
                        <Notice tone="mb-5" icon="lock"><p>{ text.t("resource-draft") }</p></Notice>
                    }
                    <p class="row mb-5">
                        if let Some(file) = &resource.file {
                            <a class="btn" href={format!("/api/v1/resources/{}/file", resource.id)} download={file.name.clone()}>
                                { icon("download") }{ text.with("resource-download", &[("file", &file_words(&text, file))]) }
                            </a>
                        }
                        if let Some(url) = &resource.url {
                            <a class="btn" href={url.clone()} rel="nofollow noopener noreferrer">
                                { icon("link") }{ text.with("resource-open", &[("host", host(url))]) }
                            </a>
                        }
                    </p>
                    { markdown(&resource.summary_html.clone()) }
                    <div class="mt-5"><Tags tags={resource.tags.clone()} to={Route::Resources} /></div>
                </div>
                <aside class="flow flow-6">
                    <section class="cat-card" aria-labelledby="record">
                        <h2 id="record">{ text.t("resource-record") }</h2>
                        <dl>
                            { record("resource-kind", html! { { text.t(&format!("resource-kind-{}", resource.kind.as_str())) } }) }
                            if resource.authors.is_empty() {
                                { record("resource-by", html! { { person(&resource.author.name, resource.author.organisation.as_deref()) } }) }
                            }
                            { for resource.authors.iter().map(|author| {
                                record("resource-author", html! { { person(&author.name, author.organisation.as_deref()) } })
                            }) }
                            if let Some(owner) = &resource.owner { { record("resource-owner", html! { { &owner.name } }) } }
                            { record("resource-added", html! { { date(&text, resource.created_at) } }) }
                            if let Some(licence) = &resource.licence {
                                { record("resource-licence", html! { { licence_words(&text, licence) } }) }
                            }
                            if let Some(date) = resource.review_on { { record("resource-review", day(&text, date)) } }
                            if let Some(question) = &resource.question {
                                { record("resource-question", html! {
                                    <Link to={Route::of_thread(question.kind, question.id.0, question.slug.clone())}>{ &question.title }</Link>
                                }) }
                            }
                            if resource.file.is_some() {
                                { record("resource-downloads", html! { { text.count("times", resource.download_count.into()) } }) }
                            }
                        </dl>
                    </section>
                    if resource.viewer.can_edit {
                        <p><Link class="btn btn-2 btn-small" to={Route::EditGuide { id: resource.id.0 }}>{ icon("pencil") }{ text.t("resource-edit") }</Link></p>
                    }
                    <p><Link class="btn btn-2 btn-small" to={Route::Ask}>{ text.t("resource-ask") }</Link></p>
                </aside>
            </div>
        </>
    }
}

/// A licence as people know it.
fn licence_words(text: &crate::text::Text, licence: &str) -> AttrValue {
    match licence {
        "all-rights-reserved" => text.t("licence-reserved"),
        "OGL-UK-3.0" => text.t("licence-ogl"),
        other => other
            .strip_prefix("CC-")
            .map_or_else(|| other.to_owned(), |rest| format!("CC {}", rest.replace("-4.0", " 4.0")))
            .into(),
    }
}

/// The host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_an_address_is_named_without_its_www() {
        assert_eq!(host("https://www.example.org/a?b"), "example.org");
        assert_eq!(host("http://example.org"), "example.org");
    }
}
