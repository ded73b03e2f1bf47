//! Listing resources.

use api_types::resources::{ResourceQuery, ResourceStatus, ResourceSummary};
use api_types::{Page, ResourceId};
use entity::{resource, resource_tag, shelf};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::queries::{self, Attached};
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Result, cursor};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    slug: String,
    title: String,
    excerpt: String,
    kind: String,
    created_at: i64,
    url: Option<String>,
    shelf_slug: String,
    #[sea_orm(nested)]
    author: Author,
    #[sea_orm(nested)]
    file: Attached,
}

/// Lists resources, the newest first.
pub async fn list_resources(deps: &Deps, query: &ResourceQuery) -> Result<Page<ResourceSummary>> {
    let limit = cursor::limit(query.limit);
    let select = resource::Entity::find()
        .select_only()
        .columns([
            resource::Column::Id,
            resource::Column::Slug,
            resource::Column::Title,
            resource::Column::Excerpt,
            resource::Column::Kind,
            resource::Column::CreatedAt,
            resource::Column::Url,
            resource::Column::AuthorId,
            resource::Column::FileId,
        ])
        .join(JoinType::InnerJoin, queries::to_shelf())
        .column_as(shelf::Column::Slug, "shelf_slug");
    let mut select = queries::join_file(author::join(select, queries::to_author()));

    select = select.filter(resource::Column::Status.eq(ResourceStatus::Published.as_str()));
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

    let mut rows: Vec<Row> =
        select.order_by_desc(resource::Column::Id).limit(limit + 1).into_model().all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    let ids = rows.iter().map(|row| row.id).collect();
    let mut tags = tags::names_of(&deps.read, Carrier::Resource, ids).await?;
    let items = rows
        .into_iter()
        .map(|row| ResourceSummary {
            id: ResourceId(row.id),
            slug: row.slug,
            title: row.title,
            excerpt: row.excerpt,
            kind: queries::kind(&row.kind),
            shelf: row.shelf_slug,
            tags: tags.remove(&row.id).unwrap_or_default(),
            author: row.author.into(),
            created_at: to_wire(row.created_at),
            file: row.file.into_file(),
            host: row.url.as_deref().and_then(host),
        })
        .collect();
    Ok(Page { items, next, total: None })
}

fn host(url: &str) -> Option<String> {
    url::Url::parse(url).ok()?.host_str().map(ToOwned::to_owned)
}
