//! Decides on somebody's wish to belong to an organisation.

use api_types::AffiliationId;
use api_types::membership::{Affiliation, AffiliationOutcome, NewAffiliationDecision, Outcome};
use entity::{affiliation, member, organisation};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

use super::mails::Envelope;
use super::organisation::settle_in;
use super::queries::language_of;
use super::{access, affiliation_mails, applications, people};
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
        return Err(access::refused(signed, &found));
    }
    if found.status != "requested" {
        return Err(Error::Conflict("Somebody has decided on this already. Open the page again to see the outcome."));
    }
    let asker = member::Entity::find_by_id(found.member_id).one(&transaction).await?.ok_or(Error::NotFound)?;
    if asker.role == "applicant" {
        // An applicant is let into the network with it: that is their application's decision.
        let outcome = match new.outcome {
            AffiliationOutcome::Accepted => Outcome::Approved,
            AffiliationOutcome::Declined => Outcome::Rejected,
        };
        applications::decide_joining(deps, &transaction, &network, signed, &found, outcome).await?;
        deps.commit(transaction).await?;
        let decided = affiliation::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
        return people::affiliation_of(&deps.read, decided).await;
    }
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
