//! Gets a picture by its address.

use bytes::Bytes;
use entity::member;
use object_store::ObjectStoreExt;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::access::is_listed;
use super::picture;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// The picture at an address, with its media type. Only those know the address who may see the picture.
pub async fn get_picture(deps: &Deps, key: &str) -> Result<(String, Bytes)> {
    let row = member::Entity::find()
        .filter(member::Column::PictureKey.eq(key))
        .one(&deps.read)
        .await?
        .filter(is_listed)
        .ok_or(Error::NotFound)?;
    let failed = |error| Error::internal("reading a picture", error);
    let bytes = deps.files.get(&picture::place(key)).await.map_err(failed)?.bytes().await.map_err(failed)?;
    Ok((row.picture_type.unwrap_or_else(|| picture::MEDIA_TYPE.into()), bytes))
}
