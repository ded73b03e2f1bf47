//! Adds a note to a library that may join.

use api_types::LibraryId;
use api_types::growth::{NewProspectNote, Prospect};
use entity::{library, prospect_note};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::get_prospect;
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;

/// Adds a note and gives the prospect with it.
pub async fn add_prospect_note(deps: &Deps, signed: &Signed, id: LibraryId, new: &NewProspectNote) -> Result<Prospect> {
    let body = text::lines("body", &new.body)?;
    let transaction = deps.begin().await?;
    if library::Entity::find_by_id(id.0).one(&transaction).await?.is_none() {
        return Err(Error::NotFound);
    }
    prospect_note::ActiveModel {
        library_id: Set(id.0),
        author_id: Set(signed.id.0),
        body: Set(body),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    }
    .insert(&transaction)
    .await?;
    deps.commit(transaction).await?;
    get_prospect(deps, id).await
}
