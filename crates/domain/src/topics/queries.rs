//! Rows of shelves as API types, and the count of what stands on each.

use api_types::ShelfId;
use api_types::topics::{Colour, Shelf};
use entity::shelf;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationDef, Select,
};

use crate::error::{Error, Result};

/// The columns that [`join_shelf`] adds.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Standing {
    shelf_id: i64,
    shelf_slug: String,
    shelf_name: String,
    shelf_name_cy: Option<String>,
    shelf_colour: String,
    shelf_position: i32,
    shelf_item_count: i64,
}

impl From<Standing> for Shelf {
    fn from(row: Standing) -> Self {
        Self {
            id: ShelfId(row.shelf_id),
            slug: row.shelf_slug,
            name: row.shelf_name,
            name_cy: row.shelf_name_cy,
            colour: colour(&row.shelf_colour),
            position: row.shelf_position,
            item_count: row.shelf_item_count,
        }
    }
}

/// Joins the shelf, with all that is known of it, to a query that selects `shelf_id`.
pub(crate) fn join_shelf<E: EntityTrait>(select: Select<E>, to_shelf: RelationDef) -> Select<E> {
    select
        .join(JoinType::InnerJoin, to_shelf)
        .column_as(shelf::Column::Slug, "shelf_slug")
        .column_as(shelf::Column::Name, "shelf_name")
        .column_as(shelf::Column::NameCy, "shelf_name_cy")
        .column_as(shelf::Column::Colour, "shelf_colour")
        .column_as(shelf::Column::Position, "shelf_position")
        .column_as(shelf::Column::ItemCount, "shelf_item_count")
}

/// A row as it stands on the wire.
pub(super) fn to_shelf(row: shelf::Model) -> Shelf {
    Shelf {
        id: ShelfId(row.id),
        slug: row.slug,
        name: row.name,
        name_cy: row.name_cy,
        colour: colour(&row.colour),
        position: row.position,
        item_count: row.item_count,
    }
}

/// Counts one thing more or less on a shelf. A shelf that does not exist is the fault of `shelf_id`.
pub(crate) async fn count_on_shelf<C: ConnectionTrait>(connection: &C, id: i64, change: i64) -> Result<()> {
    let done = shelf::Entity::update_many()
        .col_expr(shelf::Column::ItemCount, Expr::col(shelf::Column::ItemCount).add(change))
        .filter(shelf::Column::Id.eq(id))
        .exec(connection)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::field("shelf_id", "invalid", "Choose one of the shelves."));
    }
    Ok(())
}

/// A colour that this version does not know shows as the first one.
fn colour(name: &str) -> Colour {
    Colour::ALL.into_iter().find(|colour| colour.as_str() == name).unwrap_or_default()
}
