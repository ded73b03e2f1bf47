//! Says who speaks and who votes for an organisation.

use std::collections::BTreeSet;

use api_types::OrganisationId;
use api_types::membership::{Holdings, NewContacts};
use entity::{affiliation, member, organisation};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};

use super::mails::Envelope;
use super::queries::language_of;
use super::{access, affiliation_mails, get_holdings};
use crate::accounts::access::Signed;
use crate::admin;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};

/// Hands over what is held in an organisation that was read at `version`, to people who belong to it; for its
/// primary contact and staff. Who holds something new is mailed.
pub async fn set_contacts(
    deps: &Deps,
    signed: &Signed,
    id: OrganisationId,
    version: i32,
    new: &NewContacts,
) -> Result<Holdings> {
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let row =
        organisation::Entity::find_by_id(id.0).lock_exclusive().one(&transaction).await?.ok_or(Error::NotFound)?;
    if !access::may_edit(signed, &row) {
        return Err(signed.refused());
    }
    if row.version != version {
        return Err(Error::EditConflict);
    }
    let before = (row.primary_contact_id, row.voter_id);
    let mut change = row.clone().into_active_model();
    let mut told = BTreeSet::new();
    for (field, holder, named) in
        [("primary_contact_id", before.0, new.primary_contact_id), ("voter_id", before.1, new.voter_id)]
    {
        let Some(named) = named.map(|named| named.0).filter(|named| Some(*named) != holder) else { continue };
        refuse_outsider(&transaction, id.0, field, named).await?;
        if field == "voter_id" {
            change.voter_id = Set(Some(named));
        } else {
            change.primary_contact_id = Set(Some(named));
        }
        told.insert(named);
    }
    change.version = Set(version.wrapping_add(1));
    change.updated_at = Set(deps.clock.now());
    change.update(&transaction).await?;
    told.remove(&signed.id.0);
    for holder in member::Entity::find().filter(member::Column::Id.is_in(told)).all(&transaction).await? {
        let to = Envelope {
            base_url: &deps.options.base_url,
            network: &network,
            name: &holder.name,
            email: &holder.email,
            language: language_of(&holder.language),
        };
        let mail = affiliation_mails::holding(&to, &row.name, row.id);
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await?;
    get_holdings(deps, id).await
}

/// Refuses somebody who does not belong to the organisation, or whose account is suspended.
async fn refuse_outsider<C: ConnectionTrait>(
    connection: &C,
    organisation_id: i64,
    field: &str,
    member_id: i64,
) -> Result<()> {
    let belongs = affiliation::Entity::find()
        .filter(affiliation::Column::OrganisationId.eq(organisation_id))
        .filter(affiliation::Column::MemberId.eq(member_id))
        .filter(affiliation::Column::Status.eq("active"))
        .one(connection)
        .await?;
    let who = member::Entity::find_by_id(member_id).one(connection).await?;
    if belongs.is_some() && who.is_some_and(|who| !who.is_suspended && who.role != "applicant") {
        return Ok(());
    }
    Err(Error::field(field, "invalid", "Name somebody who belongs to the organisation."))
}
