//! Entries of lists.

use client::types::SpaceId;
use client::types::accounts::MemberSummary;
use client::types::forum::{ThreadKind, ThreadSummary};
use client::types::resources::{File, ResourceSummary};
use yew::prelude::*;

use super::{Link, ShelfLabel, Tags, date, icon};
use crate::hooks::use_text;
use crate::routes::Route;
use crate::text::Text;

/// The space that everything is in unless said otherwise.
pub const OPEN_FORUM: SpaceId = SpaceId(1);

/// Which thread.
#[derive(PartialEq, Properties)]
pub struct ThreadEntryProps {
    /// The question or discussion.
    pub thread: ThreadSummary,
    /// Whether only its title is shown, under a heading of the second order.
    #[prop_or_default]
    pub brief: bool,
}

/// A question or discussion in a list.
#[component]
pub fn ThreadEntry(props: &ThreadEntryProps) -> Html {
    let text = use_text();
    let thread = &props.thread;
    let to = Route::of_thread(thread.kind, thread.id.0, thread.slug.clone());
    let title = html! { <Link {to}>{ &thread.title }</Link> };
    let tone = if thread.is_answered {
        "done"
    } else if thread.answer_count == 0 {
        "wait"
    } else {
        ""
    };
    // An organisation in whose name something was begun stands before the one who began it.
    let words = match (&thread.on_behalf_of, &thread.author) {
        (Some(one), Some(author)) => person(&one.name, Some(&author.name)).into(),
        (_, author) => author_words(&text, author.as_ref()),
    };
    let word = if thread.kind == ThreadKind::Discussion { "replies-word" } else { "answers-word" };
    html! {
        <li class="entry entry-q">
            <div>
                <p class="row t-s row-s">
                    <ShelfLabel slug={thread.shelf.clone()} />
                    if thread.space.id != OPEN_FORUM {
                        <Link class="muted" to={Route::Space { slug: thread.space.slug.clone() }}>{ &thread.space.name }</Link>
                    }
                    if thread.is_pinned { <span class="badge">{ icon("arrow-up") }{ text.t("entry-pinned") }</span> }
                    if thread.is_closed { <span class="badge">{ icon("lock") }{ text.t("entry-closed") }</span> }
                    if thread.new_count > 0 { <span class="badge is-info">{ text.count("new-count", thread.new_count.into()) }</span> }
                    if thread.is_answered_by_alike { <span class="badge is-ok">{ icon("library") }{ text.t("answered-by-alike") }</span> }
                    if thread.became_guide { <span class="badge is-info">{ icon("file-text") }{ text.t("guide-badge") }</span> }
                    if thread.is_confidential { <span class="badge">{ icon("lock") }{ text.t("in-confidence") }</span> }
                </p>
                if props.brief { <h3 class="entry-title">{ title }</h3> } else { <h2 class="entry-title">{ title }</h2> }
                if !props.brief { <p class="entry-text">{ &thread.excerpt }</p> }
                <p class={classes!("meta", (!props.brief).then_some("mb-3"))}>
                    <span>{ words }</span>
                    { date(&text, thread.created_at) }
                </p>
                if !props.brief { <Tags tags={thread.tags.clone()} /> }
            </div>
            <p class="tally">
                <span class={tone}>
                    <b>if thread.is_answered { { icon("check") } }{ thread.answer_count }</b>
                    { " " }{ text.count(word, thread.answer_count.into()) }
                    if thread.is_answered { <span class="vh">{ text.t("one-accepted") }</span> }
                </span>
                { " " }<span>{ text.count("useful-count", thread.score.into()) }</span>
            </p>
        </li>
    }
}

/// An author and the library in one line, or that the question was asked in confidence.
pub fn author_words(text: &Text, author: Option<&MemberSummary>) -> AttrValue {
    match author {
        Some(author) => person(&author.name, author.organisation.as_deref()).into(),
        None => text.t("asked-in-confidence"),
    }
}

/// A person and the library, in one line.
pub fn person(name: &str, library: Option<&str>) -> String {
    library.map_or_else(|| name.to_owned(), |library| format!("{name}, {library}"))
}

/// Which resource.
#[derive(PartialEq, Properties)]
pub struct ResourceEntryProps {
    /// The resource.
    pub resource: ResourceSummary,
    /// Whether only its title is shown.
    #[prop_or_default]
    pub brief: bool,
}

/// A resource in a list.
#[component]
pub fn ResourceEntry(props: &ResourceEntryProps) -> Html {
    let text = use_text();
    let resource = &props.resource;
    let to = Route::Resource { id: resource.id.0, slug: resource.slug.clone() };
    let title = html! { <Link {to}>{ &resource.title }</Link> };
    let origin = match (&resource.file, &resource.host) {
        (Some(file), _) => html! { <span>{ icon("file-text") }{ " " }{ file_words(&text, file) }</span> },
        (None, Some(host)) => html! { <span>{ icon("link") }{ " " }{ host }</span> },
        (None, None) => html! {},
    };
    let kind = text.t(&format!("resource-kind-{}", resource.kind.as_str()));
    if props.brief {
        return html! {
            <li class="entry">
                <div><h3 class="entry-title">{ title }</h3><p class="meta"><span>{ kind }</span>{ origin }</p></div>
            </li>
        };
    }
    html! {
        <li class="entry">
            <div>
                <p class="row t-s row-s">
                    <ShelfLabel slug={resource.shelf.clone()} to={Route::Resources} /><span class="muted">{ kind }</span>
                </p>
                <h2 class="entry-title">{ title }</h2>
                <p class="entry-text">{ &resource.excerpt }</p>
                <p class="meta mb-3">
                    { origin }
                    <span>{ person(&resource.author.name, resource.author.organisation.as_deref()) }</span>
                    { date(&text, resource.created_at) }
                </p>
                <Tags tags={resource.tags.clone()} to={Route::Resources} />
            </div>
        </li>
    }
}

/// A file's kind and size, such as "PDF, 112 kB".
pub fn file_words(text: &Text, file: &File) -> AttrValue {
    let ending = file.name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let kind = match ending.as_str() {
        "doc" | "docx" => "Word".to_owned(),
        "xls" | "xlsx" => "Excel".to_owned(),
        "ppt" | "pptx" => "PowerPoint".to_owned(),
        _ => ending.to_ascii_uppercase(),
    };
    let size = if file.size >= 1_000_000 {
        format!("{}.{} MB", file.size / 1_000_000, file.size % 1_000_000 / 100_000)
    } else {
        format!("{} kB", (file.size + 999) / 1000)
    };
    text.with("file-words", &[("kind", &kind), ("size", &size)])
}
