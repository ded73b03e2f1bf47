//! Gets the caller's own profile.

use api_types::people::Profile;
use entity::member;
use sea_orm::EntityTrait;

use super::profile::to_profile;
use super::skills;
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// The caller's own profile, as it is changed.
pub async fn get_profile(deps: &Deps, signed: &Signed) -> Result<Profile> {
    let row = member::Entity::find_by_id(signed.id.0).one(&deps.read).await?.ok_or(Error::Unauthenticated)?;
    let skills = skills::of(&deps.read, [row.id]).await?.remove(&row.id).unwrap_or_default();
    Ok(to_profile(row, skills))
}
