//! What of a thread, and of a member's part in its space, decides who may do what in it.

use api_types::forum::SpaceStanding;
use entity::{post, space_member, thread};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::access;
use super::spaces::queries::standing_of;
use crate::Result;
use crate::accounts::access::Signed;

/// Whether the member is a moderator of a space.
pub(super) async fn keeps<C: ConnectionTrait>(connection: &C, signed: &Signed, space_id: i64) -> Result<bool> {
    let own = space_member::Entity::find_by_id((space_id, signed.id.0)).one(connection).await?;
    Ok(standing_of(own.as_ref()) == SpaceStanding::Moderator)
}

/// What of a thread decides who may do what in it.
pub(super) async fn order_of<C: ConnectionTrait>(
    connection: &C,
    signed: &Signed,
    row: &thread::Model,
) -> Result<access::Order> {
    Ok(access::Order {
        asker_id: row.author_id,
        is_closed: row.closed_at.is_some(),
        is_locked: row.locked_at.is_some(),
        is_keeper: keeps(connection, signed, row.space_id).await?,
    })
}

/// Whether others than its author have posted in a thread.
pub(super) async fn has_posts_of_others<C: ConnectionTrait>(connection: &C, row: &thread::Model) -> Result<bool> {
    if row.answer_count == 0 {
        return Ok(false);
    }
    let found = post::Entity::find()
        .filter(post::Column::ThreadId.eq(row.id))
        .filter(post::Column::Number.gt(1))
        .filter(post::Column::DeletedAt.is_null())
        .filter(post::Column::AuthorId.ne(row.author_id))
        .one(connection)
        .await?;
    Ok(found.is_some())
}
