//! Handing over what is held in an organisation.

use client::types::membership::{Holding, Holdings, NewContacts};
use client::types::{MemberId, OrganisationId};
use yew::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, SelectField, use_toast};
use crate::hooks::{use_mutation, use_query, use_text};

/// In which organisation.
#[derive(PartialEq, Properties)]
pub struct ContactsProps {
    /// The organisation's id.
    pub id: OrganisationId,
    /// The version that was read.
    pub version: i32,
    /// How many belong to it: more of them are more to choose from.
    pub member_count: i32,
    /// Called when something was handed over.
    pub changed: Callback<()>,
}

/// Who speaks and who votes from now on.
#[component]
pub fn Contacts(props: &ContactsProps) -> Html {
    let holdings = use_query((props.id, props.version, props.member_count), |client, (id, _, _)| async move {
        client.get_holdings(id).await
    });
    let Some(holdings) = holdings.ready().filter(|holdings| !holdings.people.is_empty()) else { return html! {} };
    html! { <Form key={format!("{}-{}", props.version, holdings.people.len())} id={props.id} version={props.version} holdings={(*holdings).clone()} changed={props.changed.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    id: OrganisationId,
    version: i32,
    holdings: Holdings,
    changed: Callback<()>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let holder = |holding| {
        let found = props.holdings.people.iter().find(|person| person.holds.contains(&holding));
        found.map(|person| person.member.id.to_string()).unwrap_or_default()
    };
    let contact = use_state(|| holder(Holding::PrimaryContact));
    let voter = use_state(|| holder(Holding::Voter));
    let (id, version) = (props.id, props.version);
    let save = {
        let (changed, text) = (props.changed.clone(), text.clone());
        use_mutation(
            move |client, new: NewContacts| async move { client.set_contacts(id, version, &new).await },
            Callback::from(move |_: Holdings| {
                toast.emit(text.t("contacts-saved"));
                changed.emit(());
            }),
        )
    };
    let errors = FormErrors::of(&text, save.error.as_ref());
    let onsubmit = {
        let (contact, voter, run) = (contact.clone(), voter.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = |value: &str| value.parse().ok().map(MemberId);
            run.emit(NewContacts { primary_contact_id: chosen(&contact), voter_id: chosen(&voter) });
        })
    };
    let people = |is_held: bool| -> Vec<(AttrValue, AttrValue)> {
        let nobody = (!is_held).then(|| (AttrValue::default(), text.t("contacts-nobody")));
        let people = props.holdings.people.iter();
        nobody
            .into_iter()
            .chain(people.map(|person| (person.member.id.to_string().into(), person.member.name.clone().into())))
            .collect()
    };
    let is_held = |holding| !props.holdings.unheld.contains(&holding);
    html! {
        <details class="panel">
            <summary class="strong">{ text.t("contacts-title") }</summary>
            <form novalidate=true class="flow mt-4" {onsubmit}>
                <ErrorSummary errors={errors.clone()} failures={save.failures} />
                <p>{ text.t("contacts-text") }</p>
                <SelectField id="primary_contact_id" label={text.t("holding-primary_contact")} hint={text.t("contacts-contact-hint")} value={contact}
                    options={people(is_held(Holding::PrimaryContact))} error={errors.at("primary_contact_id")} />
                <SelectField id="voter_id" label={text.t("holding-voter")} value={voter}
                    options={people(is_held(Holding::Voter))} error={errors.at("voter_id")} />
                <p><Button submit=true busy={save.is_busy}>{ text.t("contacts-save") }</Button></p>
            </form>
        </details>
    }
}
