//! Rows of resources as API types.

use api_types::FileId;
use api_types::resources::{File, ResourceKind};
use entity::{file, member, resource, shelf};
use sea_orm::{EntityTrait, FromQueryResult, JoinType, QuerySelect, RelationDef, Select};

/// The columns that [`join_file`] adds; all are null for a link.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Attached {
    file_id: Option<i64>,
    file_name: Option<String>,
    file_media_type: Option<String>,
    file_size: Option<i64>,
}

impl Attached {
    pub(super) fn into_file(self) -> Option<File> {
        Some(File {
            id: FileId(self.file_id?),
            name: self.file_name?,
            media_type: self.file_media_type?,
            size: self.file_size?,
        })
    }
}

/// Joins the file, if there is one, to a query that selects `file_id`.
pub(super) fn join_file(select: Select<resource::Entity>) -> Select<resource::Entity> {
    let to_file: RelationDef =
        resource::Entity::belongs_to(file::Entity).from(resource::Column::FileId).to(file::Column::Id).into();
    select
        .join(JoinType::LeftJoin, to_file)
        .column_as(file::Column::Name, "file_name")
        .column_as(file::Column::MediaType, "file_media_type")
        .column_as(file::Column::Size, "file_size")
}

/// How a resource leads to its author.
pub(super) fn to_author() -> RelationDef {
    resource::Entity::belongs_to(member::Entity).from(resource::Column::AuthorId).to(member::Column::Id).into()
}

/// How a resource leads to its shelf.
pub(super) fn to_shelf() -> RelationDef {
    resource::Entity::belongs_to(shelf::Entity).from(resource::Column::ShelfId).to(shelf::Column::Id).into()
}

/// A kind as it is stored; one that this version does not know is something else.
pub(super) fn kind(name: &str) -> ResourceKind {
    ResourceKind::ALL.into_iter().find(|kind| kind.as_str() == name).unwrap_or(ResourceKind::Other)
}

/// A file as it stands on the wire.
pub(super) fn to_file(row: file::Model) -> File {
    File { id: FileId(row.id), name: row.name, media_type: row.media_type, size: row.size }
}
