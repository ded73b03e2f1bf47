//! Removing a shelf.

use api_types::ShelfId;
use entity::{resource, shelf, thread};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, SqlErr};

use crate::deps::Deps;
use crate::error::{Error, Result};

const NOT_EMPTY: Error =
    Error::Conflict("Questions, discussions or resources stand on this shelf: move them to another one first.");

/// Removes a shelf on which nothing stands. The count is not trusted alone: things are looked for.
pub async fn delete_shelf(deps: &Deps, id: ShelfId) -> Result<()> {
    let tx = deps.begin().await?;
    let row = shelf::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    let threads = thread::Entity::find().filter(thread::Column::ShelfId.eq(id.0)).count(&tx).await?;
    let resources = resource::Entity::find().filter(resource::Column::ShelfId.eq(id.0)).count(&tx).await?;
    if row.item_count > 0 || threads + resources > 0 {
        return Err(NOT_EMPTY);
    }
    shelf::Entity::delete_by_id(id.0).exec(&tx).await.map_err(|error| match error.sql_err() {
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => NOT_EMPTY,
        _ => error.into(),
    })?;
    deps.commit(tx).await
}
