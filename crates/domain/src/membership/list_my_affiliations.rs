//! Lists the caller's own organisations.

use api_types::membership::Affiliation;
use entity::affiliation;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::people;
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::Result;

/// How many are told: nobody belongs to more.
const MOST: u64 = 100;

/// The organisations that the caller belongs to or wishes to belong to, the oldest first.
pub async fn list_my_affiliations(deps: &Deps, signed: &Signed) -> Result<Vec<Affiliation>> {
    let rows = affiliation::Entity::find()
        .filter(affiliation::Column::MemberId.eq(signed.id.0))
        .filter(affiliation::Column::Status.is_in(["requested", "active"]))
        .order_by_asc(affiliation::Column::Id)
        .limit(MOST)
        .all(&deps.read)
        .await?;
    people::affiliations_anywhere(&deps.read, rows).await
}
