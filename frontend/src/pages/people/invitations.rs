//! Sending invitations, and how they stand.

use client::types::accounts::Role;
use client::types::membership::{Invitation, InvitationQuery, InvitationStatus, Language, NewInvitation};
use client::types::{InvitationId, OrganisationId};
use yew::prelude::*;

use super::{part_named, parts};
use crate::components::{
    Button, ErrorSummary, FormErrors, Gate, RadioField, SelectField, TextField, date, error_text, load, use_toast,
};
use crate::hooks::{Query, use_mutation, use_query, use_text, use_title};
use crate::pages::account::AccountFrame;
use crate::routes::Route;

/// The invitations that a member has sent.
#[component]
pub fn InvitationsPage() -> Html {
    let text = use_text();
    use_title(text.t("invitations-title"));
    html! {
        <Gate role={Role::Member}>
            <AccountFrame here={Route::Invitations} lead="invitations-lead"><Invitations /></AccountFrame>
        </Gate>
    }
}

/// Into what.
#[derive(PartialEq, Properties)]
pub struct InvitationsProps {
    /// The organisation's id; none to invite libraries that are not members.
    #[prop_or_default]
    pub organisation_id: Option<OrganisationId>,
}

/// A form to invite somebody, and the invitations sent before.
#[component]
pub fn Invitations(props: &InvitationsProps) -> Html {
    let text = use_text();
    let after = use_state_eq(|| None::<String>);
    let query = InvitationQuery { organisation_id: props.organisation_id, after: (*after).clone(), limit: None };
    let sent = use_query(query, |client, query| async move { client.list_invitations(&query).await });
    let form = html! { <Form organisation_id={props.organisation_id} sent={sent.reload.clone()} /> };
    let is_inside = props.organisation_id.is_some();
    html! {
        <div class="flow flow-5">
            if is_inside {
                <details class="panel"><summary class="strong">{ text.t("invite-title") }</summary>{ form }</details>
            } else {
                <section aria-labelledby="invite-title"><h2 id="invite-title">{ text.t("invite-library-title") }</h2>{ form }</section>
            }
            { load(&sent, |page| {
                let next = page.next.clone();
                let more = { let after = after.clone(); Callback::from(move |_: MouseEvent| after.set(next.clone())) };
                let first = { let after = after.clone(); Callback::from(move |_: MouseEvent| after.set(None)) };
                html! {
                    <>
                        if !page.items.is_empty() {
                            <section aria-labelledby="invited-title">
                                <h2 id="invited-title" class="mb-3">{ text.t("invited-title") }</h2>
                                <ul class="entries">{ for page.items.iter().map(|one| html! {
                                    <Sent key={one.id.0} invitation={one.clone()} list={sent.clone()} />
                                }) }</ul>
                                <p class="row mt-4">
                                    if after.is_some() { <Button class="btn-2" onclick={first}>{ text.t("first-page") }</Button> }
                                    if page.next.is_some() { <Button class="btn-2" onclick={more}>{ text.t("next-page") }</Button> }
                                </p>
                            </section>
                        } else if !is_inside {
                            <p class="muted">{ text.t("invited-none") }</p>
                        }
                    </>
                }
            }) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    organisation_id: Option<OrganisationId>,
    sent: Callback<()>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let [name, email, message] = [use_state(String::new), use_state(String::new), use_state(String::new)];
    let role = use_state(|| "volunteer".to_owned());
    let language = use_state(|| Language::En.as_str().to_owned());
    let invite = {
        let cleared = [&name, &email, &message].map(Clone::clone);
        let (sent, text) = (props.sent.clone(), text.clone());
        use_mutation(
            |client, new: NewInvitation| async move { client.create_invitation(&new).await },
            Callback::from(move |made: Invitation| {
                for field in &cleared {
                    field.set(String::new());
                }
                toast.emit(text.with("invite-sent", &[("name", &made.name)]));
                sent.emit(());
            }),
        )
    };
    let errors = FormErrors::of(&text, invite.error.as_ref());
    let organisation_id = props.organisation_id;
    let onsubmit = {
        let fields = [&name, &email, &message, &role, &language].map(Clone::clone);
        let run = invite.run.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let [name, email, message, role, language] = fields.clone().map(|field| field.trim().to_owned());
            run.emit(NewInvitation {
                organisation_id,
                name,
                email,
                role: part_named(&role),
                message: Some(message).filter(|message| !message.is_empty()),
                language: if language == Language::Cy.as_str() { Language::Cy } else { Language::En },
            });
        })
    };
    let (name_label, lead) = match organisation_id {
        Some(_) => ("invite-name", "invite-text"),
        None => ("invite-library-name", "invite-library-text"),
    };
    html! {
        <form novalidate=true class="flow mt-4" {onsubmit}>
            <ErrorSummary errors={errors.clone()} failures={invite.failures} />
            <p>{ text.t(lead) }</p>
            <TextField id="name" label={text.t(name_label)} value={name} error={errors.at("name")} />
            <TextField id="email" kind="email" label={text.t("email")} value={email} error={errors.at("email")} />
            if organisation_id.is_some() {
                <SelectField id="role" label={text.t("invite-part")} value={role} options={parts(&text)} />
            }
            <TextField id="message" optional=true label={text.t("invite-message")} hint={text.t("invite-message-hint")} value={message} error={errors.at("message")} />
            <fieldset>
                <legend class="label">{ text.t("join-language") }</legend>
                <div class="choices">
                    <RadioField name="invite-language" option="en" label="English" lang="en-GB" value={language.clone()} />
                    <RadioField name="invite-language" option="cy" label="Cymraeg" lang="cy" value={language} />
                </div>
            </fieldset>
            <p><Button submit=true busy={invite.is_busy}>{ text.t("invite-send") }</Button></p>
        </form>
    }
}

#[derive(PartialEq, Properties)]
struct SentProps {
    invitation: Invitation,
    list: Query<client::types::Page<Invitation>>,
}

#[component]
fn Sent(props: &SentProps) -> Html {
    let text = use_text();
    let one = &props.invitation;
    let withdraw = use_mutation(
        |client, id: InvitationId| async move { client.withdraw_invitation(id).await },
        props.list.reload.clone(),
    );
    let id = one.id;
    let tone = match one.status {
        InvitationStatus::Accepted => "badge is-ok",
        InvitationStatus::Sent => "badge is-info",
        InvitationStatus::Withdrawn | InvitationStatus::Expired => "badge",
    };
    html! {
        <li class="entry"><div>
            <h3 class="entry-title">{ &one.name }</h3>
            <p class="meta">
                <span class={tone}>{ text.t(&format!("invitation-{}", one.status.as_str())) }</span>
                <span>{ &one.email }</span>
                if let Some(organisation) = &one.organisation { <span>{ organisation }</span> }
                { date(&text, one.created_at) }
            </p>
            if one.status == InvitationStatus::Sent {
                <p class="mt-2"><button type="button" class="btn-link" onclick={withdraw.run.reform(move |_: MouseEvent| id)}>
                    { text.with("invitation-withdraw", &[("name", &one.name)]) }
                </button></p>
            }
            if let Some(error) = &withdraw.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div></li>
    }
}
