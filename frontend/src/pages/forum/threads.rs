//! The lists of questions and of discussions.

use client::types::forum::{FollowKind, ThreadKind, ThreadQuery};
use client::types::membership::Nation;
use client::types::topics::TagQuery;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use yew_router::prelude::*;

use super::help::HelpPanel;
use super::trust::DelicateNotice;
use super::views::Views;
use crate::components::{
    EmptyState, Follow, Link, Pager, ShelfLabel, Tags, ThreadEntry, go, icon, load, query_of, shelf_name, use_shelves,
};
use crate::hooks::{focus_soon, use_query, use_session, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// What is listed.
#[derive(PartialEq, Properties)]
pub struct ThreadsPageProps {
    /// Questions or discussions.
    pub kind: ThreadKind,
}

/// The list of questions, or of discussions.
#[component]
pub fn ThreadsPage(props: &ThreadsPageProps) -> Html {
    let text = use_text();
    let session = use_session();
    let has_library = session.member.as_ref().is_some_and(|member| member.organisation_id.is_some());
    let kind = props.kind;
    let is_question = kind == ThreadKind::Question;
    let words = |question: &str, discussion: &str| text.t(if is_question { question } else { discussion });
    let list = list_of(kind);
    use_title(words("questions-title", "discussions-title"));
    let query = use_location().and_then(|location| location.query::<ThreadQuery>().ok()).unwrap_or_default();
    let questions = use_query((kind, query.clone()), |client, (kind, query)| async move {
        match kind {
            ThreadKind::Question => client.list_questions(&query).await,
            ThreadKind::Discussion => client.list_discussions(&query).await,
        }
    });
    let tags = use_query((), |client, ()| async move { client.list_tags(&TagQuery::default()).await });
    let (shelves, _) = use_shelves();
    let first = ThreadQuery { after: None, ..query.clone() };
    let start = if is_question { Route::Ask } else { Route::StartDiscussion };
    // A question that is asked from an empty list stands where the list looked.
    let about = ThreadQuery { shelf: query.shelf.clone(), tag: query.tag.clone(), ..ThreadQuery::default() };
    let is_filtered = query.shelf.is_some()
        || query.tag.is_some()
        || query.space.is_some()
        || query.nation.is_some()
        || query.solved.is_some()
        || query.view.is_some();
    html! {
        <>
            <div class="pagehead">
                <div><h1>{ words("questions-title", "discussions-title") }</h1><p class="lead">{ words("questions-lead", "discussions-lead") }</p></div>
                <Link class="btn" to={start.clone()}>{ icon("plus") }{ words("ask-question", "start-discussion") }</Link>
            </div>
            <div class="cols">
                <div>
                    <Views {kind} to={list.clone()} query={first.clone()} {has_library} />
                    <Filters key={query_of(&first).to_string()} {kind} query={first.clone()} />
                    if is_filtered { <FilteredBy {kind} query={first.clone()} /> }
                    if let Some(shelf) = shelves.iter().find(|shelf| query.shelf.as_ref() == Some(&shelf.slug)) {
                        <Follow kind={FollowKind::Shelf} id={shelf.id.0} />
                    }
                    <div id="list" tabindex="-1" aria-busy={questions.is_busy.then_some("true")}>
                        { load(&questions, |page| if page.items.is_empty() && query.like_mine.is_some() {
                            html! {
                                <EmptyState title={text.t("questions-like-mine-none")}><p>{ text.t("questions-like-mine-none-text") }</p></EmptyState>
                            }
                        } else if page.items.is_empty() {
                            html! {
                                <EmptyState title={words("questions-none", "discussions-none")}>
                                    <p>{ if is_filtered { words("questions-none-filtered", "discussions-none-filtered") } else { words("questions-none-text", "discussions-none-text") } }</p>
                                    <p><Link class="btn btn-2" to={start.clone()} query={query_of(&about)}>{ words("ask-question", "start-discussion") }</Link></p>
                                </EmptyState>
                            }
                        } else {
                            let next = page.next.clone().map(|after| query_of(&ThreadQuery { after: Some(after), ..query.clone() }));
                            html! {
                                <>
                                    <ol class="entries">{ for page.items.iter().map(|question| html! {
                                        <ThreadEntry key={question.id.0} thread={question.clone()} />
                                    }) }</ol>
                                    <Pager to={list.clone()} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                                </>
                            }
                        }) }
                    </div>
                </div>
                <aside class="flow flow-6">
                    if is_question { <HelpPanel /> }
                    <p><Link to={Route::Spaces}>{ text.t("spaces-link") }</Link></p>
                    <nav aria-labelledby="shelves">
                        <h2 id="shelves" class="t-l mb-3">{ text.t("shelves") }</h2>
                        <ul class="links">{ for shelves.iter().map(|shelf| html! {
                            <li class="row row-apart" key={shelf.id.0}>
                                <ShelfLabel slug={shelf.slug.clone()} />{ " " }<span class="n">{ shelf.item_count }</span>
                            </li>
                        }) }</ul>
                    </nav>
                    if let Some(tags) = tags.ready() {
                        if !tags.is_empty() {
                            <section aria-labelledby="tags">
                                <h2 id="tags" class="t-l mb-3">{ text.t("tags-often") }</h2>
                                <Tags tags={tags.iter().map(|tag| tag.name.clone()).collect::<Vec<_>>()} />
                                <p class="mt-4"><Link to={Route::Tags}>{ text.t("tags-all") }</Link></p>
                            </section>
                        }
                    }
                    if is_question { <DelicateNotice /> }
                </aside>
            </div>
        </>
    }
}

/// The page that lists threads of a kind.
const fn list_of(kind: ThreadKind) -> Route {
    match kind {
        ThreadKind::Question => Route::Questions,
        ThreadKind::Discussion => Route::Discussions,
    }
}

#[derive(PartialEq, Properties)]
struct FilterProps {
    kind: ThreadKind,
    query: ThreadQuery,
}

#[component]
fn Filters(props: &FilterProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let (shelves, _) = use_shelves();
    let (shelf, tag, nation, solved) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    let onsubmit = {
        let (shelf, tag, query, list) = (shelf.clone(), tag.clone(), props.query.clone(), list_of(props.kind));
        let (nation, solved) = (nation.clone(), solved.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let filled = |value: String| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
            let query = ThreadQuery {
                shelf: shelf.cast::<HtmlSelectElement>().and_then(|shelf| filled(shelf.value())),
                tag: tag.cast::<HtmlInputElement>().and_then(|tag| filled(tag.value())),
                nation: nation.cast::<HtmlSelectElement>().and_then(|nation| nation_of(&nation.value())),
                solved: solved.cast::<HtmlSelectElement>().and_then(|solved| match solved.value().as_str() {
                    "has-one" => Some(true),
                    "not-yet" => Some(false),
                    _ => None,
                }),
                ..query.clone()
            };
            if let Some(navigator) = &navigator {
                go(navigator, &list, &query_of(&query));
                focus_soon("list");
            }
        })
    };
    html! {
        <form class="filters" aria-label={text.t(if props.kind == ThreadKind::Question { "questions-filter" } else { "discussions-filter" })} {onsubmit}>
            <div class="field">
                <label for="filter-shelf">{ text.t("shelf") }</label>
                <select class="input" id="filter-shelf" ref={shelf}>
                    <option value="" selected={props.query.shelf.is_none()}>{ text.t("shelf-all") }</option>
                    { for shelves.iter().map(|shelf| html! {
                        <option key={shelf.id.0} value={shelf.slug.clone()} selected={props.query.shelf.as_ref() == Some(&shelf.slug)}>
                            { shelf_name(&text, shelf) }
                        </option>
                    }) }
                </select>
            </div>
            <div class="field">
                <label for="filter-tag">{ text.t("tag") }</label>
                <input class="input" type="text" id="filter-tag" ref={tag} value={props.query.tag.clone()} />
            </div>
            <div class="field">
                <label for="filter-nation">{ text.t("threads-filter-nation") }</label>
                <select class="input" id="filter-nation" ref={nation}>
                    <option value="" selected={props.query.nation.is_none()}>{ text.t("threads-filter-nation-all") }</option>
                    { for NATIONS.into_iter().map(|nation| html! {
                        <option key={nation.as_str()} value={nation.as_str()} selected={props.query.nation == Some(nation)}>{ nation_words(&text, nation) }</option>
                    }) }
                </select>
            </div>
            if props.kind == ThreadKind::Question {
                <div class="field">
                    <label for="filter-solved">{ text.t("threads-filter-solved") }</label>
                    <select class="input" id="filter-solved" ref={solved}>
                        <option value="" selected={props.query.solved.is_none()}>{ text.t("threads-filter-solved-all") }</option>
                        <option value="has-one" selected={props.query.solved == Some(true)}>{ text.t("threads-filter-solved-yes") }</option>
                        <option value="not-yet" selected={props.query.solved == Some(false)}>{ text.t("threads-filter-solved-no") }</option>
                    </select>
                </div>
            }
            <button class="btn btn-2">{ text.t("apply") }</button>
        </form>
    }
}

#[component]
fn FilteredBy(props: &FilterProps) -> Html {
    let text = use_text();
    let (shelves, _) = use_shelves();
    let query = &props.query;
    let filter = |words: AttrValue, without: ThreadQuery| {
        html! {
            <Link class="tag" to={list_of(props.kind)} query={query_of(&without)}>
                { words }{ " " }{ icon("x") }<span class="vh">{ text.t("filter-remove") }</span>
            </Link>
        }
    };
    let shelf = query.shelf.as_ref().map(|slug| {
        let name = shelves.iter().find(|shelf| &shelf.slug == slug).map(|shelf| shelf_name(&text, shelf));
        filter(name.unwrap_or_else(|| slug.clone().into()), ThreadQuery { shelf: None, ..query.clone() })
    });
    let tag = query.tag.as_ref().map(|tag| filter(tag.clone().into(), ThreadQuery { tag: None, ..query.clone() }));
    let space =
        query.space.as_ref().map(|space| filter(space.clone().into(), ThreadQuery { space: None, ..query.clone() }));
    let nation =
        query.nation.map(|nation| filter(nation_words(&text, nation), ThreadQuery { nation: None, ..query.clone() }));
    let solved = query.solved.map(|is_solved| {
        let words = text.t(if is_solved { "threads-filter-solved-yes" } else { "threads-filter-solved-no" });
        filter(words, ThreadQuery { solved: None, ..query.clone() })
    });
    let chosen = [shelf, tag, space, nation, solved].into_iter().flatten().collect::<Vec<_>>();
    if chosen.is_empty() {
        return html! {};
    }
    let all =
        ThreadQuery { sort: query.sort, unanswered: query.unanswered, view: query.view, ..ThreadQuery::default() };
    html! {
        <p class="row t-s mb-4" role="status" onclick={|_: MouseEvent| focus_soon("list")}>
            <span>{ text.t(if props.kind == ThreadKind::Question { "questions-with" } else { "discussions-with" }) }</span>{ " " }{ for chosen }{ " " }
            <Link to={list_of(props.kind)} query={query_of(&all)}>{ text.t("threads-filter-clear") }</Link>
        </p>
    }
}

/// The nations, in the order that they are offered in.
const NATIONS: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

fn nation_of(name: &str) -> Option<Nation> {
    NATIONS.into_iter().find(|nation| nation.as_str() == name)
}

fn nation_words(text: &Text, nation: Nation) -> AttrValue {
    text.t(match nation {
        Nation::England => "in-england",
        Nation::Wales => "in-wales",
        Nation::Scotland => "in-scotland",
        Nation::NorthernIreland => "in-northern-ireland",
    })
}
