//! Following, and following no longer.

use api_types::accounts::Role;
use api_types::forum::{FollowKind, FollowState, NewFollow};
use entity::{follow, member, shelf, space, space_member};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::access;
use super::get_thread::link_to;
use crate::accounts::access::{Actor, Signed};
use crate::topics::tags;
use crate::{Deps, Error, Result};

/// Follows a thread, a tag, a shelf, a space or a member, or follows it no longer.
pub async fn set_follow(deps: &Deps, signed: &Signed, new: &NewFollow) -> Result<FollowState> {
    if !access::takes_part(signed) {
        return Err(Error::Forbidden);
    }
    if new.is_on && !is_there(deps, signed, new).await? {
        return Err(Error::NotFound);
    }
    let tx = deps.begin().await?;
    if new.is_on {
        begin(&tx, signed.id.0, new.kind, new.id, deps.clock.now()).await?;
    } else {
        follow::Entity::delete_by_id((signed.id.0, new.kind.as_str().to_owned(), new.id)).exec(&tx).await?;
    }
    deps.commit(tx).await?;
    Ok(FollowState { is_followed: new.is_on })
}

/// Follows something; what is followed already stays as it is.
pub(super) async fn begin<C: ConnectionTrait>(
    connection: &C,
    member_id: i64,
    kind: FollowKind,
    target_id: i64,
    at: i64,
) -> Result<()> {
    let row = follow::ActiveModel {
        member_id: Set(member_id),
        kind: Set(kind.as_str().into()),
        target_id: Set(target_id),
        created_at: Set(at),
        mailed_at: Set(None),
    };
    let columns = [follow::Column::MemberId, follow::Column::Kind, follow::Column::TargetId];
    follow::Entity::insert(row)
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Whether there is such a thing, and the member may see it.
async fn is_there(deps: &Deps, signed: &Signed, new: &NewFollow) -> Result<bool> {
    Ok(match new.kind {
        FollowKind::Thread => link_to(deps, &Actor::Signed(signed.clone()), new.id).await?.is_some(),
        FollowKind::Tag => tags::is_known(deps, &Actor::Signed(signed.clone()), new.id).await?,
        FollowKind::Shelf => shelf::Entity::find_by_id(new.id).one(&deps.read).await?.is_some(),
        FollowKind::Space => match space::Entity::find_by_id(new.id).one(&deps.read).await? {
            Some(space) if space.access == "private" && signed.role < Role::Admin => {
                let belongs = space_member::Entity::find_by_id((new.id, signed.id.0));
                belongs.filter(space_member::Column::Status.eq("active")).one(&deps.read).await?.is_some()
            }
            found => found.is_some(),
        },
        // Nobody follows themselves, and nobody those who do not take part.
        FollowKind::Member if new.id == signed.id.0 => false,
        FollowKind::Member => {
            let found = member::Entity::find_by_id(new.id).one(&deps.read).await?;
            found.is_some_and(|row| !row.is_suspended && row.role != "applicant")
        }
    })
}
