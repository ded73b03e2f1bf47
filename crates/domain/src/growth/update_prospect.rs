//! Changes what staff know of a library that may join.

use api_types::LibraryId;
use api_types::growth::{Prospect, ProspectPatch, ProspectStatus};
use entity::{library, member, prospect};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};

use super::get_prospect;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;

/// Changes a prospect that was read at `version`, which is 0 before the first change; what is absent stays.
pub async fn update_prospect(deps: &Deps, id: LibraryId, version: i32, patch: &ProspectPatch) -> Result<Prospect> {
    if patch.status.is_some_and(|status| !ProspectStatus::BY_HAND.contains(&status)) {
        return Err(Error::field(
            "status",
            "invalid",
            "Choose not contacted, contacted or declined. The rest follows from applications and organisations.",
        ));
    }
    let next_step = match &patch.next_step {
        Some(step) => Some(text::optional_line("next_step", Some(step))?.unwrap_or_default()),
        None => None,
    };
    let transaction = deps.begin().await?;
    if library::Entity::find_by_id(id.0).one(&transaction).await?.is_none() {
        return Err(Error::NotFound);
    }
    if let Some(Some(owner)) = patch.owner_id {
        let is_staff = member::Entity::find_by_id(owner.0)
            .filter(member::Column::Role.eq("admin"))
            .filter(member::Column::IsSuspended.eq(false))
            .one(&transaction)
            .await?
            .is_some();
        if !is_staff {
            return Err(Error::field("owner_id", "invalid", "Choose somebody of the staff."));
        }
    }
    let stored = prospect::Entity::find_by_id(id.0).lock_exclusive().one(&transaction).await?;
    if stored.as_ref().map_or(0, |row| row.version) != version {
        return Err(Error::EditConflict);
    }
    let is_new = stored.is_none();
    let mut change = stored.map_or_else(
        || prospect::ActiveModel {
            library_id: Set(id.0),
            status: Set(ProspectStatus::NotContacted.as_str().into()),
            ..Default::default()
        },
        IntoActiveModel::into_active_model,
    );
    if let Some(status) = patch.status {
        change.status = Set(status.as_str().into());
    }
    if let Some(step) = next_step {
        change.next_step = Set(step);
    }
    if let Some(day) = patch.next_step_on {
        change.next_step_on = Set(day.map(|day| day.to_string()));
    }
    if let Some(owner) = patch.owner_id {
        change.owner_id = Set(owner.map(|owner| owner.0));
    }
    change.version = Set(version.wrapping_add(1));
    change.updated_at = Set(deps.clock.now());
    if is_new {
        change.insert(&transaction).await.map_err(|error| {
            // Somebody else was faster with the first change.
            if is_unique_violation(&error, &["pk_prospects", "prospects.library_id"]) {
                Error::EditConflict
            } else {
                error.into()
            }
        })?;
    } else {
        change.update(&transaction).await?;
    }
    deps.commit(transaction).await?;
    get_prospect(deps, id).await
}
