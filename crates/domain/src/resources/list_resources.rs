//! Listing resources.

use api_types::Page;
use api_types::resources::{ResourceQuery, ResourceSummary};
use entity::{resource, resource_tag, shelf};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::queries::{SummaryRow, joined};
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Result, cursor};

/// Lists resources, the newest first.
pub async fn list_resources(deps: &Deps, query: &ResourceQuery) -> Result<Page<ResourceSummary>> {
    let limit = cursor::limit(query.limit);
    let mut select = joined(resource::Entity::find().select_only().columns([
        resource::Column::Id,
        resource::Column::Slug,
        resource::Column::Title,
        resource::Column::Excerpt,
        resource::Column::Kind,
        resource::Column::CreatedAt,
        resource::Column::Url,
        resource::Column::FileId,
        resource::Column::AuthorId,
    ]));
    if let Some(kind) = query.kind {
        select = select.filter(resource::Column::Kind.eq(kind.as_str()));
    }
    if let Some(slug) = &query.shelf {
        select = select.filter(shelf::Column::Slug.eq(slug.as_str()));
    }
    if let Some(tag) = &query.tag {
        let Some(tag_id) = tags::id_of(&deps.read, tag).await? else { return Ok(Page::default()) };
        let tagged = resource_tag::Entity::find()
            .select_only()
            .column(resource_tag::Column::ResourceId)
            .filter(resource_tag::Column::TagId.eq(tag_id))
            .into_query();
        select = select.filter(resource::Column::Id.in_subquery(tagged));
    }
    if let Some(after) = &query.after {
        let [id] = cursor::decode::<1>(after)?;
        select = select.filter(resource::Column::Id.lt(id));
    }
    let mut rows: Vec<SummaryRow> =
        select.order_by_desc(resource::Column::Id).limit(limit + 1).into_model().all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    let ids = rows.iter().map(|row| row.id).collect();
    let mut tags = tags::names_of(&deps.read, Carrier::Resource, ids).await?;
    let items = rows
        .into_iter()
        .map(|row| {
            let tags = tags.remove(&row.id).unwrap_or_default();
            row.into_summary(tags)
        })
        .collect();
    Ok(Page { items, next, total: None })
}
