//! Libraries that may join: the list on the left, the one that is read on the right.

use client::types::accounts::Role;
use client::types::growth::{ProspectQuery, ProspectStatus, ProspectSummary};
use client::types::membership::Nation;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use yew_router::prelude::*;

use super::prospect::ProspectDetail;
use crate::components::{Button, EmptyState, Gate, Link, Pager, day, go, icon, load, query_of};
use crate::hooks::{use_query, use_session, use_text, use_title};
use crate::pages::membership::NATIONS;
use crate::routes::Route;
use crate::text::Text;

/// Which prospect is read.
#[derive(PartialEq, Properties)]
pub struct ProspectsPageProps {
    /// The library's id, when one is read.
    #[prop_or_default]
    pub id: Option<i64>,
}

/// Libraries that may join.
#[component]
pub fn ProspectsPage(props: &ProspectsPageProps) -> Html {
    let text = use_text();
    use_title(text.t("prospects-title"));
    html! { <Gate role={Role::Admin}><Content id={props.id} /></Gate> }
}

#[component]
fn Content(props: &ProspectsPageProps) -> Html {
    let text = use_text();
    let query = use_location().and_then(|location| location.query::<ProspectQuery>().ok()).unwrap_or_default();
    let list = use_query(query.clone(), |client, query| async move { client.list_prospects(&query).await });
    let first = ProspectQuery { after: None, ..query.clone() };
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("prospects-title") }</h1><p class="lead">{ text.t("prospects-lead") }</p></div></div>
            <Filters query={first.clone()} />
            <div class="split mb-7">
                <section aria-labelledby="prospects-list" aria-busy={list.is_busy.then_some("true")}>
                    <h2 id="prospects-list" class="vh">{ text.t("prospects-title") }</h2>
                    { load(&list, |page| if page.items.is_empty() {
                        html! { <EmptyState title={text.t("prospects-none")}><p>{ text.t("prospects-none-text") }</p></EmptyState> }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&ProspectQuery { after: Some(after), ..query.clone() }));
                        let total = i64::try_from(page.total.unwrap_or_default()).unwrap_or(i64::MAX);
                        html! {
                            <>
                                <p class="muted mb-3" role="status">{ text.count("libraries-run", total) }</p>
                                <ul class="bars">{ for page.items.iter().map(|item| entry(&text, item, props.id, &query)) }</ul>
                                <Pager to={Route::AdminProspects} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                </section>
                if let Some(id) = props.id {
                    <ProspectDetail key={id} {id} changed={list.reload.clone()} />
                } else {
                    <p class="muted">{ text.t("prospects-choose") }</p>
                }
            </div>
        </>
    }
}

fn entry(text: &Text, item: &ProspectSummary, read: Option<i64>, query: &ProspectQuery) -> Html {
    let library = &item.library;
    let to = Route::AdminProspect { id: library.id.0 };
    let place: Vec<&str> =
        [library.authority.as_str(), library.region.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    html! {
        <li class="app" key={library.id.0} aria-current={(read == Some(library.id.0)).then_some("true")}>
            <div>
                <p><Link {to} query={query_of(query)}><b>{ &library.name }</b></Link></p>
                if !place.is_empty() { <p class="t-s">{ place.join(", ") }</p> }
                <p class="meta">
                    <span class="badge">{ text.t(&format!("prospect-{}", item.status.as_str())) }</span>
                    if let Some(owner) = &item.owner { <span>{ &owner.name }</span> }
                </p>
                if !item.next_step.is_empty() || item.next_step_on.is_some() {
                    <p class={classes!("t-s", item.is_due.then_some("late"))}>
                        if item.is_due { { icon("clock") }{ " " }{ text.t("prospect-due") }{ ": " } }
                        { &item.next_step }
                        if let Some(at) = item.next_step_on { { " (" }{ day(text, at) }{ ")" } }
                    </p>
                }
            </div>
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct FiltersProps {
    query: ProspectQuery,
}

/// The filters; each choice is in the address.
#[component]
fn Filters(props: &FiltersProps) -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    let field = use_node_ref();
    let query = &props.query;
    let ask = Callback::from(move |next: ProspectQuery| {
        if let Some(navigator) = &navigator {
            go(navigator, &Route::AdminProspects, &query_of(&next));
        }
    });
    let onsubmit = {
        let (field, query, ask) = (field.clone(), query.clone(), ask.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let words = field.cast::<HtmlInputElement>().map(|field| field.value().trim().to_owned());
            ask.emit(ProspectQuery { q: words.filter(|words| !words.is_empty()), ..query.clone() });
        })
    };
    let choose = |change: fn(&str, ProspectQuery) -> ProspectQuery| {
        let (query, ask) = (query.clone(), ask.clone());
        Callback::from(move |event: Event| {
            ask.emit(change(&event.target_unchecked_into::<HtmlSelectElement>().value(), query.clone()));
        })
    };
    let toggle = |is_on: bool, message: &str, next: ProspectQuery| {
        let onclick = ask.reform(move |_: MouseEvent| next.clone());
        html! { <button type="button" class="btn btn-2" aria-pressed={is_on.to_string()} {onclick}>{ text.t(message) }</button> }
    };
    let me = session.member.as_ref().map(|member| member.id);
    let is_mine = query.owner_id.is_some() && query.owner_id == me;
    let is_community = query.is_community_managed == Some(true);
    let is_due = query.due == Some(true);
    let place = query.authority.as_ref().or(query.region.as_ref());
    html! {
        <form class="filters" role="search" aria-label={text.t("prospects-filters")} {onsubmit}>
            <div class="field">
                <label for="prospects-q">{ text.t("register-words") }</label>
                <div class="joined">
                    <input class="input" id="prospects-q" type="search" ref={field} value={query.q.clone().unwrap_or_default()} />
                    <button class="btn">{ icon("search") }<span class="vh">{ text.t("search") }</span></button>
                </div>
            </div>
            <div class="field">
                <label for="prospects-status">{ text.t("prospect-status") }</label>
                <select class="input" id="prospects-status" onchange={choose(|chosen, query| ProspectQuery {
                    status: ProspectStatus::ALL.into_iter().find(|status| status.as_str() == chosen), ..query
                })}>
                    <option value="" selected={query.status.is_none()}>{ text.t("prospects-open") }</option>
                    { for ProspectStatus::ALL.iter().map(|status| html! {
                        <option key={status.as_str()} value={status.as_str()} selected={query.status == Some(*status)}>{ text.t(&format!("prospect-{}", status.as_str())) }</option>
                    }) }
                </select>
            </div>
            <div class="field">
                <label for="prospects-nation">{ text.t("nation") }</label>
                <select class="input" id="prospects-nation" onchange={choose(|chosen, query| ProspectQuery {
                    nation: NATIONS.into_iter().find(|nation| nation.as_str() == chosen), ..query
                })}>
                    <option value="" selected={query.nation.is_none()}>{ text.t("filter-any") }</option>
                    { for NATIONS.iter().map(|nation: &Nation| html! {
                        <option key={nation.as_str()} value={nation.as_str()} selected={query.nation == Some(*nation)}>{ text.t(&format!("nation-{}", nation.as_str())) }</option>
                    }) }
                </select>
            </div>
            <p class="row">
                { toggle(is_due, "prospects-due", ProspectQuery { due: (!is_due).then_some(true), ..query.clone() }) }
                { toggle(is_mine, "prospects-mine", ProspectQuery { owner_id: me.filter(|_| !is_mine), ..query.clone() }) }
                { toggle(is_community, "prospects-community", ProspectQuery { is_community_managed: (!is_community).then_some(true), ..query.clone() }) }
            </p>
            if let Some(place) = place {
                <p class="row">
                    <span class="tag">{ place }</span>
                    <Button class="btn-2 btn-small" onclick={ask.reform({
                        let query = query.clone();
                        move |_: MouseEvent| ProspectQuery { region: None, authority: None, ..query.clone() }
                    })}>{ icon("x") }{ text.with("prospects-not-only", &[("place", place)]) }</Button>
                </p>
            }
        </form>
    }
}
