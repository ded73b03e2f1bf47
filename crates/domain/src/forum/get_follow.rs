//! Whether a member follows something.

use api_types::forum::{FollowKind, FollowState};
use entity::follow;
use sea_orm::EntityTrait;

use crate::accounts::access::Signed;
use crate::{Deps, Result};

/// Gets whether the member follows something. What is not there, or not for the member, is not followed either.
pub async fn get_follow(deps: &Deps, signed: &Signed, kind: FollowKind, id: i64) -> Result<FollowState> {
    let row = follow::Entity::find_by_id((signed.id.0, kind.as_str().to_owned(), id)).one(&deps.read).await?;
    Ok(FollowState { is_followed: row.is_some() })
}
