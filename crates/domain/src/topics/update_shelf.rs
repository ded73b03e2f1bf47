//! Changing a shelf.

use api_types::ShelfId;
use api_types::topics::{Shelf, ShelfPatch};
use entity::shelf;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

use super::queries::to_shelf;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;

/// Changes a shelf; what is absent stays, and so does the slug, since addresses hold it.
pub async fn update_shelf(deps: &Deps, id: ShelfId, patch: &ShelfPatch) -> Result<Shelf> {
    let name = patch.name.as_ref().map(|name| text::line("name", name)).transpose()?;
    let name_cy = text::optional_line("name_cy", patch.name_cy.as_ref())?;

    let tx = deps.begin().await?;
    let row = shelf::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    let unchanged = row.clone();
    let mut change = row.into_active_model();
    if let Some(name) = name {
        change.name = Set(name);
    }
    if let Some(name_cy) = name_cy {
        change.name_cy = Set(Some(name_cy));
    }
    if let Some(colour) = patch.colour {
        change.colour = Set(colour.as_str().to_owned());
    }
    if let Some(position) = patch.position {
        change.position = Set(position);
    }
    let row = if change.is_changed() { change.update(&tx).await? } else { unchanged };
    deps.commit(tx).await?;
    Ok(to_shelf(row))
}
