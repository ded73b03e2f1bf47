//! Wishes to belong, to be decided by those who may.

use client::types::membership::{
    Affiliation, AffiliationOutcome, AffiliationQuery, AffiliationRequestQuery, AffiliationStatus,
    NewAffiliationDecision,
};
use client::types::{AffiliationId, OrganisationId};
use yew::prelude::*;

use crate::components::{Button, Link, date, error_text, load, use_toast};
use crate::hooks::{use_mutation, use_query, use_text};
use crate::pages::membership::part_message;
use crate::routes::Route;

/// Whose wishes.
#[derive(PartialEq, Properties)]
pub struct RequestsProps {
    /// The organisation's id; none for those that nobody but staff can decide on.
    #[prop_or_default]
    pub id: Option<OrganisationId>,
    /// Called when one was decided.
    #[prop_or_default]
    pub changed: Callback<()>,
}

/// Wishes to belong, each with what can be decided. Where there are none nothing is shown.
#[component]
pub fn Requests(props: &RequestsProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let waiting = use_query(props.id, |client, id| async move {
        match id {
            Some(id) => {
                let status = Some(AffiliationStatus::Requested);
                client.list_affiliations(id, &AffiliationQuery { status, ..AffiliationQuery::default() }).await
            }
            None => client.list_affiliation_requests(&AffiliationRequestQuery::default()).await,
        }
    });
    let decide = {
        let (reload, changed, toast, text) = (waiting.reload.clone(), props.changed.clone(), toast, text.clone());
        use_mutation(
            |client, (id, outcome): (AffiliationId, AffiliationOutcome)| async move {
                client.decide_affiliation(id, &NewAffiliationDecision { outcome }).await
            },
            Callback::from(move |decided: Affiliation| {
                let message =
                    if decided.status == AffiliationStatus::Active { "wish-accepted" } else { "wish-declined" };
                toast.emit(text.with(message, &[("name", &decided.member.name)]));
                reload.emit(());
                changed.emit(());
            }),
        )
    };
    let is_staff = props.id.is_none();
    load(&waiting, |page| {
        if page.items.is_empty() {
            return html! {};
        }
        html! {
            <section class="panel mb-5" aria-labelledby="wishes-title">
                <h2 id="wishes-title">{ text.t("wishes-title") }</h2>
                if is_staff { <p class="mb-3">{ text.t("wishes-staff") }</p> }
                <ul class="links plain">{ for page.items.iter().map(|wish| {
                    let id = wish.id;
                    let act = |outcome| decide.run.reform(move |_: MouseEvent| (id, outcome));
                    html! {
                        <li key={id.0}>
                            // An applicant has no page yet.
                            <p><b>{ &wish.member.name }</b></p>
                            <p class="meta">
                                if is_staff { <Link to={Route::OrganisationById { id: wish.organisation_id.0 }}>{ &wish.organisation }</Link> }
                                <span>{ text.t(part_message(wish.role)) }</span>
                                { date(&text, wish.created_at) }
                            </p>
                            <p class="row mt-2">
                                <Button class="btn-small" busy={decide.is_busy} onclick={act(AffiliationOutcome::Accepted)}>
                                    { text.t("wish-accept") }<span class="vh">{ " " }{ &wish.member.name }</span>
                                </Button>
                                <Button class="btn-2 btn-small" busy={decide.is_busy} onclick={act(AffiliationOutcome::Declined)}>
                                    { text.t("wish-decline") }<span class="vh">{ " " }{ &wish.member.name }</span>
                                </Button>
                            </p>
                        </li>
                    }
                }) }</ul>
                if let Some(error) = &decide.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            </section>
        }
    })
}
