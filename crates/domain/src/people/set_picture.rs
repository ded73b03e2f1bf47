//! Sets the caller's picture.

use api_types::people::Profile;
use entity::member;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

use super::{get_profile, picture};
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Makes a small square picture of the upload and shows it with the caller's profile. It is stored before its
/// address is written: an address never leads to a picture that is not there.
pub async fn set_picture(deps: &Deps, signed: &Signed, bytes: Vec<u8>) -> Result<Profile> {
    let made = picture::remade(bytes).await?;
    let key = picture::keep(deps, made).await?;
    match exchange(deps, signed, Some((key.clone(), picture::MEDIA_TYPE))).await {
        Ok(()) => get_profile(deps, signed).await,
        Err(error) => {
            picture::remove(deps, &key).await;
            Err(error)
        }
    }
}

/// Writes which picture the member has, and removes the one before.
pub(super) async fn exchange(deps: &Deps, signed: &Signed, made: Option<(String, &str)>) -> Result<()> {
    let transaction = deps.begin().await?;
    let row = member::Entity::find_by_id(signed.id.0)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::Unauthenticated)?;
    let before = row.picture_key.clone();
    let (key, media_type) = made.map_or((None, None), |(key, media_type)| (Some(key), Some(media_type.to_owned())));
    let mut change = row.into_active_model();
    change.picture_key = Set(key);
    change.picture_type = Set(media_type);
    change.update(&transaction).await?;
    deps.commit(transaction).await?;
    if let Some(before) = before {
        picture::remove(deps, &before).await;
    }
    Ok(())
}
