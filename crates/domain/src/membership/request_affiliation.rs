//! Asks to belong to an organisation.

use api_types::OrganisationId;
use api_types::membership::{Affiliation, NewAffiliation};
use chrono::NaiveDate;
use entity::{affiliation, member, organisation};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::mails::Envelope;
use super::queries::language_of;
use super::{affiliation_mails, people};
use crate::accounts::access::Signed;
use crate::admin;
use crate::clock::to_wire;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};

/// How many of a member's wishes may wait at once: each is a mail to a stranger.
const WAITING: u64 = 5;

/// Asks the organisation's primary contact to let the caller belong to it. Where there is none, staff see it.
pub async fn request_affiliation(
    deps: &Deps,
    signed: &Signed,
    id: OrganisationId,
    new: &NewAffiliation,
) -> Result<Affiliation> {
    let started_on = begun(deps, new.started_on)?;
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let row = organisation::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    let asker = member::Entity::find_by_id(signed.id.0).one(&transaction).await?.ok_or(Error::Unauthenticated)?;
    let waiting = affiliation::Entity::find()
        .filter(affiliation::Column::MemberId.eq(signed.id.0))
        .filter(affiliation::Column::Status.eq("requested"))
        .count(&transaction)
        .await?;
    if waiting >= WAITING {
        return Err(Error::Conflict("Five of your wishes wait for an answer. Withdraw one, or wait for it."));
    }
    let inserted = affiliation::ActiveModel {
        member_id: Set(signed.id.0),
        organisation_id: Set(id.0),
        role: Set(new.role.as_str().into()),
        status: Set("requested".into()),
        started_on: Set(started_on.map(|day| day.to_string())),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    }
    .insert(&transaction)
    .await;
    let made = inserted.map_err(|error| {
        if is_unique_violation(&error, &["uq_affiliations_open", "affiliations.member_id"]) {
            Error::Conflict("You belong to this organisation already, or have asked to.")
        } else {
            error.into()
        }
    })?;
    let contact = match row.primary_contact_id {
        Some(contact) => member::Entity::find_by_id(contact).one(&transaction).await?,
        None => None,
    };
    if let Some(contact) = contact.filter(|contact| !contact.is_suspended) {
        let to = Envelope {
            base_url: &deps.options.base_url,
            network: &network,
            name: &contact.name,
            email: &contact.email,
            language: language_of(&contact.language),
        };
        let mail = affiliation_mails::request(&to, &asker.name, &row.name, row.id);
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await?;
    people::affiliation_of(&deps.read, made).await
}

/// The day since when somebody belongs, which has been.
pub(super) fn begun(deps: &Deps, day: Option<NaiveDate>) -> Result<Option<NaiveDate>> {
    let today = to_wire(deps.clock.now()).date_naive();
    match day {
        // A day ahead of the server's is today somewhere.
        Some(day) if day > today + chrono::Days::new(1) => {
            Err(Error::field("started_on", "future", "Give a day that has been, or leave it out."))
        }
        day => Ok(day),
    }
}
