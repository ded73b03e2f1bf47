//! Entries of lists.

use client::types::forum::QuestionSummary;
use client::types::resources::{File, ResourceSummary};
use yew::prelude::*;

use super::{Link, ShelfLabel, Tags, date, icon};
use crate::hooks::use_text;
use crate::routes::Route;
use crate::text::Text;

/// Which question.
#[derive(PartialEq, Properties)]
pub struct QuestionEntryProps {
    /// The question.
    pub question: QuestionSummary,
    /// Whether only its title is shown, under a heading of the second order.
    #[prop_or_default]
    pub brief: bool,
}

/// A question in a list.
#[component]
pub fn QuestionEntry(props: &QuestionEntryProps) -> Html {
    let text = use_text();
    let question = &props.question;
    let to = Route::Question { id: question.id.0, slug: question.slug.clone() };
    let title = html! { <Link {to}>{ &question.title }</Link> };
    let tone = if question.is_answered {
        "done"
    } else if question.answer_count == 0 {
        "wait"
    } else {
        ""
    };
    html! {
        <li class="entry entry-q">
            <div>
                <p class="t-s"><ShelfLabel slug={question.shelf.clone()} /></p>
                if props.brief { <h3 class="entry-title">{ title }</h3> } else { <h2 class="entry-title">{ title }</h2> }
                if !props.brief { <p class="entry-text">{ &question.excerpt }</p> }
                <p class={classes!("meta", (!props.brief).then_some("mb-3"))}>
                    <span>{ person(&question.author.name, question.author.organisation.as_deref()) }</span>
                    { date(&text, question.created_at) }
                </p>
                if !props.brief { <Tags tags={question.tags.clone()} /> }
            </div>
            <p class="tally">
                <span class={tone}>
                    <b>if question.is_answered { { icon("check") } }{ question.answer_count }</b>
                    { " " }{ text.count("answers-word", question.answer_count.into()) }
                    if question.is_answered { <span class="vh">{ text.t("one-accepted") }</span> }
                </span>
                { " " }<span>{ text.count("useful-count", question.score.into()) }</span>
            </p>
        </li>
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
