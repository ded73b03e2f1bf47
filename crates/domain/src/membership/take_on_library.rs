//! Takes a library into an organisation's care.

use api_types::LibraryId;
use api_types::membership::{LibraryRecord, NewCare};
use entity::{library, organisation};
use sea_orm::{EntityTrait, QuerySelect};

use super::organisation::take_on;
use super::{access, get_library};
use crate::accounts::access::{Actor, Signed};
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Puts a library that nobody runs into the care of an organisation that the caller speaks for. Staff see it; one
/// that another organisation runs is refused.
pub async fn take_on_library(deps: &Deps, signed: &Signed, id: LibraryId, new: &NewCare) -> Result<LibraryRecord> {
    let actor = Actor::Signed(signed.clone());
    let transaction = deps.begin().await?;
    let carer = organisation::Entity::find_by_id(new.organisation_id.0)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or_else(|| Error::field("organisation_id", "unknown", "Choose one of your organisations."))?;
    let row = library::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    if !access::may_see_library(&actor, &row) {
        return Err(Error::NotFound);
    }
    if !access::may_edit(signed, &carer) {
        return Err(signed.refused());
    }
    if !row.is_confirmed {
        return Err(Error::Conflict("Staff confirm this library first. You are mailed when they have."));
    }
    take_on(deps, &transaction, carer.id, row.id).await?;
    deps.commit(transaction).await?;
    get_library(deps, &actor, id).await
}
