//! Tells what an invitation offers to the one who has its link.

use api_types::OrganisationId;
use api_types::membership::{InvitationOffer, NewInvitationLookup};
use entity::{member, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::invitation::find_invitation;
use super::queries::part_of;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// What the invitation offers. Who has the secret has read the mail: whether there is an account with the address
/// is no news to its owner.
pub async fn get_invitation(deps: &Deps, new: &NewInvitationLookup) -> Result<InvitationOffer> {
    let row = find_invitation(deps, &deps.read, &new.token).await?;
    let organisation = match row.organisation_id {
        Some(id) => organisation::Entity::find_by_id(id).one(&deps.read).await?,
        None => None,
    };
    let inviter = member::Entity::find_by_id(row.invited_by).one(&deps.read).await?.ok_or(Error::LinkExpired)?;
    let known = member::Entity::find().filter(member::Column::EmailKey.eq(&row.email_key)).one(&deps.read).await?;
    Ok(InvitationOffer {
        organisation_id: row.organisation_id.map(OrganisationId),
        organisation: organisation.map(|organisation| organisation.name),
        role: part_of(&row.role),
        expires_at: to_wire(row.expires_at),
        name: row.name,
        email: row.email,
        message: row.message,
        invited_by: inviter.name,
        has_account: known.is_some(),
    })
}
