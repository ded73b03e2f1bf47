//! Search: one box over questions, answers and resources, with results as you type.

use client::types::search::{SearchHit, SearchKind, SearchQuery, SearchResults, Segment};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{
    Choice, Combobox, EmptyState, Link, Notice, Pager, ShelfLabel, date, go, icon, load, query_of,
};
use crate::hooks::{use_debounced, use_query, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// Milliseconds of quiet before results are asked for.
const PAUSE: u32 = 200;
/// How many results are shown while typing.
const AS_YOU_TYPE: u32 = 6;

/// Search.
#[component]
pub fn SearchPage() -> Html {
    let text = use_text();
    let query = use_location().and_then(|location| location.query::<SearchQuery>().ok()).unwrap_or_default();
    use_title(if query.q.is_empty() {
        text.t("search-title")
    } else {
        text.with("search-title-for", &[("words", &query.q)])
    });
    html! {
        <>
            <div class="pagehead"><div class="narrow">
                <h1>{ text.t("search-title") }</h1>
                <SearchBox query={query.clone()} />
            </div></div>
            if is_askable(&query.q) { <Results {query} /> } else { <p class="mb-7 muted">{ text.t("search-start") }</p> }
        </>
    }
}

/// Whether there is enough to search for.
fn is_askable(words: &str) -> bool {
    words.trim().chars().count() >= 2
}

#[derive(PartialEq, Properties)]
struct SearchProps {
    query: SearchQuery,
}

#[component]
fn SearchBox(props: &SearchProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let typed = use_state(|| props.query.q.clone());
    {
        let typed = typed.clone();
        use_effect_with(props.query.q.clone(), move |words| typed.set(words.clone()));
    }
    let settled = use_debounced((*typed).clone(), PAUSE);
    let found = use_query(settled.clone(), |client, words: String| async move {
        if !is_askable(&words) {
            return Ok(SearchResults::default());
        }
        client.search(&SearchQuery { q: words, limit: Some(AS_YOU_TYPE), ..SearchQuery::default() }).await
    });
    let is_fresh = settled == *typed && settled != props.query.q && !found.is_busy;
    let hits = found.ready().filter(|_| is_fresh).map(|found| found.items.clone()).unwrap_or_default();
    let search = {
        let (navigator, query) = (navigator.clone(), props.query.clone());
        Callback::from(move |words: String| {
            if let Some(navigator) = &navigator {
                let query = SearchQuery { q: words.trim().to_owned(), after: None, ..query.clone() };
                go(navigator, &Route::Search, &query_of(&query));
            }
        })
    };
    let mut choices: Vec<_> = hits.iter().map(|hit| choice(&text, hit)).collect();
    if !choices.is_empty() {
        let label = text.with("search-see-all", &[("words", &settled)]);
        choices.push(Choice { html: html! { <>{ icon("search") }<span>{ &label }</span></> }, label });
    }
    // Where nothing is found, the network can be asked.
    let is_stuck = is_fresh && choices.is_empty() && found.ready().is_some() && is_askable(&settled);
    if is_stuck {
        let label = text.with("search-ask", &[("words", &settled)]);
        choices.push(Choice { html: html! { <>{ icon("message-circle") }<span>{ &label }</span></> }, label });
    }
    let onchoose = {
        let (search, typed) = (search.clone(), typed.clone());
        Callback::from(move |place: usize| match (hits.get(place), &navigator) {
            (Some(hit), Some(navigator)) => navigator.push(&address(hit)),
            (None, Some(navigator)) if is_stuck => go(navigator, &Route::Ask, &query_of(&[("title", typed.as_str())])),
            _ => search.emit((*typed).clone()),
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |words: String| typed.set(words))
    };
    let onsubmit = {
        let typed = typed.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            search.emit((*typed).clone());
        })
    };
    html! {
        <form role="search" class="mt-4" aria-label={text.t("search-title")} {onsubmit}>
            <label class="vh" for="q">{ text.t("search-title") }</label>
            <Combobox id="q" kind="search" list_label={text.t("search-as-you-type")} value={(*typed).clone()} {oninput}
                {choices} {onchoose}>
                <button class="btn">{ icon("search") }{ text.t("search") }</button>
            </Combobox>
        </form>
    }
}

fn choice(text: &Text, hit: &SearchHit) -> Choice {
    let title: String = hit.title.iter().map(|segment| segment.text.as_str()).collect();
    let kind = text.t(&format!("search-kind-{}", hit.kind.as_str()));
    Choice {
        label: format!("{title}, {kind}").into(),
        html: html! { <>{ icon(icon_of(hit.kind)) }<span>{ segments(&hit.title) }<br /><span class="hint">{ kind }</span></span></> },
    }
}

/// The page of a hit.
fn address(hit: &SearchHit) -> Route {
    match hit.kind {
        SearchKind::Question => Route::QuestionById { id: hit.id },
        SearchKind::Answer => Route::QuestionById { id: hit.thread_id.map_or(hit.id, |thread| thread.0) },
        SearchKind::Discussion => Route::DiscussionById { id: hit.id },
        SearchKind::Reply => Route::DiscussionById { id: hit.thread_id.map_or(hit.id, |thread| thread.0) },
        SearchKind::Resource => Route::ResourceById { id: hit.id },
    }
}

fn icon_of(kind: SearchKind) -> &'static str {
    match kind {
        SearchKind::Question | SearchKind::Answer | SearchKind::Discussion | SearchKind::Reply => "message-circle",
        SearchKind::Resource => "file-text",
    }
}

fn segments(segments: &[Segment]) -> Html {
    segments
        .iter()
        .map(|segment| {
            if segment.hit {
                html! { <mark>{ &segment.text }</mark> }
            } else {
                html! { { &segment.text } }
            }
        })
        .collect()
}

#[component]
fn Results(props: &SearchProps) -> Html {
    let text = use_text();
    let query = &props.query;
    let found = use_query(query.clone(), |client, query| async move { client.search(&query).await });
    let first = SearchQuery { after: None, ..query.clone() };
    let kinds = found.ready().map(|found| found.kinds.clone()).unwrap_or_default();
    let all: u64 = kinds.iter().map(|kind| kind.count).sum();
    let side = |words: AttrValue, count: u64, kind: Option<SearchKind>| {
        html! {
            <li><Link to={Route::Search} query={query_of(&SearchQuery { kind, ..first.clone() })} current={query.kind == kind}>
                { words }{ " " }<span class="n">{ count }</span>
            </Link></li>
        }
    };
    html! {
        <div class="cols cols-start aside-s">
            <nav class="sidenav" aria-label={text.t("search-kinds")}>
                <ul>
                    { side(text.t("search-everything-found"), all, None) }
                    { for SearchKind::ALL.iter().map(|kind| side(
                        text.t(&format!("search-kinds-{}", kind.as_str())),
                        kinds.iter().find(|found| found.kind == *kind).map_or(0, |found| found.count),
                        Some(*kind),
                    )) }
                </ul>
            </nav>
            <div class="cols-main" aria-busy={found.is_busy.then_some("true")}>
                { load(&found, |results| html! {
                    <>
                        if results.is_corrected {
                            <Notice tone="mb-5"><p>{ text.with("search-corrected", &[("words", &query.q)]) }</p></Notice>
                        }
                        <p class="t-s mb-4" role="status"><b>{ text.count("search-count", i64::try_from(results.total).unwrap_or(i64::MAX)) }</b></p>
                        if !results.items.is_empty() {
                            <ol class="entries">{ for results.items.iter().map(|hit| entry(&text, hit)) }</ol>
                        }
                        <Pager to={Route::Search} first={query_of(&first)} is_first={query.after.is_none()}
                            next={results.next.clone().map(|after| query_of(&SearchQuery { after: Some(after), ..query.clone() }))} />
                    </>
                }) }
                <div class="mt-6">
                    <EmptyState title={text.t("search-stuck")}>
                        <p>{ text.t("search-stuck-text") }</p>
                        <p><Link class="btn btn-2" to={Route::Ask} query={query_of(&[("title", query.q.as_str())])}>
                            { text.with("search-ask", &[("words", &query.q)]) }
                        </Link></p>
                    </EmptyState>
                </div>
            </div>
        </div>
    }
}

/// One thing that was found.
fn entry(text: &Text, hit: &SearchHit) -> Html {
    html! {
        <li class="entry"><div>
            <p class="row row-s t-s">
                <span class="muted">{ icon(icon_of(hit.kind)) }{ " " }{ text.t(&format!("search-kind-{}", hit.kind.as_str())) }</span>
                <ShelfLabel slug={hit.shelf.clone()} />
            </p>
            <h2 class="entry-title"><Link to={address(hit)}>{ segments(&hit.title) }</Link></h2>
            <p class="entry-text">{ segments(&hit.excerpt) }</p>
            <p class="meta"><span>{ &hit.author }</span>{ date(text, hit.created_at) }</p>
        </div></li>
    }
}
