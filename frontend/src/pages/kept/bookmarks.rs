//! The threads that a member keeps, each with a note.

use client::types::forum::{Bookmark, KeptQuery};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{EmptyState, Gate, Link, Pager, ThreadEntry, error_text, icon, load, query_of};
use crate::hooks::{focus_soon, use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// The threads that a member keeps.
#[component]
pub fn BookmarksPage() -> Html {
    let text = use_text();
    use_title(text.t("bookmarks-title"));
    html! { <Gate><Bookmarks /></Gate> }
}

#[component]
fn Bookmarks() -> Html {
    let text = use_text();
    let query = use_location().and_then(|location| location.query::<KeptQuery>().ok()).unwrap_or_default();
    let kept = use_query(query.clone(), |client, query| async move { client.list_bookmarks(&query).await });
    html! {
        <>
            <div class="pagehead">
                <div><h1>{ text.t("bookmarks-title") }</h1><p class="lead">{ text.t("bookmarks-lead") }</p></div>
                <Link class="btn btn-2" to={Route::Follows}>{ icon("bell") }{ text.t("follows-title") }</Link>
            </div>
            <div id="list" tabindex="-1">{ load(&kept, |page| if page.items.is_empty() {
                html! { <EmptyState title={text.t("bookmarks-none")}><p>{ text.t("bookmarks-none-text") }</p></EmptyState> }
            } else {
                let next = page.next.clone().map(|after| query_of(&KeptQuery { after: Some(after), ..query.clone() }));
                html! {
                    <>
                        { for page.items.iter().map(|bookmark| html! { <Kept key={bookmark.thread.id.0} bookmark={bookmark.clone()} removed={kept.reload.clone()} /> }) }
                        <Pager to={Route::Bookmarks} first="" {next} is_first={query.after.is_none()} />
                    </>
                }
            }) }</div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct KeptProps {
    bookmark: Bookmark,
    removed: Callback<()>,
}

#[component]
fn Kept(props: &KeptProps) -> Html {
    let text = use_text();
    let bookmark = &props.bookmark;
    let id = bookmark.thread.id;
    let remove = {
        let removed = props.removed.clone();
        use_mutation(
            move |client, ()| async move { client.delete_bookmark(id).await },
            Callback::from(move |()| {
                removed.emit(());
                focus_soon("list");
            }),
        )
    };
    html! {
        <section aria-label={bookmark.thread.title.clone()}>
            <ul class="entries"><ThreadEntry thread={bookmark.thread.clone()} /></ul>
            if !bookmark.note.is_empty() { <p class="mb-3"><b>{ text.t("bookmark-your-note") }</b>{ " " }{ &bookmark.note }</p> }
            <p class="mb-5"><button class="btn-link" type="button" aria-busy={remove.is_busy.then_some("true")}
                onclick={remove.run.reform(|_: MouseEvent| ())}>
                { icon("x") }{ text.t("bookmark-remove") }<span class="vh">{ ": " }{ &bookmark.thread.title }</span></button></p>
            if let Some(error) = &remove.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </section>
    }
}
