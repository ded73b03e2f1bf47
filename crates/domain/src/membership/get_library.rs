//! Gets a library's page.

use api_types::accounts::Role;
use api_types::membership::{Carer, LibraryRecord, LibraryViewer};
use api_types::{LibraryId, OrganisationId};
use entity::{library, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access;
use super::queries::{library_of, organisation_of};
use crate::accounts::access::Actor;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// How many organisations may be offered: nobody speaks for more.
const CARERS: u64 = 20;

/// The library, who runs it, and what the caller may do with it.
pub async fn get_library(deps: &Deps, actor: &Actor, id: LibraryId) -> Result<LibraryRecord> {
    let row = library::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    if !access::may_see_library(actor, &row) {
        return Err(Error::NotFound);
    }
    let organisation = match row.organisation_id {
        Some(id) => organisation::Entity::find_by_id(id).one(&deps.read).await?,
        None => None,
    };
    let viewer = match actor {
        Actor::Signed(signed) if signed.role >= Role::Member => {
            let can_take_on = row.organisation_id.is_none() && row.is_confirmed;
            LibraryViewer {
                can_edit: access::may_edit_library(signed, &row, organisation.as_ref()),
                can_give_up: organisation.as_ref().is_some_and(|organisation| access::may_edit(signed, organisation)),
                can_confirm: !row.is_confirmed && access::is_staff(signed),
                carers: if can_take_on { carers(deps, signed.id.0).await? } else { Vec::new() },
            }
        }
        _ => LibraryViewer::default(),
    };
    Ok(LibraryRecord {
        organisation: organisation.as_ref().map(organisation_of),
        is_added: row.source == "added",
        is_confirmed: row.is_confirmed,
        version: row.version,
        summary: library_of(row),
        viewer,
    })
}

/// The organisations that a member speaks for.
async fn carers(deps: &Deps, member_id: i64) -> Result<Vec<Carer>> {
    let rows = organisation::Entity::find()
        .filter(organisation::Column::PrimaryContactId.eq(member_id))
        .order_by_asc(organisation::Column::Name)
        .limit(CARERS)
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().map(|row| Carer { id: OrganisationId(row.id), name: row.name }).collect())
}
