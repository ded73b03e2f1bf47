//! Downloading the file of a resource.

use api_types::ResourceId;
use api_types::resources::File;
use bytes::Bytes;
use entity::{file, resource};
use object_store::ObjectStoreExt;
use object_store::path::Path;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect, RelationDef};

use super::queries::to_file;
use crate::{Deps, Error, Result};

/// A file and what is in it.
#[derive(Clone, Debug)]
pub struct Download {
    /// The file.
    pub file: File,
    /// What is in it.
    pub bytes: Bytes,
}

/// Downloads the file of a resource and counts the download. A link has none.
pub async fn download_file(deps: &Deps, id: ResourceId) -> Result<Download> {
    let to_resource: RelationDef =
        file::Entity::belongs_to(resource::Entity).from(file::Column::Id).to(resource::Column::FileId).into();
    let row = file::Entity::find()
        .join(JoinType::InnerJoin, to_resource)
        .filter(resource::Column::Id.eq(id.0))
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    let failed = |error| Error::internal("reading a file", error);
    let bytes = deps.files.get(&Path::from(row.storage_key.as_str())).await.map_err(failed)?;
    let bytes = bytes.bytes().await.map_err(failed)?;

    // Downloads are many and their count need not be exact on cached pages: no cache is dropped for it.
    resource::Entity::update_many()
        .col_expr(resource::Column::DownloadCount, Expr::col(resource::Column::DownloadCount).add(1))
        .filter(resource::Column::Id.eq(id.0))
        .exec(&deps.write)
        .await?;
    Ok(Download { file: to_file(row), bytes })
}
