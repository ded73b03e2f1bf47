//! Keeping the forum in order: what moderators do with threads and posts, and authors with theirs.

mod close_thread;
mod delete_post;
mod delete_thread;
mod merge_thread;
mod moderate_thread;
mod split_thread;

pub use close_thread::{close_thread, reopen_thread};
pub use delete_post::{delete_post, restore_post};
pub use delete_thread::{delete_thread, restore_thread};
pub use merge_thread::merge_thread;
pub use moderate_thread::moderate_thread;
pub use split_thread::split_thread;

use entity::{member, thread};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::start_thread::count_in_space;
use super::{access, order};
use crate::accounts::access::{Actor, Signed};
use crate::audit::{self, Act, Subject};
use crate::mail::Message;
use crate::membership::mails::Envelope;
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags;
use crate::{Deps, Error, Result};

/// How long something that was deleted can be had back, in milliseconds: 30 days.
pub(super) const UNDO: i64 = 30 * 86_400_000;

/// A thread that the caller can read, locked to the end of the transaction. The outbox is locked before, so that no
/// two transactions wait for each other.
async fn locked<C: ConnectionTrait>(tx: &C, signed: &Signed, id: i64) -> Result<thread::Model> {
    outbox::lock(tx).await?;
    thread::Entity::find_by_id(id)
        .filter(access::readable(&Actor::Signed(signed.clone())))
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

/// The same, also when it was deleted, but not when it was merged.
async fn locked_deleted<C: ConnectionTrait>(tx: &C, signed: &Signed, id: i64) -> Result<thread::Model> {
    outbox::lock(tx).await?;
    thread::Entity::find_by_id(id)
        .filter(access::within_reach(&Actor::Signed(signed.clone())))
        .filter(thread::Column::MergedIntoId.is_null())
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

/// A thread that the caller keeps in order, locked to the end of the transaction.
async fn moderated<C: ConnectionTrait>(tx: &C, signed: &Signed, id: i64) -> Result<thread::Model> {
    let row = locked(tx, signed, id).await?;
    if access::may_moderate(signed, order::keeps(tx, signed, row.space_id).await?) {
        Ok(row)
    } else {
        Err(signed.refused())
    }
}

/// Counts a thread once more or once less wherever it is counted: in its space, and on its shelf and with its tags if
/// everybody may read it.
async fn count<C: ConnectionTrait>(tx: &C, row: &thread::Model, change: i32) -> Result<()> {
    if count_in_space(tx, None, row.space_id, change).await? {
        count_on_shelf(tx, row.shelf_id, change.into()).await?;
        tags::count_thread(tx, row.id, change.into()).await?;
    }
    Ok(())
}

/// Tells an author by mail what somebody else has done with what they wrote.
pub(super) async fn tell<C: ConnectionTrait>(
    deps: &Deps,
    tx: &C,
    signed: &Signed,
    author_id: i64,
    mail: impl FnOnce(&Envelope<'_>) -> Message,
) -> Result<()> {
    if author_id == signed.id.0 {
        return Ok(());
    }
    let author = member::Entity::find_by_id(author_id).one(tx).await?;
    if let Some(author) = author.filter(|author| !author.is_suspended) {
        let mail = mail(&Envelope::member(&deps.options.base_url, &author));
        outbox::push(deps, tx, &Event::Mail(mail)).await?;
    }
    Ok(())
}

/// Records an act on what somebody wrote.
pub(super) async fn record<C: ConnectionTrait>(
    deps: &Deps,
    tx: &C,
    signed: &Signed,
    action: &'static str,
    subject: Subject,
    (detail, reason): (String, &str),
) -> Result<()> {
    audit::record(deps, tx, signed, Act { action, subject, detail, reason }).await
}
