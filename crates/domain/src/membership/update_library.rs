//! Changes a library.

use api_types::LibraryId;
use api_types::membership::{LibraryPatch, LibraryRecord};
use entity::{library, organisation};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};

use super::{access, get_library, register};
use crate::accounts::access::{Actor, Signed};
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;

/// Changes a library that was read at `version`; what is absent stays. A later import of the register leaves it as
/// it is then: those who run it know better than a file.
pub async fn update_library(
    deps: &Deps,
    signed: &Signed,
    id: LibraryId,
    version: i32,
    patch: &LibraryPatch,
) -> Result<LibraryRecord> {
    let actor = Actor::Signed(signed.clone());
    let transaction = deps.begin().await?;
    let row = library::Entity::find_by_id(id.0).lock_exclusive().one(&transaction).await?.ok_or(Error::NotFound)?;
    if !access::may_see_library(&actor, &row) {
        return Err(Error::NotFound);
    }
    let carer = match row.organisation_id {
        Some(carer) => organisation::Entity::find_by_id(carer).one(&transaction).await?,
        None => None,
    };
    if !access::may_edit_library(signed, &row, carer.as_ref()) {
        return Err(signed.refused());
    }
    if row.version != version {
        return Err(Error::EditConflict);
    }
    let mut next = row.clone();
    tidy(patch, &mut next)?;
    if next.postcode != row.postcode {
        (next.latitude, next.longitude) = place_of(&transaction, &next.postcode).await?;
    }
    let mut change = row.into_active_model();
    change.search_text =
        Set(register::search_text(&next.name, &next.authority, &next.address, &next.postcode, &next.region));
    change.name = Set(next.name);
    change.authority = Set(next.authority);
    change.nation = Set(next.nation);
    change.region = Set(next.region);
    change.address = Set(next.address);
    change.postcode = Set(next.postcode);
    change.latitude = Set(next.latitude);
    change.longitude = Set(next.longitude);
    change.is_community_managed = Set(next.is_community_managed);
    change.is_closed = Set(next.is_closed);
    change.version = Set(version.wrapping_add(1));
    change.updated_at = Set(deps.clock.now());
    change.update(&transaction).await?;
    deps.commit(transaction).await?;
    get_library(deps, &actor, id).await
}

/// Where a postcode is. The register tells; one that it does not have is nowhere on the map.
pub(super) async fn place_of<C: ConnectionTrait>(connection: &C, postcode: &str) -> Result<(Option<f64>, Option<f64>)> {
    let there = library::Entity::find()
        .filter(library::Column::Postcode.eq(postcode))
        .filter(library::Column::Latitude.is_not_null())
        .one(connection)
        .await?;
    Ok(there.map_or((None, None), |there| (there.latitude, there.longitude)))
}

/// Puts what the patch says into the row.
fn tidy(patch: &LibraryPatch, next: &mut library::Model) -> Result<()> {
    if let Some(name) = &patch.name {
        next.name = text::line("name", name)?;
    }
    if let Some(address) = &patch.address {
        next.address = text::line("address", address)?;
    }
    if patch.authority.is_some() {
        next.authority = text::optional_line("authority", patch.authority.as_ref())?.unwrap_or_default();
    }
    if patch.region.is_some() {
        next.region = text::optional_line("region", patch.region.as_ref())?.unwrap_or_default();
    }
    if let Some(nation) = patch.nation {
        next.nation = nation.as_str().into();
    }
    if let Some(postcode) = &patch.postcode {
        next.postcode =
            register::postcode(postcode.trim()).map_err(|message| Error::field("postcode", "invalid", &message))?;
    }
    if let Some(is_community_managed) = patch.is_community_managed {
        next.is_community_managed = is_community_managed;
    }
    if let Some(is_closed) = patch.is_closed {
        next.is_closed = is_closed;
    }
    Ok(())
}
