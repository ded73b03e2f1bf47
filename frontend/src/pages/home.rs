//! Home: what the network is, and the way in.

use client::types::admin::Network;
use client::types::forum::ThreadQuery;
use client::types::resources::ResourceQuery;
use client::types::topics::Colour;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{
    EmptyState, Link, ResourceEntry, ThreadEntry, go, icon, load, query_of, shelf_name, use_shelves,
};
use crate::hooks::{use_query, use_session, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// Home.
#[component]
pub fn HomePage() -> Html {
    let text = use_text();
    let session = use_session();
    use_title(text.t("home-title"));
    let network = use_query((), |client, ()| async move { client.get_network().await });
    let questions = use_query((), |client, ()| async move {
        client.list_questions(&ThreadQuery { limit: Some(4), ..ThreadQuery::default() }).await
    });
    let resources = use_query((), |client, ()| async move {
        client.list_resources(&ResourceQuery { limit: Some(3), ..ResourceQuery::default() }).await
    });
    let network = network.ready();
    html! {
        <>
            <Hero network={network.as_deref().cloned()} />
            <div class="wrap">
                <section class="section home-cols">
                    <div>
                        <div class="row row-apart mb-3">
                            <h2>{ text.t("home-newest") }</h2>
                            <Link to={Route::Questions}>{ text.t("home-all-questions") }</Link>
                        </div>
                        { load(&questions, |page| if page.items.is_empty() {
                            html! { <EmptyState title={text.t("questions-none")}><p>{ text.t("home-no-questions") }</p></EmptyState> }
                        } else {
                            html! { <ul class="entries">{ for page.items.iter().map(|question| html! {
                                <ThreadEntry key={question.id.0} thread={question.clone()} brief=true />
                            }) }</ul> }
                        }) }
                    </div>
                    <aside aria-labelledby="home-resources">
                        <div class="row row-apart mb-3">
                            <h2 id="home-resources">{ text.t("home-resources") }</h2>
                            <Link to={Route::Resources}>{ text.t("home-all-resources") }</Link>
                        </div>
                        { load(&resources, |page| if page.items.is_empty() {
                            html! { <EmptyState title={text.t("resources-none")}><p>{ text.t("home-no-resources") }</p></EmptyState> }
                        } else {
                            html! { <ul class="entries">{ for page.items.iter().map(|resource| html! {
                                <ResourceEntry key={resource.id.0} resource={resource.clone()} brief=true />
                            }) }</ul> }
                        }) }
                    </aside>
                </section>
            </div>
            if let Some(network) = &network { { growth(&text, network) } }
            if session.member.is_none() { { join_band(&text) } }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct HeroProps {
    network: Option<Network>,
}

#[component]
fn Hero(props: &HeroProps) -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    let (shelves, _) = use_shelves();
    let field = use_node_ref();
    let onsubmit = {
        let field = field.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let (Some(navigator), Some(field)) = (&navigator, field.cast::<HtmlInputElement>()) {
                go(navigator, &Route::Search, &query_of(&[("q", field.value().trim())]));
            }
        })
    };
    let tries: Vec<_> = ["home-try-1", "home-try-2", "home-try-3"]
        .into_iter()
        .map(|message| {
            let words = text.t(message);
            html! { <Link to={Route::Search} query={query_of(&[("q", words.as_str())])}>{ words }</Link> }
        })
        .collect();
    let name = props.network.as_ref().map(|network| network.name.clone());
    html! {
        <section class="hero">
            <div class="wrap home-cols">
                <div class="hero-text">
                    <h1>{ text.t("home-heading") }</h1>
                    <p class="lead">{ match &name {
                        Some(name) => text.with("home-lead", &[("network", name)]),
                        None => text.t("home-lead-short"),
                    } }</p>
                    <form role="search" {onsubmit}>
                        <label class="label" for="q">{ text.t("home-search-label") }</label>
                        <div class="joined">
                            <input class="input" id="q" type="search" ref={field} aria-describedby="q-hint" />
                            <button class="btn">{ icon("search") }{ text.t("search") }</button>
                        </div>
                        <p class="hint" id="q-hint">
                            { text.t("home-try") }{ " " }{ tries[0].clone() }{ ", " }{ tries[1].clone() }{ " " }
                            { text.t("home-try-or") }{ " " }{ tries[2].clone() }{ ". " }{ text.t("home-no-account") }
                        </p>
                    </form>
                    <p class="row mt-5">
                        if session.member.is_some() {
                            <Link class="btn btn-2" to={Route::Ask}>{ text.t("ask-question") }</Link>
                        } else {
                            <Link class="btn btn-2" to={Route::Join}>{ text.t("join-free") }</Link>
                        }
                        if let Some(network) = &props.network {
                            <span class="muted">{ text.with("home-count", &[
                                ("members", &network.member_count.to_string()),
                                ("libraries", &network.library_count.to_string()),
                            ]) }</span>
                        }
                    </p>
                </div>
                <nav class="pile" aria-label={text.t("home-shelves")}>
                    <ul class="plain">
                        { for shelves.iter().rev().map(|shelf| html! {
                            <li key={shelf.id.0}>
                                <Link class={classes!(format!("s-{}", shelf.colour.as_str()))} to={Route::Questions}
                                    query={query_of(&[("shelf", shelf.slug.as_str())])}>
                                    <span>{ shelf_name(&text, shelf) }</span>{ " " }
                                    <span>{ shelf.item_count }<span class="vh">{ " " }{ text.t("shelf-items") }</span></span>
                                </Link>
                            </li>
                        }) }
                    </ul>
                </nav>
            </div>
        </section>
    }
}

/// Spines on one board.
const BOARD: u32 = 25;
/// Spines drawn at most; with a larger goal each stands for several libraries.
const MOST_SPINES: u32 = 200;

/// The shelf on which each library that has joined is a spine.
fn growth(text: &Text, network: &Network) -> Html {
    let goal = u32::try_from(network.goal).unwrap_or(1).max(1);
    let spines = goal.min(MOST_SPINES);
    let count = u32::try_from(network.library_count).unwrap_or(goal).min(goal);
    let joined = u32::try_from(u64::from(count) * u64::from(spines) / u64::from(goal)).unwrap_or(spines);
    html! {
        <section class="band" aria-labelledby="grow">
            <div class="wrap section">
                <div class="row row-apart mb-5">
                    <div>
                        <h2 id="grow">{ text.with("growth-title", &[
                            ("count", &network.library_count.to_string()), ("goal", &goal.to_string()),
                        ]) }</h2>
                        <p class="lead">{ text.t("growth-text") }</p>
                    </div>
                    <Link class="btn" to={Route::Join}>{ text.t("growth-claim") }</Link>
                </div>
                <div class="grid-l" aria-hidden="true">
                    { for (0..spines.div_ceil(BOARD)).map(|board| html! { <svg class="growth" viewBox="0 0 500 54">
                        <g>{ for (board * BOARD..spines.min((board + 1) * BOARD)).map(|place| spine(place, place < joined)) }</g>
                        <path d="M0 51h500" stroke="currentColor" stroke-width="6" />
                    </svg> }) }
                </div>
            </div>
        </section>
    }
}

/// One spine of the growth shelf, or the gap that is kept for one. Sizes vary by place, like books do.
fn spine(place: u32, is_there: bool) -> Html {
    let varied = |most: u32, seed: u32| (place * 7919 + seed) % 104_729 % most;
    let (width, height) = (14 + varied(4, 13), 30 + varied(14, 5));
    let x = place % BOARD * 20 + (20 - width) / 2;
    let colours = Colour::ALL;
    let colour = colours[usize::try_from(varied(97, 3)).unwrap_or(0) % colours.len()].as_str();
    let (x, y, width, height) = (x.to_string(), (48 - height).to_string(), width.to_string(), height.to_string());
    if is_there {
        html! { <rect {x} {y} {width} {height} fill={format!("var(--spine-{colour})")} /> }
    } else {
        html! { <rect {x} {y} {width} {height} class="gap" /> }
    }
}

/// The call to join.
fn join_band(text: &Text) -> Html {
    html! {
        <section class="joinband" aria-labelledby="joincall">
            <div class="wrap section grid-l">
                <div class="flow">
                    <h2 id="joincall">{ text.t("joincall-title") }</h2>
                    <p class="t-l">{ text.t("joincall-text") }</p>
                    <p><Link class="btn" to={Route::Join}>{ text.t("joincall-button") }</Link></p>
                </div>
                <ul class="links">
                    { for ["library", "exploring", "council", "body"].map(|kind| html! {
                        <li><Link to={Route::Join} query={query_of(&[("as", kind)])}>{ text.t(&format!("join-as-{kind}")) }</Link></li>
                    }) }
                </ul>
            </div>
        </section>
    }
}
