//! The list of applications.

use std::collections::BTreeSet;

use client::types::ApplicationId;
use client::types::accounts::Role;
use client::types::membership::{
    ApplicationColumn, ApplicationQuery, ApplicationStatus, ApplicationSummary, ApplicationView,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use super::bulk::Bulk;
use super::detail::Detail;
use super::filters::Filters;
use crate::components::{EmptyState, Gate, Link, Pager, date, load, query_of};
use crate::hooks::{use_query, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// From this score on an application is marked as what may be a double, as the server has it.
const LIKELY: i32 = 60;

/// The lists, in their order.
const LISTS: [ApplicationStatus; 6] = [
    ApplicationStatus::Submitted,
    ApplicationStatus::NeedsAnswer,
    ApplicationStatus::AwaitingConfirmation,
    ApplicationStatus::Approved,
    ApplicationStatus::Rejected,
    ApplicationStatus::Withdrawn,
];

/// Which application is read.
#[derive(PartialEq, Properties)]
pub struct ApplicationsPageProps {
    /// The application's id, when one is read.
    #[prop_or_default]
    pub id: Option<i64>,
}

/// The queue of applications.
#[component]
pub fn ApplicationsPage(props: &ApplicationsPageProps) -> Html {
    let text = use_text();
    use_title(text.t("applications-title"));
    html! { <Gate role={Role::Admin}><Content id={props.id} /></Gate> }
}

#[component]
fn Content(props: &ApplicationsPageProps) -> Html {
    let text = use_text();
    let view = use_query((), |client, ()| async move { client.get_application_view().await });
    html! {
        <>
            <div class="pagehead"><div>
                <h1>{ text.t("applications-title") }</h1>
                <p class="lead">{ text.t("applications-lead") }</p>
                <p class="row row-m mt-4">
                    <Link to={Route::AdminForm}>{ text.t("form-title") }</Link>
                    <Link to={Route::AdminRules}>{ text.t("rules-title") }</Link>
                </p>
            </div></div>
            { load(&view, |saved| html! { <Queue id={props.id} view={saved.clone()} saved={view.replace.clone()} /> }) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct QueueProps {
    id: Option<i64>,
    view: ApplicationView,
    saved: Callback<ApplicationView>,
}

#[component]
fn Queue(props: &QueueProps) -> Html {
    let text = use_text();
    let location = use_location();
    // The saved filters hold until others are chosen, which stand in the address.
    let is_bare = location.as_ref().is_none_or(|location| location.query_str().trim_start_matches('?').is_empty());
    let query = if is_bare {
        props.view.query.clone()
    } else {
        location.and_then(|location| location.query::<ApplicationQuery>().ok()).unwrap_or_default()
    };
    let list = use_query(query.clone(), |client, query| async move { client.list_applications(&query).await });
    let counts = use_query((), |client, ()| async move { client.count_applications().await });
    let staff = use_query((), |client, ()| async move { client.list_staff().await });
    let chosen = use_state(BTreeSet::<ApplicationId>::new);
    {
        // What is chosen is what is seen: another list begins with nothing.
        let chosen = chosen.clone();
        use_effect_with(query.clone(), move |_| chosen.set(BTreeSet::new()));
    }
    let status = query.status.unwrap_or(ApplicationStatus::Submitted);
    let first = ApplicationQuery { after: None, status: Some(status), ..query.clone() };
    let of = |status| query_of(&ApplicationQuery { status: Some(status), ..first.clone() });
    let changed = {
        let (list, counts, chosen) = (list.reload.clone(), counts.reload.clone(), chosen.clone());
        Callback::from(move |()| {
            chosen.set(BTreeSet::new());
            list.emit(());
            counts.emit(());
        })
    };
    let is_open = matches!(
        status,
        ApplicationStatus::Submitted | ApplicationStatus::NeedsAnswer | ApplicationStatus::AwaitingConfirmation
    );
    let staff = staff.ready().map(|staff| (*staff).clone()).unwrap_or_default();
    // What is done to several outlives the list, which may be empty then.
    let all: Vec<(ApplicationId, String)> = list
        .ready()
        .map(|page| page.items.iter().map(|item| (item.id, item.name.clone())).collect())
        .unwrap_or_default();
    html! {
        <>
            <nav class="tabs mb-5" aria-label={text.t("applications-lists")}>
                { for LISTS.iter().map(|tab| html! {
                    <Link to={Route::AdminApplications} query={of(*tab)} current={*tab == status}>
                        { text.t(&format!("applications-{}", tab.as_str())) }
                        if let Some(counts) = counts.ready() { { " " }<span class="n">{ counts.of(*tab) }</span> }
                    </Link>
                }) }
            </nav>
            <div class="split mb-7">
                <section aria-labelledby="queue-title" aria-busy={list.is_busy.then_some("true")}>
                    <h2 id="queue-title" class="vh">{ text.t(&format!("applications-{}", status.as_str())) }</h2>
                    <Filters key={query_of(&first).to_string()} query={first.clone()} view={props.view.clone()} saved={props.saved.clone()} staff={staff.clone()} />
                    if is_open { <Bulk {all} chosen={chosen.clone()} staff={staff.clone()} changed={changed.clone()} /> }
                    { load(&list, |page| if page.items.is_empty() {
                        html! { <EmptyState title={text.t("applications-none")}><p>{ text.t("applications-none-text") }</p></EmptyState> }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&ApplicationQuery { after: Some(after), ..first.clone() }));
                        html! {
                            <>
                                <ul class="bars">{ for page.items.iter().map(|application| html! {
                                    <li class="app" key={application.id.0} aria-current={(props.id == Some(application.id.0)).then_some("true")}>
                                        if is_open { { choice(&text, application, &chosen) } }
                                        { entry(&text, application, &props.view.columns, of(application.status)) }
                                    </li>
                                }) }</ul>
                                <Pager to={Route::AdminApplications} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                </section>
                if let Some(id) = props.id {
                    <Detail key={id} {id} {staff} {changed} />
                } else {
                    <p class="muted">{ text.t("applications-choose") }</p>
                }
            </div>
        </>
    }
}

fn choice(text: &Text, application: &ApplicationSummary, chosen: &UseStateHandle<BTreeSet<ApplicationId>>) -> Html {
    let id = application.id;
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let mut next = (*chosen).clone();
            if event.target_unchecked_into::<HtmlInputElement>().checked() {
                next.insert(id);
            } else {
                next.remove(&id);
            }
            chosen.set(next);
        })
    };
    html! {
        <input type="checkbox" checked={chosen.contains(&id)} {onchange}
            aria-label={text.with("applications-select", &[("name", &application.name)])} />
    }
}

/// An application with what the member of staff wants to see of it.
fn entry(text: &Text, application: &ApplicationSummary, columns: &[ApplicationColumn], query: AttrValue) -> Html {
    let has = |column| columns.contains(&column);
    let facts = columns.iter().filter_map(|column| {
        Some(match column {
            ApplicationColumn::MemberType => {
                html! { <span>{ text.t(&format!("member-type-{}", application.member_type.as_str())) }</span> }
            }
            ApplicationColumn::Nation => {
                let nation = application.nation?;
                html! { <span>{ text.t(&format!("nation-{}", nation.as_str())) }</span> }
            }
            ApplicationColumn::Applied => date(text, application.created_at),
            ApplicationColumn::Assignee => {
                let assignee = application.assignee.as_ref()?;
                html! { <span>{ text.with("applications-with", &[("name", &assignee.name)]) }</span> }
            }
            ApplicationColumn::Organisation | ApplicationColumn::Language | ApplicationColumn::Marks => return None,
        })
    });
    let is_welsh = application.language.as_str() == "cy" && has(ApplicationColumn::Language);
    let marks = has(ApplicationColumn::Marks);
    html! {
        <div>
            <p><Link to={Route::AdminApplication { id: application.id.0 }} {query}><b>{ &application.name }</b></Link></p>
            if has(ApplicationColumn::Organisation) { <p class="t-s">{ &application.organisation }</p> }
            <p class="meta">{ for facts }</p>
            if is_welsh || marks {
                <p class="row t-s row-s">
                    if marks && application.duplicate_score >= LIKELY { <span class="badge is-warn">{ text.t("mark-double") }</span> }
                    if marks && application.has_reply { <span class="badge is-info">{ text.t("mark-reply") }</span> }
                    if marks && application.is_invited { <span class="badge is-info">{ text.t("mark-invited") }</span> }
                    if marks && application.is_joining { <span class="badge">{ text.t("mark-joining") }</span> }
                    if is_welsh { <span class="badge" lang="cy">{ "Cymraeg" }</span> }
                </p>
            }
        </div>
    }
}
