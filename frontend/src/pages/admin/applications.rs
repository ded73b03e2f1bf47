//! The queue of applications: the list on the left, the one that is read on the right.

use client::types::ApplicationId;
use client::types::accounts::Role;
use client::types::membership::{
    Answers, Application, ApplicationQuery, ApplicationStatus, DuplicateHint, DuplicateReason,
};
use yew::prelude::*;
use yew_router::prelude::*;

use super::decision::Decision;
use crate::components::{EmptyState, Gate, Link, Notice, Pager, avatar_letters, date, icon, load, query_of};
use crate::hooks::{Query, use_query, use_text, use_title};
use crate::pages::membership::{part_message, stage_message};
use crate::routes::Route;
use crate::text::Text;

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
    html! { <Gate role={Role::Admin}><Queue id={props.id} /></Gate> }
}

#[component]
fn Queue(props: &ApplicationsPageProps) -> Html {
    let text = use_text();
    let query = use_location().and_then(|location| location.query::<ApplicationQuery>().ok()).unwrap_or_default();
    let list = use_query(query.clone(), |client, query| async move { client.list_applications(&query).await });
    let status = query.status.unwrap_or(ApplicationStatus::Submitted);
    let tabs = [
        ApplicationStatus::Submitted,
        ApplicationStatus::AwaitingConfirmation,
        ApplicationStatus::Approved,
        ApplicationStatus::Rejected,
    ];
    let of = |status| query_of(&ApplicationQuery { status: Some(status), ..ApplicationQuery::default() });
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("applications-title") }</h1><p class="lead">{ text.t("applications-lead") }</p></div></div>
            <nav class="tabs mb-5" aria-label={text.t("applications-lists")}>
                { for tabs.iter().map(|tab| html! {
                    <Link to={Route::AdminApplications} query={of(*tab)} current={*tab == status}>
                        { text.t(&format!("applications-{}", tab.as_str())) }
                    </Link>
                }) }
            </nav>
            <div class="split mb-7">
                <section aria-labelledby="queue-title" aria-busy={list.is_busy.then_some("true")}>
                    <h2 id="queue-title" class="vh">{ text.t(&format!("applications-{}", status.as_str())) }</h2>
                    { load(&list, |page| if page.items.is_empty() {
                        html! { <EmptyState title={text.t("applications-none")}><p>{ text.t("applications-none-text") }</p></EmptyState> }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&ApplicationQuery { after: Some(after), ..query.clone() }));
                        html! {
                            <>
                                <ul class="bars">{ for page.items.iter().map(|application| html! {
                                    <li class="app" key={application.id.0} aria-current={(props.id == Some(application.id.0)).then_some("true")}>
                                        <div>
                                            <p><Link to={Route::AdminApplication { id: application.id.0 }} query={of(application.status)}><b>{ &application.name }</b></Link></p>
                                            <p class="t-s">{ &application.organisation }</p>
                                            <p class="meta"><span>{ text.t(&format!("member-type-{}", application.member_type)) }</span>{ date(&text, application.created_at) }</p>
                                        </div>
                                    </li>
                                }) }</ul>
                                <Pager to={Route::AdminApplications} first={of(status)} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                </section>
                if let Some(id) = props.id {
                    <Detail key={id} {id} changed={list.reload.clone()} />
                } else {
                    <p class="muted">{ text.t("applications-choose") }</p>
                }
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct DetailProps {
    id: i64,
    changed: Callback<()>,
}

#[component]
fn Detail(props: &DetailProps) -> Html {
    let application = use_query(ApplicationId(props.id), |client, id| async move { client.get_application(id).await });
    load(&application, |loaded| {
        html! { <Loaded application={loaded.clone()} query={application.clone()} changed={props.changed.clone()} /> }
    })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    application: Application,
    query: Query<Application>,
    changed: Callback<()>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let application = &props.application;
    let replaced = {
        let (replace, changed) = (props.query.replace.clone(), props.changed.clone());
        Callback::from(move |application: Application| {
            replace.emit(application);
            changed.emit(());
        })
    };
    html! {
        <article aria-labelledby="application-title" class="flow flow-5">
            <header class="row row-apart">
                <div class="byline">
                    <span class="avatar" aria-hidden="true">{ avatar_letters(&application.name) }</span>
                    <div>
                        <h2 id="application-title">{ &application.name }</h2>
                        <p class="meta">
                            <span>{ text.t(&format!("member-type-{}", application.answers.member_type())) }</span>
                            <span>{ text.t("applied") }{ " " }{ date(&text, application.created_at) }</span>
                        </p>
                    </div>
                </div>
                <p><span class="badge">{ text.t(&format!("applications-{}", application.status.as_str())) }</span></p>
            </header>
            if !application.duplicates.is_empty() { <Duplicates hints={application.duplicates.clone()} /> }
            <div class="panel">
                <h3 class="mb-3">{ text.t("application-answers") }</h3>
                <dl class="facts grid-m">
                    { fact(&text, "email", html! { <a href={format!("mailto:{}", application.email)}>{ &application.email }</a> }) }
                    { fact(&text, "application-confirmed", match application.confirmed_at {
                        Some(at) => html! { <>{ icon("check") }{ " " }{ date(&text, at) }</> },
                        None => html! { { text.t("application-unconfirmed") } },
                    }) }
                    if let Some(telephone) = &application.telephone { { fact(&text, "telephone", html! { { telephone } }) } }
                    if let Some(library) = &application.library {
                        { fact(&text, "library", html! { { format!("{}, {}", library.name, library.postcode) } }) }
                        { fact(&text, "library-run", html! { { text.t(if library.is_community_managed { "library-run-community" } else { "library-run-council" }) } }) }
                    }
                    { for answers(&text, &application.answers) }
                </dl>
            </div>
            <Decision application={application.clone()} {replaced} />
        </article>
    }
}

fn fact(text: &Text, term: &str, words: Html) -> Html {
    html! { <div><dt>{ text.t(term) }</dt><dd>{ words }</dd></div> }
}

/// The answers to the questions of the member type, as facts.
fn answers(text: &Text, answers: &Answers) -> Vec<Html> {
    let words = |term: &str, value: &str| fact(text, term, html! { { value } });
    let maybe = |term: &str, value: Option<&String>| value.map(|value| words(term, value));
    match answers {
        Answers::Library { library_name, part, charity_number, .. } => [
            maybe("library-name", library_name.as_ref()),
            Some(words("join-part", &text.t(part_message(*part)))),
            maybe("join-charity", charity_number.as_ref()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Answers::Exploring { library_name, stage, help } => [
            maybe("join-which", library_name.as_ref()),
            Some(words("join-stage", &text.t(stage_message(*stage)))),
            maybe("join-help", help.as_ref()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Answers::Council { council, job_title, library_count } => [
            Some(words("join-council", council)),
            Some(words("join-job", job_title)),
            library_count.map(|count| words("join-count", &count.to_string())),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Answers::Body { organisation, number, offer, sells } => [
            Some(words("join-organisation", organisation)),
            maybe("join-number", number.as_ref()),
            Some(words("join-offer", offer)),
            sells.then(|| words("join-sells", &text.t("yes"))),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

#[derive(PartialEq, Properties)]
struct DuplicatesProps {
    hints: Vec<DuplicateHint>,
}

#[component]
fn Duplicates(props: &DuplicatesProps) -> Html {
    let text = use_text();
    html! {
        <Notice tone="is-warn" icon="users">
            <p><b>{ text.t("duplicate-title") }</b></p>
            <ul>
                { for props.hints.iter().map(|hint| {
                    let reason = match hint.reason {
                        DuplicateReason::SameLibrary => "duplicate-library",
                        DuplicateReason::SameEmail => "duplicate-email",
                    };
                    let name = hint.name.clone();
                    html! {
                        <li>
                            { text.t(reason) }{ " " }
                            if let Some(other) = hint.application_id {
                                <Link to={Route::AdminApplication { id: other.0 }}>{ name }</Link>
                            } else {
                                { name }
                            }
                        </li>
                    }
                }) }
            </ul>
        </Notice>
    }
}
