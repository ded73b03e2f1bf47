//! One application, with everything that staff need to decide.

use client::types::accounts::MemberSummary;
use client::types::membership::{Answers, Application, NewAssignee};
use client::types::{ApplicationId, MemberId};
use yew::prelude::*;

use super::conversation::Conversation;
use super::decision::Decision;
use super::doubles::Doubles;
use crate::components::{Button, Link, Notice, SelectField, avatar_letters, date, error_text, icon, load};
use crate::hooks::{Query, use_mutation, use_query, use_text};
use crate::pages::membership::part_message;
use crate::pages::registration::stage_message;
use crate::routes::Route;
use crate::text::Text;

/// Which application.
#[derive(PartialEq, Properties)]
pub struct DetailProps {
    /// Its id.
    pub id: i64,
    /// The staff.
    pub staff: Vec<MemberSummary>,
    /// Called when something was done.
    pub changed: Callback<()>,
}

/// One application.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let application = use_query(ApplicationId(props.id), |client, id| async move { client.get_application(id).await });
    load(&application, |loaded| {
        html! { <Loaded application={loaded.clone()} query={application.clone()} staff={props.staff.clone()} changed={props.changed.clone()} /> }
    })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    application: Application,
    query: Query<Application>,
    staff: Vec<MemberSummary>,
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
            if !application.duplicates.is_empty() { <Doubles hints={application.duplicates.clone()} /> }
            if let Some(joins) = &application.joins {
                <Notice icon="users"><p>
                    { text.t("application-joins") }{ " " }
                    <Link to={Route::OrganisationById { id: joins.id.0 }}>{ &joins.name }</Link>{ ". " }
                    { text.t("application-joins-text") }
                </p></Notice>
            }
            if application.adds_library { <Notice icon="library"><p>{ text.t("application-adds-library") }</p></Notice> }
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
                    if let Some(member) = &application.referred_by {
                        { fact(&text, if application.is_invited { "application-invited" } else { "application-referred" }, html! { { &member.name } }) }
                    }
                    { for application.form_answers.iter().map(|one| {
                        let answer = match one.answer.as_str() { "yes" => text.t("yes"), "no" => text.t("no"), other => other.to_owned().into() };
                        html! { <div><dt>{ &one.question }</dt><dd>{ answer }</dd></div> }
                    }) }
                </dl>
            </div>
            <Assignee application={application.clone()} staff={props.staff.clone()} replaced={replaced.clone()} />
            <Conversation application={application.clone()} replaced={replaced.clone()} />
            <Decision application={application.clone()} {replaced} />
            <details>
                <summary class="strong">{ text.count("log-title", i64::try_from(application.events.len()).unwrap_or_default()) }</summary>
                <ul class="links t-s">
                    { for application.events.iter().map(|event| {
                        let words = text.with(&format!("log-{}", event.kind.as_str()), &[("name", &event.detail)]);
                        html! { <li>{ words }if let Some(actor) = &event.actor { { ", " }{ actor } }{ " " }{ date(&text, event.created_at) }</li> }
                    }) }
                </ul>
            </details>
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct AssigneeProps {
    application: Application,
    staff: Vec<MemberSummary>,
    replaced: Callback<Application>,
}

/// Who looks after the application.
#[component]
fn Assignee(props: &AssigneeProps) -> Html {
    let text = use_text();
    let id = props.application.id;
    let assignee =
        use_state(|| props.application.assignee.as_ref().map(|member| member.id.to_string()).unwrap_or_default());
    let assign = use_mutation(
        move |client, new: NewAssignee| async move { client.assign_application(id, &new).await },
        props.replaced.clone(),
    );
    let onsubmit = {
        let (assignee, run) = (assignee.clone(), assign.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewAssignee { member_id: assignee.parse().ok().map(MemberId) });
        })
    };
    let nobody = std::iter::once((AttrValue::default(), text.t("nobody")));
    let people = props.staff.iter().map(|person| (person.id.to_string().into(), person.name.clone().into()));
    html! {
        <form class="row row-m" {onsubmit}>
            <SelectField id="assignee" label={text.t("assignee")} value={assignee} options={nobody.chain(people).collect::<Vec<_>>()} />
            <Button class="btn-2 btn-small" submit=true busy={assign.is_busy}>{ text.t("assign") }</Button>
            if let Some(error) = &assign.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </form>
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
        Answers::Library { library_name, part, place, charity_number, .. } => [
            maybe("library-name", library_name.as_ref()),
            place.as_ref().map(|place| {
                let parts = [place.address.as_str(), &place.postcode, &place.authority];
                let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                words("library-address", &parts.join(", "))
            }),
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
