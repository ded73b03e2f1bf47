//! What was asked or discussed already, shown while somebody still types a title.

use client::types::forum::{SimilarQuery, SimilarThread, ThreadKind};
use yew::prelude::*;

use crate::components::{Link, icon};
use crate::hooks::{focus, use_debounced, use_query, use_text};
use crate::routes::Route;
use crate::text::Text;

/// How long a title stays the same before it is looked for, in milliseconds.
const PAUSE: u32 = 350;
/// Shorter titles say too little.
const SHORTEST: usize = 8;

/// The threads that are about the same as a title. While newer ones are on their way the older ones stay.
#[hook]
pub fn use_similar(title: &str) -> Vec<SimilarThread> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let settled = use_debounced(title, PAUSE);
    let found = use_query(settled, |client, title| async move {
        if title.chars().count() < SHORTEST {
            return Ok(Vec::new());
        }
        client.list_similar_threads(&SimilarQuery { title: title.chars().take(150).collect() }).await
    });
    // Failing quietly: nobody asked for them, and the question can be posted all the same.
    found.ready().map(|found| (*found).clone()).unwrap_or_default()
}

/// What is shown of similar threads.
#[derive(PartialEq, Properties)]
pub struct SimilarThreadsProps {
    /// The threads.
    pub threads: Vec<SimilarThread>,
}

/// Similar threads under the title that is being typed. How many there are is told without moving anything.
#[component]
pub fn SimilarThreads(props: &SimilarThreadsProps) -> Html {
    let text = use_text();
    let count = i64::try_from(props.threads.len()).unwrap_or(0);
    html! {
        <>
            <p class="vh" role="status">if count > 0 { { text.count("similar-found", count) } }</p>
            if count > 0 {
                <section class="panel" aria-labelledby="similar-title">
                    <h2 id="similar-title" class="h4">{ text.t("similar-title") }</h2>
                    { links(&text, &props.threads) }
                </section>
            }
        </>
    }
}

/// The last step before posting.
#[derive(PartialEq, Properties)]
pub struct YoursProps {
    /// What is about to be posted.
    pub kind: ThreadKind,
    /// The threads that may well be the same.
    pub threads: Vec<SimilarThread>,
    /// Called when it is none of them.
    pub post: Callback<()>,
    /// Called to go back to the form.
    pub back: Callback<()>,
    /// Whether it is being posted.
    pub is_busy: bool,
}

/// Asks whether one of the threads that are most like it answers what is about to be posted.
#[component]
pub fn Yours(props: &YoursProps) -> Html {
    let text = use_text();
    use_effect_with((), |()| focus("yours-title"));
    let send = if props.kind == ThreadKind::Question { "yours-post-question" } else { "yours-post-discussion" };
    html! {
        <section class="panel flow" aria-labelledby="yours-title">
            <h2 id="yours-title" tabindex="-1">{ text.t("yours-title") }</h2>
            <p>{ text.t("yours-text") }</p>
            { links(&text, &props.threads) }
            <p class="row">
                <button type="button" class="btn" aria-busy={props.is_busy.then_some("true")}
                    onclick={props.post.reform(|_: MouseEvent| ())}>{ text.t(send) }</button>
                <button type="button" class="btn btn-2" onclick={props.back.reform(|_: MouseEvent| ())}>{ text.t("yours-back") }</button>
            </p>
        </section>
    }
}

fn links(text: &Text, threads: &[SimilarThread]) -> Html {
    html! {
        <ul class="links t-s">
            { for threads.iter().map(|similar| {
                let thread = &similar.thread;
                let count = if thread.kind == ThreadKind::Question { "question-answers" } else { "discussion-replies" };
                html! {
                    <li key={thread.id.0}>
                        <Link to={Route::of_thread(thread.kind, thread.id.0, thread.slug.clone())}>{ &thread.title }</Link>
                        <p class="meta">
                            <span>{ text.count(count, thread.answer_count.into()) }</span>
                            if thread.is_answered { <span>{ icon("check") }{ text.t("question-answered") }</span> }
                        </p>
                    </li>
                }
            }) }
        </ul>
    }
}
