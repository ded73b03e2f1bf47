//! Pinning, locking and slowing a thread, and moving it to another space.

use api_types::forum::ThreadOrderPatch;
use api_types::{SpaceId, ThreadId};
use entity::{space, space_member, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{count, moderated, record, tell};
use crate::accounts::access::{Actor, Signed};
use crate::audit::Subject;
use crate::forum::order::keeps;
use crate::forum::queries::access_of;
use crate::forum::spaces::queries::standing_of;
use crate::forum::{access, mails};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// How many threads may be pinned in one space: more would hide what they stand above.
const PINS: u64 = 5;

/// Sets what moderators set of a thread; what is absent stays.
pub async fn moderate_thread(deps: &Deps, signed: &Signed, id: ThreadId, patch: &ThreadOrderPatch) -> Result<()> {
    let note = text::optional_lines("note", &patch.note)?;
    let now = deps.clock.now();
    let tx = deps.begin().await?;
    let row = moderated(&tx, signed, id.0).await?;
    let mut change = thread::Entity::update_many().filter(thread::Column::Id.eq(id.0));
    let mut details = Vec::new();
    if let Some(is_pinned) = patch.is_pinned.filter(|is_pinned| *is_pinned != row.pinned_at.is_some()) {
        change = change.col_expr(thread::Column::PinnedAt, Expr::value(is_pinned.then_some(now)));
        details.push(format!("is_pinned={is_pinned}"));
    }
    if let Some(is_locked) = patch.is_locked.filter(|is_locked| *is_locked != row.locked_at.is_some()) {
        change = change.col_expr(thread::Column::LockedAt, Expr::value(is_locked.then_some(now)));
        details.push(format!("is_locked={is_locked}"));
    }
    if let Some(seconds) = patch.slow_mode_seconds.filter(|seconds| *seconds != row.slow_mode_seconds) {
        change = change.col_expr(thread::Column::SlowModeSeconds, Expr::value(seconds));
        details.push(format!("slow_mode_seconds={seconds}"));
    }
    let to = patch.space_id.filter(|to| to.0 != row.space_id);
    if let Some(to) = to {
        change = change.col_expr(thread::Column::SpaceId, Expr::value(to.0));
        details.push(format!("space_id={} from={}", to, row.space_id));
    }
    if details.is_empty() {
        // Somebody else has done it already.
        return Ok(());
    }
    let is_new_there = to.is_some() || row.pinned_at.is_none();
    if is_new_there && patch.is_pinned.unwrap_or(row.pinned_at.is_some()) {
        require_room(&tx, &row, to.map_or(row.space_id, |to| to.0)).await?;
    }
    if let Some(to) = to {
        let space = receiving(&tx, signed, to).await?;
        count(&tx, &row, -1).await?;
        change.exec(&tx).await?;
        let moved = thread::Model { space_id: to.0, ..row.clone() };
        count(&tx, &moved, 1).await?;
        tell(deps, &tx, signed, row.author_id, |to| mails::moved(to, &row, &space.name, &note)).await?;
    } else {
        change.exec(&tx).await?;
    }
    // Other nodes keep answers too, which say whether it is pinned or locked.
    outbox::push(deps, &tx, &Event::ThreadChanged { id: row.id }).await?;
    record(deps, &tx, signed, "moderate_thread", Subject::Thread(row.id), (details.join(" "), &note)).await?;
    deps.commit(tx).await
}

/// Refuses one more pinned thread in a space that has enough.
async fn require_room<C: ConnectionTrait>(tx: &C, row: &thread::Model, space_id: i64) -> Result<()> {
    let others = thread::Entity::find()
        .filter(thread::Column::PinnedAt.is_not_null())
        .filter(thread::Column::SpaceId.eq(space_id))
        .filter(thread::Column::Id.ne(row.id))
        .filter(thread::Column::DeletedAt.is_null())
        .count(tx)
        .await?;
    if others >= PINS {
        return Err(Error::Conflict(
            "Five threads are pinned in this space already: take the pin off one of them first.",
        ));
    }
    Ok(())
}

/// The space that a thread is moved to: one that the caller may write in and keeps in order too, so that nobody opens
/// to others what was written for those of one space by keeping that one alone.
async fn receiving<C: ConnectionTrait>(tx: &C, signed: &Signed, id: SpaceId) -> Result<space::Model> {
    let unknown = || Error::field("space_id", "invalid", "Choose one of the spaces that you moderate.");
    let space = space::Entity::find_by_id(id.0).one(tx).await?.ok_or_else(unknown)?;
    let own = space_member::Entity::find_by_id((id.0, signed.id.0)).one(tx).await?;
    let viewer =
        access::space_viewer(&Actor::Signed(signed.clone()), access_of(&space.access), standing_of(own.as_ref()));
    let keeps_it = access::may_moderate(signed, keeps(tx, signed, id.0).await?);
    if viewer.can_write && keeps_it { Ok(space) } else { Err(unknown()) }
}
