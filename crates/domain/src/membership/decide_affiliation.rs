//! Decides on somebody's wish to belong to an organisation.

use api_types::AffiliationId;
use api_types::membership::{Affiliation, AffiliationOutcome, NewAffiliationDecision};
use entity::{affiliation, member, organisation};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

use super::mails::Envelope;
use super::organisation::settle_in;
use super::queries::language_of;
use super::{access, affiliation_mails, people};
use crate::accounts::access::Signed;
use crate::admin;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};

/// Decides, once: of two who decide at the same time one is told that it was done. The asker is mailed what was
/// decided.
pub async fn decide_affiliation(
    deps: &Deps,
    signed: &Signed,
    id: AffiliationId,
    new: &NewAffiliationDecision,
) -> Result<Affiliation> {
    let now = deps.clock.now();
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let found = affiliation::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    // The organisation is locked, so that who decides is still its contact, and only one decides.
    let row = organisation::Entity::find_by_id(found.organisation_id)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::NotFound)?;
    let found = affiliation::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    // Nobody lets themselves in.
    if found.member_id == signed.id.0 {
        return Err(Error::Forbidden);
    }
    if !access::may_edit(signed, &row) {
        return Err(access::refused(&found));
    }
    if found.status != "requested" {
        return Err(Error::Conflict("Somebody has decided on this already. Open the page again to see the outcome."));
    }
    let asker = member::Entity::find_by_id(found.member_id).one(&transaction).await?.ok_or(Error::NotFound)?;
    refuse_applicant(&asker)?;
    let is_accepted = new.outcome == AffiliationOutcome::Accepted;
    if is_accepted && asker.is_suspended {
        return Err(Error::Conflict("This person's account is suspended. Ask the network's staff."));
    }
    let (organisation_id, version) = (found.organisation_id, found.version);
    let mut change = found.into_active_model();
    change.status = Set(if is_accepted { "active" } else { "declined" }.into());
    change.decided_at = Set(Some(now));
    change.decided_by = Set(Some(signed.id.0));
    change.version = Set(version.wrapping_add(1));
    let decided = change.update(&transaction).await?;
    if is_accepted {
        settle_in(&transaction, organisation_id, asker.id).await?;
    }
    let to = Envelope {
        base_url: &deps.options.base_url,
        network: &network,
        name: &asker.name,
        email: &asker.email,
        language: language_of(&asker.language),
    };
    let mail = if is_accepted {
        affiliation_mails::accepted(&to, &row.name, row.id)
    } else {
        affiliation_mails::declined(&to, &row.name)
    };
    outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    deps.commit(transaction).await?;
    people::affiliation_of(&deps.read, decided).await
}

/// The one place that knows of applicants who have applied to join an organisation: they are let into the network
/// with their application, which nothing but `decide_application` does.
fn refuse_applicant(asker: &member::Model) -> Result<()> {
    if asker.role == "applicant" {
        return Err(Error::Conflict(
            "This person has applied for membership and is not a member yet: staff decide on the application, and on \
             this with it.",
        ));
    }
    Ok(())
}
