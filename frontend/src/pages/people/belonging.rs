//! Asking to belong to an organisation, and taking the wish back.

use client::types::membership::{
    Affiliation, AffiliationStatus, Ending, NewAffiliation, NewEnding, OrganisationViewer,
};
use client::types::{AffiliationId, OrganisationId};
use yew::prelude::*;

use super::{part_named, parts};
use crate::components::{Button, ErrorSummary, FormErrors, Notice, SelectField, TextField, error_text, use_toast};
use crate::hooks::{use_mutation, use_query, use_text};

/// To which organisation.
#[derive(PartialEq, Properties)]
pub struct AskToJoinProps {
    /// The organisation's id.
    pub id: OrganisationId,
    /// What the viewer is to it.
    pub viewer: OrganisationViewer,
    /// Called when something has changed.
    pub changed: Callback<()>,
}

/// Asking to belong, for members who do not.
#[component]
pub fn AskToJoin(props: &AskToJoinProps) -> Html {
    match props.viewer.affiliation {
        None => html! { <Ask id={props.id} changed={props.changed.clone()} /> },
        Some(AffiliationStatus::Requested) => html! { <Waiting id={props.id} changed={props.changed.clone()} /> },
        Some(_) => html! {},
    }
}

#[derive(PartialEq, Properties)]
struct InnerProps {
    id: OrganisationId,
    changed: Callback<()>,
}

#[component]
fn Ask(props: &InnerProps) -> Html {
    let text = use_text();
    let role = use_state(|| "volunteer".to_owned());
    let since = use_state(String::new);
    let id = props.id;
    let ask = {
        let changed = props.changed.clone();
        use_mutation(
            move |client, new: NewAffiliation| async move { client.request_affiliation(id, &new).await },
            Callback::from(move |_: Affiliation| changed.emit(())),
        )
    };
    let errors = FormErrors::of(&text, ask.error.as_ref());
    let onsubmit = {
        let (role, since, run) = (role.clone(), since.clone(), ask.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewAffiliation { role: part_named(&role), started_on: since.parse().ok() });
        })
    };
    html! {
        <details class="panel">
            <summary class="strong">{ text.t("ask-join-title") }</summary>
            <form novalidate=true class="flow mt-4" {onsubmit}>
                <ErrorSummary errors={errors.clone()} failures={ask.failures} />
                <p>{ text.t("ask-join-text") }</p>
                <SelectField id="role" label={text.t("join-part")} value={role} options={parts(&text)} />
                <TextField id="started_on" kind="date" short=true optional=true label={text.t("part-since")} value={since} error={errors.at("started_on")} />
                <p><Button submit=true busy={ask.is_busy}>{ text.t("ask-join-send") }</Button></p>
            </form>
        </details>
    }
}

#[component]
fn Waiting(props: &InnerProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let mine = use_query((), |client, ()| async move { client.list_my_affiliations().await });
    let take_back = {
        let (changed, toast, text) = (props.changed.clone(), toast, text.clone());
        use_mutation(
            |client, id: AffiliationId| async move { client.end_affiliation(id, &NewEnding::default()).await },
            Callback::from(move |_: Ending| {
                toast.emit(text.t("ask-join-taken-back"));
                changed.emit(());
            }),
        )
    };
    let wish = mine.ready().and_then(|mine| mine.iter().find(|one| one.organisation_id == props.id).map(|one| one.id));
    html! {
        <Notice icon="clock" is_status=true>
            <p><b>{ text.t("ask-join-waits") }</b>{ " " }{ text.t("ask-join-waits-text") }</p>
            if let Some(id) = wish {
                <p class="mt-2"><Button class="btn-2 btn-small" busy={take_back.is_busy} onclick={take_back.run.reform(move |_: MouseEvent| id)}>{ text.t("ask-join-take-back") }</Button></p>
            }
            if let Some(error) = &take_back.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </Notice>
    }
}
