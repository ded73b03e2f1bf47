//! Listing the shelves.

use api_types::topics::Shelf;
use entity::shelf;
use sea_orm::{EntityTrait, QueryOrder};

use super::queries::to_shelf;
use crate::deps::Deps;
use crate::error::Result;

/// Lists the shelves in their order. Staff keep them few, so the list has no pages.
pub async fn list_shelves(deps: &Deps) -> Result<Vec<Shelf>> {
    let rows = shelf::Entity::find()
        .order_by_asc(shelf::Column::Position)
        .order_by_asc(shelf::Column::Id)
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().map(to_shelf).collect())
}
