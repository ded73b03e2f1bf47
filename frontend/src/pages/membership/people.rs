//! The people of an organisation: who holds what, and leaving with a successor in place.

use client::types::membership::{Affiliation, Ending, Holding, Holdings, NewEnding};
use client::types::{AffiliationId, MemberId, OrganisationId};
use yew::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Link, Notice, SelectField, day, load};
use crate::hooks::{use_mutation, use_query, use_session, use_text};
use crate::routes::Route;

/// Whose people.
#[derive(PartialEq, Properties)]
pub struct PeopleProps {
    /// The organisation's id.
    pub id: OrganisationId,
    /// The organisation's version and how many belong to it, with which what is shown changes.
    pub state: (i32, i32),
    /// Whether the viewer may take others out.
    pub can_edit: bool,
    /// Called when somebody has left.
    pub changed: Callback<()>,
}

/// The people of an organisation.
#[component]
pub fn People(props: &PeopleProps) -> Html {
    let text = use_text();
    let me = use_session().member.as_ref().map(|member| member.id);
    let holdings = use_query((props.id, props.state), |client, (id, _)| async move { client.get_holdings(id).await });
    let leaving = use_state_eq(|| None::<AffiliationId>);
    let left = use_state_eq(|| None::<bool>);
    let ended = {
        let (leaving, left, reload, changed) =
            (leaving.clone(), left.clone(), holdings.reload.clone(), props.changed.clone());
        Callback::from(move |ending: Ending| {
            leaving.set(None);
            left.set(Some(ending.is_left_to_staff));
            reload.emit(());
            changed.emit(());
        })
    };
    html! {
        <section aria-labelledby="people-title" aria-busy={holdings.is_busy.then_some("true")}>
            <h2 id="people-title" class="mb-3">{ text.t("organisation-people") }</h2>
            if let Some(is_left_to_staff) = *left {
                <Notice tone="is-ok mb-4" icon="circle-check" is_status=true>
                    <p>{ text.t(if is_left_to_staff { "leaving-done-staff" } else { "leaving-done" }) }</p>
                </Notice>
            }
            { load(&holdings, |list| html! {
                <>
                    if !list.unheld.is_empty() {
                        <Notice tone="is-warn mb-4" icon="triangle-alert"><p>{ text.t("holding-nobody") }</p></Notice>
                    }
                    if list.people.is_empty() { <p class="muted">{ text.t("organisation-people-none") }</p> }
                    <ul class="entries">{ for list.people.iter().map(|person| {
                        let is_mine = me == Some(person.member.id);
                        let id = person.id;
                        let begin = { let leaving = leaving.clone(); Callback::from(move |_: MouseEvent| leaving.set(Some(id))) };
                        html! {
                            <li class="entry" key={id.0}>
                                <div>
                                    <h3 class="entry-title"><Link to={Route::Member { id: person.member.id.0 }}>{ &person.member.name }</Link></h3>
                                    <p class="row row-s t-s">
                                        <span class="muted">{ text.t(&format!("part-{}", person.role.as_str())) }</span>
                                        if let Some(since) = person.started_on {
                                            <span class="muted">{ text.t("since") }{ " " }{ day(&text, since) }</span>
                                        }
                                        { for person.holds.iter().map(|holding| html! {
                                            <span class="badge">{ text.t(&format!("holding-{}", holding.as_str())) }</span>
                                        }) }
                                    </p>
                                    if *leaving == Some(id) {
                                        <Leaving person={person.clone()} holdings={list.clone()} {is_mine} done={ended.clone()} />
                                    } else if is_mine || props.can_edit {
                                        <p class="mt-4"><button type="button" class="btn-link" onclick={begin}>
                                            if is_mine { { text.t("leave") } } else { { text.with("take-out", &[("name", &person.member.name)]) } }
                                        </button></p>
                                    }
                                </div>
                            </li>
                        }
                    }) }</ul>
                </>
            }) }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct LeavingProps {
    person: Affiliation,
    holdings: Holdings,
    is_mine: bool,
    done: Callback<Ending>,
}

/// Naming who follows, and leaving.
#[component]
fn Leaving(props: &LeavingProps) -> Html {
    let text = use_text();
    let person = &props.person;
    let others: Vec<_> = props.holdings.people.iter().filter(|other| other.id != person.id).collect();
    let first = others.first().map(|other| other.member.id.to_string()).unwrap_or_default();
    let contact = use_state(|| first.clone());
    let voter = use_state(|| first);
    let end = use_mutation(
        |client, (id, new): (AffiliationId, NewEnding)| async move { client.end_affiliation(id, &new).await },
        props.done.clone(),
    );
    let errors = FormErrors::of(&text, end.error.as_ref());
    let holds = |holding| person.holds.contains(&holding) && !others.is_empty();
    let (is_contact, is_voter) = (holds(Holding::PrimaryContact), holds(Holding::Voter));
    let options: Vec<(AttrValue, AttrValue)> =
        others.iter().map(|other| (other.member.id.to_string().into(), other.member.name.clone().into())).collect();
    let onsubmit = {
        let (contact, voter, run, id) = (contact.clone(), voter.clone(), end.run.clone(), person.id);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = |is_held: bool, value: &str| is_held.then(|| value.parse().ok().map(MemberId)).flatten();
            let new =
                NewEnding { primary_contact_id: chosen(is_contact, &contact), voter_id: chosen(is_voter, &voter) };
            run.emit((id, new));
        })
    };
    let lead = if others.is_empty() { "leaving-last" } else { "leaving-text" };
    html! {
        <form novalidate=true class="panel flow mt-4" {onsubmit}>
            <ErrorSummary errors={errors.clone()} failures={end.failures} />
            <p>{ text.t(lead) }</p>
            if is_contact {
                <SelectField id="primary_contact_id" label={text.t("leaving-contact")} value={contact} options={options.clone()} error={errors.at("primary_contact_id")} />
            }
            if is_voter {
                <SelectField id="voter_id" label={text.t("leaving-voter")} value={voter} {options} error={errors.at("voter_id")} />
            }
            <p><Button class="btn-bad" submit=true busy={end.is_busy}>
                if props.is_mine { { text.t("leave") } } else { { text.with("take-out", &[("name", &person.member.name)]) } }
            </Button></p>
        </form>
    }
}
