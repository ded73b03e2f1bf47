//! Listing tags.

use api_types::TagId;
use api_types::topics::{Tag, TagQuery};
use entity::{tag, tag_synonym};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::tags;
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;

/// Lists tags that are in use, the most used first.
pub async fn list_tags(deps: &Deps, query: &TagQuery) -> Result<Vec<Tag>> {
    let mut select = tag::Entity::find().filter(tag::Column::ItemCount.gt(0));
    if let Some(typed) = query.q.as_deref().filter(|typed| !typed.trim().is_empty()) {
        // A name as tags have them holds none of the signs that LIKE gives a meaning to.
        let Some(start) = tags::name_of(typed) else { return Ok(Vec::new()) };
        let standing = Query::select()
            .column(tag_synonym::Column::TagId)
            .from(tag_synonym::Entity)
            .and_where(tag_synonym::Column::Name.starts_with(start.as_str()))
            .take();
        select = select.filter(
            Condition::any().add(tag::Column::Name.starts_with(start)).add(tag::Column::Id.in_subquery(standing)),
        );
    }
    let rows = select
        .order_by_desc(tag::Column::ItemCount)
        .order_by_asc(tag::Column::Name)
        .limit(cursor::limit(query.limit))
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().map(|row| Tag { id: TagId(row.id), name: row.name, item_count: row.item_count }).collect())
}
