//! Changes an affiliation: the part, since when, and whether the organisation stands with the name.

use api_types::AffiliationId;
use api_types::membership::{Affiliation, AffiliationPatch};
use entity::{affiliation, member, organisation};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

use super::request_affiliation::begun;
use super::{access, people};
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Changes an affiliation that was read at `version`: by the person, the primary contact or staff. Which
/// organisation stands with a name is the person's own choice.
pub async fn update_affiliation(
    deps: &Deps,
    signed: &Signed,
    id: AffiliationId,
    version: i32,
    patch: &AffiliationPatch,
) -> Result<Affiliation> {
    let started_on = begun(deps, patch.started_on)?;
    let transaction = deps.begin().await?;
    let row = affiliation::Entity::find_by_id(id.0).lock_exclusive().one(&transaction).await?.ok_or(Error::NotFound)?;
    let organisation =
        organisation::Entity::find_by_id(row.organisation_id).one(&transaction).await?.ok_or(Error::NotFound)?;
    let is_own = row.member_id == signed.id.0;
    if !is_own && (!access::may_edit(signed, &organisation) || patch.is_shown.is_some()) {
        return Err(access::refused(signed, &row));
    }
    if row.version != version {
        return Err(Error::EditConflict);
    }
    if row.status != "active" {
        return Err(Error::Conflict("This person does not belong to the organisation."));
    }
    let (member_id, organisation_id) = (row.member_id, row.organisation_id);
    let mut change = row.into_active_model();
    if let Some(role) = patch.role {
        change.role = Set(role.as_str().into());
    }
    if let Some(day) = started_on {
        change.started_on = Set(Some(day.to_string()));
    }
    change.version = Set(version.wrapping_add(1));
    let changed = change.update(&transaction).await?;
    if let Some(is_shown) = patch.is_shown {
        let who = member::Entity::find_by_id(member_id).one(&transaction).await?.ok_or(Error::NotFound)?;
        let shown = match who.organisation_id {
            _ if is_shown => Some(organisation_id),
            Some(before) if before == organisation_id => None,
            before => before,
        };
        let mut who = who.into_active_model();
        who.organisation_id = Set(shown);
        who.update(&transaction).await?;
    }
    deps.commit(transaction).await?;
    people::affiliation_of(&deps.read, changed).await
}
