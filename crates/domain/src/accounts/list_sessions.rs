//! Where a member is signed in, and the end of one of those sessions.

use api_types::SessionId;
use api_types::accounts::SessionSummary;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access::Signed;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::session;

/// How many sessions are told of; nobody has more devices.
const MOST: u64 = 100;

/// The caller's sessions, the last used first.
pub async fn list_sessions(deps: &Deps, caller: &Signed) -> Result<Vec<SessionSummary>> {
    let rows = session::Entity::find()
        .filter(session::Column::MemberId.eq(caller.id.0))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(deps.clock.now()))
        .order_by_desc(session::Column::LastUsedAt)
        .order_by_desc(session::Column::Id)
        .limit(MOST)
        .all(&deps.read)
        .await?;
    let summary = |row: session::Model| SessionSummary {
        id: SessionId(row.id),
        device: row.device,
        network: row.address,
        created_at: to_wire(row.created_at),
        last_used_at: to_wire(row.last_used_at),
        is_current: row.id == caller.session_id,
    };
    Ok(rows.into_iter().map(summary).collect())
}

/// Ends one of the caller's sessions; its access token ends with it.
pub async fn end_session(deps: &Deps, caller: &Signed, id: SessionId) -> Result<()> {
    let now = deps.clock.now();
    let ended = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::Id.eq(id.0))
        .filter(session::Column::MemberId.eq(caller.id.0))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .exec(&deps.write)
        .await?;
    if ended.rows_affected == 1 { Ok(()) } else { Err(Error::NotFound) }
}
