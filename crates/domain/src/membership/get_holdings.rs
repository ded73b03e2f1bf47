//! Tells who holds what in an organisation.

use api_types::OrganisationId;
use api_types::membership::{Holding, Holdings};
use entity::{affiliation, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::people;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// How many people are told: no organisation of the network is larger.
const PEOPLE: u64 = 100;

/// Those who belong to the organisation with what each holds, and what nobody holds.
pub async fn get_holdings(deps: &Deps, id: OrganisationId) -> Result<Holdings> {
    let row = organisation::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let rows = affiliation::Entity::find()
        .filter(affiliation::Column::OrganisationId.eq(id.0))
        .filter(affiliation::Column::Status.eq("active"))
        .order_by_asc(affiliation::Column::Id)
        .limit(PEOPLE)
        .all(&deps.read)
        .await?;
    let mut people = people::affiliations_of(&deps.read, &row, rows).await?;
    people.sort_by_key(|affiliation| affiliation.holds.is_empty());
    let mut unheld = Vec::new();
    if row.primary_contact_id.is_none() {
        unheld.push(Holding::PrimaryContact);
    }
    if row.voter_id.is_none() {
        unheld.push(Holding::Voter);
    }
    Ok(Holdings { people, unheld })
}
