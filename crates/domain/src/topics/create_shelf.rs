//! Adding a shelf.

use api_types::topics::{NewShelf, Shelf};
use entity::shelf;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QuerySelect};

use super::queries::to_shelf;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;

/// Adds a shelf after the others. Its slug comes from its name and stays, since addresses hold it.
pub async fn create_shelf(deps: &Deps, new: &NewShelf) -> Result<Shelf> {
    let name = text::line("name", &new.name)?;
    let name_cy = text::optional_line("name_cy", new.name_cy.as_ref())?;
    let slug = text::slug(&name);

    let tx = deps.begin().await?;
    let last: Option<Option<i32>> = shelf::Entity::find()
        .select_only()
        .column_as(shelf::Column::Position.max(), "last")
        .into_tuple()
        .one(&tx)
        .await?;
    let row = shelf::ActiveModel {
        slug: Set(slug),
        name: Set(name),
        name_cy: Set(name_cy),
        colour: Set(new.colour.as_str().to_owned()),
        position: Set(last.flatten().unwrap_or(0).saturating_add(1)),
        item_count: Set(0),
        ..Default::default()
    }
    .insert(&tx)
    .await
    .map_err(|error| {
        if is_unique_violation(&error, &["uq_shelves_slug", "shelves.slug"]) {
            Error::Conflict("There is a shelf of that name already: use that one, or choose another name.")
        } else {
            error.into()
        }
    })?;
    deps.commit(tx).await?;
    Ok(to_shelf(row))
}
