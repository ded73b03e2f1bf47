//! Whose turn it is to post or to comment: nobody's in what is closed or locked, and not too soon where it is slow.

use entity::{comment, post, space, thread};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};

use super::{access, order, queries};
use crate::accounts::access::Signed;
use crate::{Error, Result};

/// Refuses a post or a comment in a thread that takes none, or that comes too soon after the last one of the same member.
pub(super) async fn require_turn<C: ConnectionTrait>(
    connection: &C,
    signed: &Signed,
    row: &thread::Model,
    now: i64,
) -> Result<()> {
    let order = order::order_of(connection, signed, row).await?;
    access::require_open(signed, &order)?;
    if access::may_moderate(signed, order.is_keeper) {
        return Ok(());
    }
    let in_thread = Condition::all().add(post::Column::ThreadId.eq(row.id));
    require_pace(connection, signed, in_thread, row.slow_mode_seconds, now).await?;
    require_pace_in_space(connection, signed, row.space_id, now).await
}

/// Refuses a new thread in a slow space that comes too soon after the member's last word there.
pub(super) async fn require_turn_in_space<C: ConnectionTrait>(
    connection: &C,
    signed: &Signed,
    space_id: i64,
    now: i64,
) -> Result<()> {
    if access::may_moderate(signed, order::keeps(connection, signed, space_id).await?) {
        return Ok(());
    }
    require_pace_in_space(connection, signed, space_id, now).await
}

async fn require_pace_in_space<C: ConnectionTrait>(
    connection: &C,
    signed: &Signed,
    space_id: i64,
    now: i64,
) -> Result<()> {
    let space = space::Entity::find_by_id(space_id).one(connection).await?.ok_or(Error::NotFound)?;
    let in_space = Condition::all().add(thread::Column::SpaceId.eq(space_id));
    require_pace(connection, signed, in_space, space.slow_mode_seconds, now).await
}

/// Refuses what comes too soon after the member's last post or comment in some threads.
async fn require_pace<C: ConnectionTrait>(
    connection: &C,
    signed: &Signed,
    threads: Condition,
    seconds: i32,
    now: i64,
) -> Result<()> {
    if seconds <= 0 {
        return Ok(());
    }
    let wait = i64::from(seconds) * 1000;
    let posted: Option<Option<i64>> = post::Entity::find()
        .select_only()
        .expr_as(Expr::col((post::Entity, post::Column::CreatedAt)).max(), "last")
        .join(JoinType::InnerJoin, queries::post_to_thread())
        .filter(threads.clone())
        .filter(post::Column::AuthorId.eq(signed.id.0))
        .filter(post::Column::CreatedAt.gt(now - wait))
        .into_tuple()
        .one(connection)
        .await?;
    let to_post: RelationDef =
        comment::Entity::belongs_to(post::Entity).from(comment::Column::PostId).to(post::Column::Id).into();
    let commented: Option<Option<i64>> = comment::Entity::find()
        .select_only()
        .expr_as(Expr::col((comment::Entity, comment::Column::CreatedAt)).max(), "last")
        .join(JoinType::InnerJoin, to_post)
        .join(JoinType::InnerJoin, queries::post_to_thread())
        .filter(threads)
        .filter(comment::Column::AuthorId.eq(signed.id.0))
        .filter(comment::Column::CreatedAt.gt(now - wait))
        .into_tuple()
        .one(connection)
        .await?;
    match Ord::max(posted.flatten(), commented.flatten()) {
        Some(last) => {
            let left = (last + wait - now + 999).div_euclid(1000);
            Err(Error::RateLimited { retry_after_seconds: u64::try_from(left).unwrap_or(1) })
        }
        None => Ok(()),
    }
}
