//! Rows of resources as API types.

use api_types::resources::{File, Resource, ResourceSummary};
use api_types::{FileId, ResourceId};
use entity::{file, member, resource, shelf};
use sea_orm::{EntityTrait, FromQueryResult, JoinType, QuerySelect, RelationDef, Select};

use super::kind_of;
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::topics::queries::{Standing, join_shelf};

/// The columns of the file of a resource, none when it is a link.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct FileRow {
    file_id: Option<i64>,
    file_name: Option<String>,
    file_media_type: Option<String>,
    file_size: Option<i64>,
}

impl FileRow {
    fn into_file(self) -> Option<File> {
        Some(File {
            id: FileId(self.file_id?),
            name: self.file_name?,
            media_type: self.file_media_type?,
            size: self.file_size?,
        })
    }
}

/// A row of a list of resources.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct SummaryRow {
    pub(super) id: i64,
    slug: String,
    title: String,
    excerpt: String,
    kind: String,
    shelf_slug: String,
    created_at: i64,
    url: Option<String>,
    #[sea_orm(nested)]
    author: Author,
    #[sea_orm(nested)]
    file: FileRow,
}

impl SummaryRow {
    pub(super) fn into_summary(self, tags: Vec<String>) -> ResourceSummary {
        ResourceSummary {
            id: ResourceId(self.id),
            slug: self.slug,
            title: self.title,
            excerpt: self.excerpt,
            kind: kind_of(&self.kind),
            shelf: self.shelf_slug,
            tags,
            author: self.author.into(),
            created_at: to_wire(self.created_at),
            file: self.file.into_file(),
            host: self.url.as_deref().map(host_of),
        }
    }
}

/// A row of a single resource.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct ResourceRow {
    id: i64,
    slug: String,
    title: String,
    summary: String,
    summary_html: String,
    kind: String,
    created_at: i64,
    url: Option<String>,
    licence: Option<String>,
    download_count: i32,
    #[sea_orm(nested)]
    author: Author,
    #[sea_orm(nested)]
    standing: Standing,
    #[sea_orm(nested)]
    file: FileRow,
}

impl ResourceRow {
    pub(super) fn into_resource(self, tags: Vec<String>) -> Resource {
        Resource {
            id: ResourceId(self.id),
            slug: self.slug,
            title: self.title,
            summary: self.summary,
            summary_html: self.summary_html,
            kind: kind_of(&self.kind),
            shelf: self.standing.into(),
            tags,
            author: self.author.into(),
            created_at: to_wire(self.created_at),
            url: self.url,
            file: self.file.into_file(),
            licence: self.licence,
            download_count: self.download_count,
        }
    }
}

/// Joins author and file to a query for rows of a list; the shelf by its slug.
pub(super) fn joined(select: Select<resource::Entity>) -> Select<resource::Entity> {
    let to_shelf = resource_to_shelf();
    let select = select.join(JoinType::InnerJoin, to_shelf).column_as(shelf::Column::Slug, "shelf_slug");
    with_file(author::join(select, resource_to_author()))
}

/// Joins author, shelf and file to a query for one resource.
pub(super) fn joined_in_full(select: Select<resource::Entity>) -> Select<resource::Entity> {
    with_file(join_shelf(author::join(select, resource_to_author()), resource_to_shelf()))
}

fn with_file(select: Select<resource::Entity>) -> Select<resource::Entity> {
    let to_file: RelationDef =
        resource::Entity::belongs_to(file::Entity).from(resource::Column::FileId).to(file::Column::Id).into();
    select
        .join(JoinType::LeftJoin, to_file)
        .column_as(file::Column::Name, "file_name")
        .column_as(file::Column::MediaType, "file_media_type")
        .column_as(file::Column::Size, "file_size")
}

fn resource_to_author() -> RelationDef {
    resource::Entity::belongs_to(member::Entity).from(resource::Column::AuthorId).to(member::Column::Id).into()
}

fn resource_to_shelf() -> RelationDef {
    resource::Entity::belongs_to(shelf::Entity).from(resource::Column::ShelfId).to(shelf::Column::Id).into()
}

/// The host of an address that was checked when it was stored.
pub(super) fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.trim_start_matches("www.").to_owned()
}
