//! Lists who belongs to an organisation, or wishes to.

use api_types::membership::{Affiliation, AffiliationQuery, AffiliationStatus};
use api_types::{OrganisationId, Page};
use entity::{affiliation, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{access, people};
use crate::accounts::access::Signed;
use crate::cursor;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// A page of the affiliations with an organisation, the oldest first. Members see who belongs; who wishes to, was
/// declined or has left is for those who may change the organisation.
pub async fn list_affiliations(
    deps: &Deps,
    signed: &Signed,
    id: OrganisationId,
    query: &AffiliationQuery,
) -> Result<Page<Affiliation>> {
    let row = organisation::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let status = query.status.unwrap_or(AffiliationStatus::Active);
    if status != AffiliationStatus::Active && !access::may_edit(signed, &row) {
        return Err(signed.refused());
    }
    let limit = cursor::limit(query.limit);
    let mut select = affiliation::Entity::find()
        .filter(affiliation::Column::OrganisationId.eq(id.0))
        .filter(affiliation::Column::Status.eq(status.as_str()));
    if let Some(after) = &query.after {
        let [last] = cursor::decode(after)?;
        select = select.filter(affiliation::Column::Id.gt(last));
    }
    let mut rows = select.order_by_asc(affiliation::Column::Id).limit(limit + 1).all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    Ok(Page { items: people::affiliations_of(&deps.read, &row, rows).await?, next, total: None })
}
