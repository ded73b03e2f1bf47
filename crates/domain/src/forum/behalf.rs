//! Speaking on behalf of an organisation.

use api_types::{MemberId, OrganisationId};
use entity::affiliation;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{Error, Result};

/// Whoever belongs to an organisation may speak for it; nobody else may. What was said stays when somebody leaves.
pub(super) async fn require_may_speak<C: ConnectionTrait>(
    connection: &C,
    member: MemberId,
    organisation: Option<OrganisationId>,
) -> Result<()> {
    let Some(organisation) = organisation else { return Ok(()) };
    let belongs = affiliation::Entity::find()
        .filter(affiliation::Column::MemberId.eq(member.0))
        .filter(affiliation::Column::OrganisationId.eq(organisation.0))
        .filter(affiliation::Column::Status.eq("active"))
        .count(connection)
        .await?;
    if belongs == 0 {
        return Err(Error::field("organisation_id", "invalid", "Choose an organisation that you belong to."));
    }
    Ok(())
}
