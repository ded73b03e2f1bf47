//! The list of questions.

use client::types::forum::{QuestionQuery, QuestionSort};
use client::types::topics::TagQuery;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{
    EmptyState, Link, Pager, QuestionEntry, ShelfLabel, Tags, go, icon, load, query_of, shelf_name, use_shelves,
};
use crate::hooks::{use_query, use_text, use_title};
use crate::routes::Route;

/// The list of questions.
#[component]
pub fn QuestionsPage() -> Html {
    let text = use_text();
    use_title(text.t("questions-title"));
    let query = use_location().and_then(|location| location.query::<QuestionQuery>().ok()).unwrap_or_default();
    let questions = use_query(query.clone(), |client, query| async move { client.list_questions(&query).await });
    let tags = use_query((), |client, ()| async move { client.list_tags(&TagQuery::default()).await });
    let (shelves, _) = use_shelves();
    let first = QuestionQuery { after: None, ..query.clone() };
    let tab = |message: &str, to: QuestionQuery| {
        let is_current = to.sort == query.sort && to.unanswered == query.unanswered;
        html! { <Link to={Route::Questions} query={query_of(&to)} current={is_current}>{ text.t(message) }</Link> }
    };
    let other = |sort, unanswered| QuestionQuery { sort, unanswered, ..first.clone() };
    let is_filtered = query.shelf.is_some() || query.tag.is_some();
    html! {
        <>
            <div class="pagehead">
                <div><h1>{ text.t("questions-title") }</h1><p class="lead">{ text.t("questions-lead") }</p></div>
                <Link class="btn" to={Route::Ask}>{ icon("plus") }{ text.t("ask-question") }</Link>
            </div>
            <div class="cols">
                <div>
                    <nav class="tabs" aria-label={text.t("questions-lists")}>
                        { tab("questions-newest", other(None, None)) }
                        { tab("questions-active", other(Some(QuestionSort::Active), None)) }
                        { tab("questions-unanswered", other(None, Some(true))) }
                    </nav>
                    <Filters key={query_of(&first).to_string()} query={first.clone()} />
                    if is_filtered { <FilteredBy query={first.clone()} /> }
                    <div aria-busy={questions.is_busy.then_some("true")}>
                        { load(&questions, |page| if page.items.is_empty() {
                            html! {
                                <EmptyState title={text.t("questions-none")}>
                                    <p>{ text.t(if is_filtered { "questions-none-filtered" } else { "questions-none-text" }) }</p>
                                    <p><Link class="btn btn-2" to={Route::Ask}>{ text.t("ask-question") }</Link></p>
                                </EmptyState>
                            }
                        } else {
                            let next = page.next.clone().map(|after| query_of(&QuestionQuery { after: Some(after), ..query.clone() }));
                            html! {
                                <>
                                    <ol class="entries">{ for page.items.iter().map(|question| html! {
                                        <QuestionEntry key={question.id.0} question={question.clone()} />
                                    }) }</ol>
                                    <Pager to={Route::Questions} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                                </>
                            }
                        }) }
                    </div>
                </div>
                <aside class="flow flow-6">
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
                            </section>
                        }
                    }
                </aside>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct FilterProps {
    query: QuestionQuery,
}

#[component]
fn Filters(props: &FilterProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let (shelves, _) = use_shelves();
    let (shelf, tag) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (shelf, tag, query) = (shelf.clone(), tag.clone(), props.query.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let filled = |value: String| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
            let query = QuestionQuery {
                shelf: shelf.cast::<HtmlSelectElement>().and_then(|shelf| filled(shelf.value())),
                tag: tag.cast::<HtmlInputElement>().and_then(|tag| filled(tag.value())),
                ..query.clone()
            };
            if let Some(navigator) = &navigator {
                go(navigator, &Route::Questions, &query_of(&query));
            }
        })
    };
    html! {
        <form class="filters" aria-label={text.t("questions-filter")} {onsubmit}>
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
            <button class="btn btn-2">{ text.t("apply") }</button>
        </form>
    }
}

#[component]
fn FilteredBy(props: &FilterProps) -> Html {
    let text = use_text();
    let (shelves, _) = use_shelves();
    let query = &props.query;
    let filter = |words: AttrValue, without: QuestionQuery| {
        html! {
            <Link class="tag" to={Route::Questions} query={query_of(&without)}>
                { words }{ " " }{ icon("x") }<span class="vh">{ text.t("filter-remove") }</span>
            </Link>
        }
    };
    let shelf = query.shelf.as_ref().map(|slug| {
        let name = shelves.iter().find(|shelf| &shelf.slug == slug).map(|shelf| shelf_name(&text, shelf));
        filter(name.unwrap_or_else(|| slug.clone().into()), QuestionQuery { shelf: None, ..query.clone() })
    });
    let tag = query.tag.as_ref().map(|tag| filter(tag.clone().into(), QuestionQuery { tag: None, ..query.clone() }));
    html! { <p class="row t-s mb-4" role="status"><span>{ text.t("questions-with") }</span>{ " " }{ shelf }{ " " }{ tag }</p> }
}
