//! A library that may join: what is known of it, the next step, notes.

use client::types::growth::{NewProspectNote, Prospect, ProspectPatch, ProspectStatus};
use client::types::{LibraryId, MemberId};
use yew::prelude::*;

use crate::components::{
    Button, EmptyState, ErrorSummary, FormErrors, Link, Notice, SelectField, TextField, date, load,
};
use crate::hooks::{Query, use_mutation, use_query, use_text};
use crate::routes::Route;

/// Which prospect.
#[derive(PartialEq, Properties)]
pub struct ProspectDetailProps {
    /// The library's id.
    pub id: i64,
    /// Called when something has changed that the list shows.
    pub changed: Callback<()>,
}

/// A library that may join.
#[component]
pub fn ProspectDetail(props: &ProspectDetailProps) -> Html {
    let prospect = use_query(LibraryId(props.id), |client, id| async move { client.get_prospect(id).await });
    load(&prospect, |loaded| {
        html! { <Loaded prospect={loaded.clone()} query={prospect.clone()} changed={props.changed.clone()} /> }
    })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    prospect: Prospect,
    query: Query<Prospect>,
    changed: Callback<()>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let (prospect, summary) = (&props.prospect, &props.prospect.summary);
    let library = &summary.library;
    let replaced = {
        let (replace, changed) = (props.query.replace.clone(), props.changed.clone());
        Callback::from(move |prospect: Prospect| {
            replace.emit(prospect);
            changed.emit(());
        })
    };
    let place: Vec<&str> = [&library.address, &library.postcode, &library.authority, &library.region]
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    html! {
        <article aria-labelledby="prospect-title" class="flow flow-5">
            <header class="row row-apart">
                <div>
                    <h2 id="prospect-title">{ &library.name }</h2>
                    <p class="meta">
                        <span>{ place.join(", ") }</span>
                        <span>{ text.t(if library.is_community_managed { "library-run-community" } else { "library-run-council" }) }</span>
                    </p>
                </div>
                <p><span class="badge">{ text.t(&format!("prospect-{}", summary.status.as_str())) }</span></p>
            </header>
            if let Some(id) = prospect.application_id {
                <p><Link to={Route::AdminApplication { id: id.0 }}>{ text.t("prospect-application") }</Link></p>
            }
            if let Some(id) = library.organisation_id {
                <p><Link to={Route::OrganisationById { id: id.0 }}>{ text.t("prospect-organisation") }</Link></p>
            }
            <Steps key={prospect.version} prospect={prospect.clone()} replaced={replaced.clone()} reload={props.query.reload.clone()} />
            <Notes prospect={prospect.clone()} {replaced} />
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct StepsProps {
    prospect: Prospect,
    replaced: Callback<Prospect>,
    reload: Callback<()>,
}

/// What staff set: status, next step, its day, who looks after it.
#[component]
fn Steps(props: &StepsProps) -> Html {
    let text = use_text();
    let (prospect, summary) = (&props.prospect, &props.prospect.summary);
    let staff = use_query((), |client, ()| async move { client.list_staff().await });
    let status = use_state(|| prospect.status_by_hand.as_str().to_owned());
    let step = use_state(|| summary.next_step.clone());
    let day = use_state(|| summary.next_step_on.map(|day| day.to_string()).unwrap_or_default());
    let owner = use_state(|| summary.owner.as_ref().map(|owner| owner.id.to_string()).unwrap_or_default());
    let wrong_day = use_state_eq(|| 0_u32);
    let save = {
        let (id, version) = (summary.library.id, prospect.version);
        use_mutation(
            move |client, patch: ProspectPatch| async move { client.update_prospect(id, version, &patch).await },
            props.replaced.clone(),
        )
    };
    let mut errors = FormErrors::of(&text, save.error.as_ref());
    if *wrong_day > 0 && !day.is_empty() && day.parse::<chrono::NaiveDate>().is_err() {
        errors = FormErrors { fields: vec![("next_step_on".into(), text.t("prospect-day-wrong"))], general: None };
    }
    let onsubmit = {
        let (status, step, day, owner) = (status.clone(), step.clone(), day.clone(), owner.clone());
        let (run, wrong_day) = (save.run.clone(), wrong_day.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let next_step_on = match day.trim() {
                "" => None,
                typed => match typed.parse() {
                    Ok(day) => Some(day),
                    Err(_) => return wrong_day.set(*wrong_day + 1),
                },
            };
            run.emit(ProspectPatch {
                status: Some(ProspectStatus::named(&status)),
                next_step: Some(step.trim().to_owned()),
                next_step_on: Some(next_step_on),
                owner_id: Some(owner.parse().ok().map(MemberId)),
            });
        })
    };
    let statuses: Vec<(AttrValue, AttrValue)> = ProspectStatus::BY_HAND
        .iter()
        .map(|status| (status.as_str().into(), text.t(&format!("prospect-{}", status.as_str()))))
        .collect();
    let nobody = ("".into(), text.t("prospect-nobody"));
    let mut owners: Vec<(AttrValue, AttrValue)> = vec![nobody];
    let staff = staff.ready();
    let people = staff.iter().flat_map(|staff| staff.iter());
    // Who looks after it now can always be kept, also while the staff are on their way.
    let present = summary.owner.iter().filter(|owner| people.clone().all(|person| person.id != owner.id));
    owners.extend(people.clone().chain(present).map(|one| (one.id.to_string().into(), one.name.clone().into())));
    let is_known = matches!(summary.status, ProspectStatus::Applied | ProspectStatus::Joined | ProspectStatus::Active);
    html! {
        <section class="panel" aria-labelledby="steps-title">
            <h3 id="steps-title" class="mb-3">{ text.t("prospect-steps") }</h3>
            <ErrorSummary errors={errors.clone()} failures={save.failures + *wrong_day} />
            if save.error.as_ref().and_then(client::Error::code) == Some(client::types::ErrorCode::EditConflict) {
                <p class="mb-4"><Button class="btn-2" onclick={props.reload.reform(|_: MouseEvent| ())}>{ text.t("prospect-reload") }</Button></p>
            }
            <form novalidate=true class="flow" {onsubmit}>
                if is_known { <Notice><p>{ text.t(&format!("prospect-known-{}", summary.status.as_str())) }</p></Notice> }
                <SelectField id="status" label={text.t("prospect-by-hand")} value={status} options={statuses} error={errors.at("status")} />
                <TextField id="next_step" label={text.t("prospect-next")} optional=true value={step} error={errors.at("next_step")} />
                <TextField id="next_step_on" label={text.t("prospect-day")} optional=true short=true kind="date" value={day} error={errors.at("next_step_on")} />
                <SelectField id="owner_id" label={text.t("prospect-owner")} value={owner} options={owners} error={errors.at("owner_id")} />
                <p><Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button></p>
            </form>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct NotesProps {
    prospect: Prospect,
    replaced: Callback<Prospect>,
}

/// What staff have noted.
#[component]
fn Notes(props: &NotesProps) -> Html {
    let text = use_text();
    let prospect = &props.prospect;
    let body = use_state(String::new);
    let add = {
        let id = prospect.summary.library.id;
        let (body, replaced) = (body.clone(), props.replaced.clone());
        use_mutation(
            move |client, new: NewProspectNote| async move { client.add_prospect_note(id, &new).await },
            Callback::from(move |prospect: Prospect| {
                body.set(String::new());
                replaced.emit(prospect);
            }),
        )
    };
    let errors = FormErrors::of(&text, add.error.as_ref());
    let onsubmit = {
        let (body, run) = (body.clone(), add.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewProspectNote { body: body.trim().to_owned() });
        })
    };
    html! {
        <section aria-labelledby="notes-title" class="flow">
            <h3 id="notes-title">{ text.t("prospect-notes") }</h3>
            <ErrorSummary errors={errors.clone()} failures={add.failures} />
            <form novalidate=true class="flow" {onsubmit}>
                <TextField id="body" label={text.t("prospect-note")} hint={text.t("prospect-note-hint")} rows=3 value={body} error={errors.at("body")} />
                <p><Button class="btn-2" submit=true busy={add.is_busy}>{ text.t("prospect-note-add") }</Button></p>
            </form>
            if prospect.notes.is_empty() {
                <EmptyState title={text.t("prospect-notes-none")}><p>{ text.t("prospect-notes-none-text") }</p></EmptyState>
            } else {
                <ol class="thread flow">{ for prospect.notes.iter().map(|note| html! {
                    <li class="note" key={note.id}>
                        <p class="meta"><span>{ &note.author.name }</span>{ date(&text, note.created_at) }</p>
                        { for note.body.lines().map(|line| html! { <p>{ line }</p> }) }
                    </li>
                }) }</ol>
            }
        </section>
    }
}
