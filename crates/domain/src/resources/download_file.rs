//! Downloading the file of a resource.

use api_types::resources::File;
use api_types::{FileId, ResourceId};
use bytes::Bytes;
use entity::{file, resource};
use object_store::path::Path;
use object_store::ObjectStoreExt as _;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

use crate::{Deps, Error, Result};

/// A file with its content.
#[derive(Clone, Debug)]
pub struct Download {
    /// What it is.
    pub file: File,
    /// Its content.
    pub bytes: Bytes,
}

/// Gives the file of a resource and counts the download. Nothing is kept of who it was.
pub async fn download_file(deps: &Deps, id: ResourceId) -> Result<Download> {
    let file_id = resource::Entity::find_by_id(id.0).one(&deps.read).await?.and_then(|row| row.file_id);
    let row = file::Entity::find_by_id(file_id.ok_or(Error::NotFound)?).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let failed = |error: object_store::Error| Error::internal("reading a file", error);
    let bytes = deps.files.get(&Path::from(row.storage_key.as_str())).await.map_err(failed)?.bytes().await.map_err(failed)?;
    resource::Entity::update_many()
        .col_expr(resource::Column::DownloadCount, Expr::col(resource::Column::DownloadCount).add(1))
        .filter(resource::Column::Id.eq(id.0))
        .exec(&deps.write)
        .await?;
    Ok(Download { file: File { id: FileId(row.id), name: row.name, media_type: row.media_type, size: row.size }, bytes })
}
