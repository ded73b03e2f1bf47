//! Asking to belong to a space.

use api_types::SpaceId;
use api_types::forum::{NewSpaceRequest, Space, SpaceAccess};
use entity::space_member;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::queries::{count_members, locked, space_of};
use crate::accounts::access::{Actor, Signed};
use crate::forum::queries::access_of;
use crate::{Deps, Error, Result, outbox, text};

/// Asks to belong to a private space, whose moderators decide. To another one the caller belongs at once.
pub async fn request_to_join(deps: &Deps, signed: &Signed, id: SpaceId, new: &NewSpaceRequest) -> Result<Space> {
    let message = text::optional_lines("message", &new.message)?;
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let found = locked(&tx, signed, id).await?;
    if found.own.is_some() {
        return Err(Error::Conflict("You belong to this space already, or have asked to."));
    }
    let is_asking = access_of(&found.space.access) == SpaceAccess::Private;
    space_member::ActiveModel {
        space_id: Set(id.0),
        member_id: Set(signed.id.0),
        role: Set("member".into()),
        status: Set(if is_asking { "asked" } else { "active" }.into()),
        message: Set(message),
        created_at: Set(deps.clock.now()),
    }
    .insert(&tx)
    .await?;
    let mut row = found.space;
    if !is_asking {
        count_members(&tx, id.0, 1).await?;
        row.member_count += 1;
    }
    deps.commit(tx).await?;
    space_of(deps, &Actor::Signed(signed.clone()), row).await
}
