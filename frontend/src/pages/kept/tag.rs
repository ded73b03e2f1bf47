//! A tag: what it is for, what carries it, and for moderators its care.

use client::types::accounts::Role;
use client::types::forum::{FollowKind, ThreadQuery};
use client::types::tags::{TagDetail, TagMerge, TagPatch};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, EmptyState, FollowButton, Link, ThreadEntry, error_text, load, query_of};
use crate::hooks::{Query, use_mutation, use_query, use_session, use_text, use_title};
use crate::pages::forum::split_tags;
use crate::routes::Route;

/// Which tag.
#[derive(PartialEq, Properties)]
pub struct TagPageProps {
    /// Its name, or another word that stands for it.
    pub name: String,
}

/// A tag.
#[component]
pub fn TagPage(props: &TagPageProps) -> Html {
    let tag = use_query(props.name.clone(), |client, name| async move { client.get_tag(&name).await });
    load(&tag, |loaded| html! { <Loaded tag={loaded.clone()} query={tag.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    tag: TagDetail,
    query: Query<TagDetail>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let session = use_session();
    let tag = &props.tag;
    use_title(text.with("tag-title", &[("name", &tag.name)]));
    let query = ThreadQuery { tag: Some(tag.name.clone()), ..ThreadQuery::default() };
    let questions = use_query(query.clone(), |client, query| async move { client.list_questions(&query).await });
    html! {
        <>
            <div class="pagehead">
                <div>
                    <h1>{ text.with("tag-title", &[("name", &tag.name)]) }</h1>
                    if !tag.description.is_empty() { <p class="lead">{ &tag.description }</p> }
                    if !tag.synonyms.is_empty() { <p class="muted">{ text.with("tag-also", &[("words", &tag.synonyms.join(", "))]) }</p> }
                </div>
                if session.has(Role::Member) { <FollowButton kind={FollowKind::Tag} id={tag.id.0} is_followed={tag.is_followed} /> }
            </div>
            { load(&questions, |page| if page.items.is_empty() {
                html! { <EmptyState title={text.t("tag-no-questions")}><p>{ text.t("tag-no-questions-text") }</p></EmptyState> }
            } else {
                html! {
                    <>
                        <h2 class="mb-3">{ text.t("questions-title") }</h2>
                        <ol class="entries">{ for page.items.iter().map(|thread| html! { <ThreadEntry key={thread.id.0} thread={thread.clone()} brief=true /> }) }</ol>
                    </>
                }
            }) }
            <p class="row mt-4">
                <Link to={Route::Questions} query={query_of(&query)}>{ text.t("tag-questions") }</Link>
                <Link to={Route::Discussions} query={query_of(&query)}>{ text.t("tag-discussions") }</Link>
                <Link to={Route::Resources} query={query_of(&[("tag", &tag.name)])}>{ text.t("tag-resources") }</Link>
            </p>
            if tag.can_edit { <Care tag={tag.clone()} query={props.query.clone()} /> }
        </>
    }
}

#[component]
fn Care(props: &LoadedProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let tag = &props.tag;
    let (description, synonyms, into) = (use_node_ref(), use_node_ref(), use_node_ref());
    let save = {
        let (name, version) = (tag.name.clone(), tag.version);
        use_mutation(
            move |client, patch: TagPatch| {
                let name = name.clone();
                async move { client.update_tag(&name, version, &patch).await }
            },
            props.query.replace.clone(),
        )
    };
    let merge = {
        let name = tag.name.clone();
        use_mutation(
            move |client, merge: TagMerge| {
                let name = name.clone();
                async move { client.merge_tag(&name, &merge).await }
            },
            Callback::from(move |merged: TagDetail| {
                if let Some(navigator) = &navigator {
                    navigator.replace(&Route::Tag { name: merged.name });
                }
            }),
        )
    };
    let value = |field: &NodeRef| field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
    let onsave = {
        let (description, synonyms, save) = (description.clone(), synonyms.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(TagPatch {
                description: Some(value(&description)),
                synonyms: Some(split_tags(&value(&synonyms))),
            });
        })
    };
    let onmerge = {
        let (into, merge) = (into.clone(), merge.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            merge.emit(TagMerge { into: value(&into) });
        })
    };
    html! {
        <section class="panel mt-6" aria-labelledby="tag-care">
            <h2 id="tag-care">{ text.t("tag-care") }</h2>
            <form class="flow" novalidate=true onsubmit={onsave}>
                <div class="field">
                    <label for="tag-description">{ text.t("tag-description") }</label>
                    <input class="input" type="text" id="tag-description" maxlength="200" ref={description} value={tag.description.clone()} />
                </div>
                <div class="field">
                    <label for="tag-synonyms">{ text.t("tag-synonyms") }</label>
                    <input class="input" type="text" id="tag-synonyms" ref={synonyms} value={tag.synonyms.join(", ")} />
                </div>
                if let Some(error) = &save.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                <p><Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button></p>
            </form>
            <form class="flow mt-5" novalidate=true onsubmit={onmerge}>
                <div class="field">
                    <label for="tag-into">{ text.t("tag-into") }</label>
                    <p class="hint" id="tag-into-hint">{ text.t("tag-into-hint") }</p>
                    <input class="input" type="text" id="tag-into" ref={into} aria-describedby="tag-into-hint" />
                </div>
                if let Some(error) = &merge.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                <p><Button submit=true class="btn-2" busy={merge.is_busy}>{ text.t("tag-merge") }</Button></p>
            </form>
        </section>
    }
}
