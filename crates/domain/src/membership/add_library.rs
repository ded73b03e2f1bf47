//! Adds a library that the register lacks.

use api_types::LibraryId;
use api_types::membership::{LibraryRecord, NewLibrary};
use entity::{library, member};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::get_library;
use super::register::{self, Entry};
use super::update_library::place_of;
use crate::accounts::access::{Actor, Signed};
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;

/// How many libraries of one member may wait for staff.
const WAITING: u64 = 10;

/// Adds a library. Until staff have confirmed it nobody sees it but them and who added it; the import of a register
/// never touches it.
pub async fn add_library(deps: &Deps, signed: &Signed, new: &NewLibrary) -> Result<LibraryRecord> {
    let optional = |field: &str, value: &String| text::optional_line(field, Some(value)).map(Option::unwrap_or_default);
    let mut entry = Entry {
        name: text::line("name", &new.name)?,
        authority: optional("authority", &new.authority)?,
        nation: new.nation.as_str().into(),
        region: Some(optional("region", &new.region)?),
        address: text::line("address", &new.address)?,
        postcode: register::postcode(new.postcode.trim())
            .map_err(|message| Error::field("postcode", "invalid", &message))?,
        latitude: None,
        longitude: None,
        is_community_managed: new.is_community_managed,
        is_closed: false,
    };
    let now = deps.clock.now();
    let transaction = deps.begin().await?;
    // What one member adds at once is counted rightly.
    member::Entity::find_by_id(signed.id.0).lock_exclusive().one(&transaction).await?.ok_or(Error::Unauthenticated)?;
    let waiting = library::Entity::find()
        .filter(library::Column::AddedBy.eq(signed.id.0))
        .filter(library::Column::IsConfirmed.eq(false))
        .count(&transaction)
        .await?;
    if waiting >= WAITING {
        return Err(Error::Conflict("Ten libraries of yours wait for staff. Wait until they have looked at them."));
    }
    let known = library::Entity::find().filter(library::Column::RegisterKey.eq(entry.key())).one(&transaction).await?;
    if known.is_some() {
        return Err(Error::Conflict("The register has this library already. Search for it by its postcode."));
    }
    (entry.latitude, entry.longitude) = place_of(&transaction, &entry.postcode).await?;
    let mut row = entry.to_row(None, now);
    row.register_key = Set(waiting_key(signed.id.0, &entry.key()));
    row.source = Set("added".into());
    row.added_by = Set(Some(signed.id.0));
    row.is_confirmed = Set(false);
    let row = row.insert(&transaction).await.map_err(|error| {
        if is_unique_violation(&error, &["uq_libraries_register_key", "libraries.register_key"]) {
            Error::Conflict("You have added this library already. Staff look at it.")
        } else {
            error.into()
        }
    })?;
    deps.commit(transaction).await?;
    get_library(deps, &Actor::Signed(signed.clone()), LibraryId(row.id)).await
}

/// What an added library is known by until it is confirmed: two members may add the same.
fn waiting_key(member_id: i64, key: &str) -> String {
    format!("added by {member_id}: {key}")
}
