//! Gives a library out of an organisation's care.

use api_types::LibraryId;
use api_types::membership::LibraryRecord;
use entity::{library, organisation};
use sea_orm::{EntityTrait, QuerySelect};

use super::organisation::give_up;
use super::{access, get_library};
use crate::accounts::access::{Actor, Signed};
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Gives a library up, for those who may change the organisation that runs it. Others may take it on then.
pub async fn give_up_library(deps: &Deps, signed: &Signed, id: LibraryId) -> Result<LibraryRecord> {
    let actor = Actor::Signed(signed.clone());
    let transaction = deps.begin().await?;
    let row = library::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    if !access::may_see_library(&actor, &row) {
        return Err(Error::NotFound);
    }
    let carer = match row.organisation_id {
        Some(carer) => organisation::Entity::find_by_id(carer).lock_exclusive().one(&transaction).await?,
        None => None,
    };
    let Some(carer) = carer else { return Err(Error::Conflict("No organisation runs this library.")) };
    if !access::may_edit(signed, &carer) {
        return Err(signed.refused());
    }
    give_up(&transaction, carer.id, row.id).await?;
    deps.commit(transaction).await?;
    get_library(deps, &actor, id).await
}
