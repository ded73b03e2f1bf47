//! Gets what staff look at in the register.

use std::collections::HashMap;

use api_types::membership::{AddedLibrary, RegisterQueue, TakenOn};
use entity::{library, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::people;
use super::queries::library_of;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::Result;

/// How many added libraries are told.
const ADDED: u64 = 100;
/// How many libraries that were taken on are told.
const TAKEN_ON: u64 = 20;

/// The libraries that members added and staff have not decided on, and those that were taken on last.
pub async fn get_register_queue(deps: &Deps) -> Result<RegisterQueue> {
    let added = library::Entity::find()
        .filter(library::Column::IsConfirmed.eq(false))
        .order_by_asc(library::Column::Id)
        .limit(ADDED)
        .all(&deps.read)
        .await?;
    let taken = library::Entity::find()
        .filter(library::Column::ClaimedAt.is_not_null())
        .filter(library::Column::OrganisationId.is_not_null())
        .order_by_desc(library::Column::ClaimedAt)
        .order_by_desc(library::Column::Id)
        .limit(TAKEN_ON)
        .all(&deps.read)
        .await?;
    let people = people::summaries(&deps.read, added.iter().filter_map(|row| row.added_by)).await?;
    let names: HashMap<i64, String> = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(taken.iter().filter_map(|row| row.organisation_id)))
        .all(&deps.read)
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    Ok(RegisterQueue {
        added: added
            .into_iter()
            .map(|row| AddedLibrary {
                added_by: row.added_by.and_then(|id| people.get(&id).cloned()),
                added_at: to_wire(row.created_at),
                library: library_of(row),
            })
            .collect(),
        taken_on: taken
            .into_iter()
            .filter_map(|row| {
                let organisation = names.get(&row.organisation_id?)?.clone();
                Some(TakenOn { organisation, taken_on_at: to_wire(row.claimed_at?), library: library_of(row) })
            })
            .collect(),
    })
}
