//! Deleting an answer or a reply, and taking that back.

use api_types::PostId;
use api_types::forum::NewDeletion;
use entity::{post, thread};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::{UNDO, locked, record, tell};
use crate::accounts::access::{Actor, Signed};
use crate::audit::Subject;
use crate::forum::{access, mails, order, queries};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Deletes an answer or a reply; its author may, and moderators. It can be had back for 30 days.
pub async fn delete_post(deps: &Deps, signed: &Signed, id: PostId, new: &NewDeletion) -> Result<()> {
    let note = text::optional_lines("note", &new.note)?;
    let found = queries::post_of(deps, &Actor::Signed(signed.clone()), id).await?;
    if found.number == 1 {
        return Err(Error::Conflict("This opens a thread: delete the question or the discussion itself."));
    }
    let tx = deps.begin().await?;
    // The thread is locked before the post, as everywhere.
    let thread = locked(&tx, signed, found.thread_id.0).await?;
    let row = post::Entity::find_by_id(id.0).one(&tx).await?.filter(|row| row.thread_id == thread.id);
    let row = row.filter(|row| row.deleted_at.is_none()).ok_or(Error::NotFound)?;
    let order = order::order_of(&tx, signed, &thread).await?;
    if !access::viewer(&Actor::Signed(signed.clone()), row.author_id, &order, 0).can_delete {
        return Err(signed.refused());
    }
    let was_accepted = row.is_accepted;
    let mut change = row.clone().into_active_model();
    change.is_accepted = Set(false);
    change.deleted_at = Set(Some(deps.clock.now()));
    change.deleted_by = Set(Some(signed.id.0));
    change.update(&tx).await?;
    count(&tx, thread.id, -1).await?;
    if was_accepted {
        thread::Entity::update_many()
            .col_expr(thread::Column::AcceptedAnswerId, Expr::value(None::<i64>))
            .filter(thread::Column::Id.eq(thread.id))
            .exec(&tx)
            .await?;
    }
    outbox::push(deps, &tx, &Event::PostChanged { id: id.0 }).await?;
    if row.author_id != signed.id.0 {
        tell(deps, &tx, signed, row.author_id, |to| mails::post_deleted(to, &thread, &note)).await?;
        record(deps, &tx, signed, "delete_post", Subject::Post(id.0), (format!("thread={}", thread.id), &note)).await?;
    }
    deps.commit(tx).await
}

/// Brings a deleted answer or reply back, within 30 days; whoever deleted it may, and moderators.
pub async fn restore_post(deps: &Deps, signed: &Signed, id: PostId) -> Result<()> {
    let now = deps.clock.now();
    let found = post::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let tx = deps.begin().await?;
    let thread = locked(&tx, signed, found.thread_id).await?;
    let row = post::Entity::find_by_id(id.0).one(&tx).await?.filter(|row| row.thread_id == thread.id);
    let row = row.ok_or(Error::NotFound)?;
    let Some(deleted_at) = row.deleted_at else {
        return Err(Error::Conflict("This is not deleted."));
    };
    // To others it is not there, and after its time to nobody. What an erased member wrote does not come back.
    let is_keeper = order::keeps(&tx, signed, thread.space_id).await?;
    let is_gone = now - deleted_at > UNDO || row.deleted_by.is_none();
    if !access::may_restore(signed, is_keeper, row.deleted_by) || is_gone {
        return Err(Error::NotFound);
    }
    access::require_open(signed, &order::order_of(&tx, signed, &thread).await?)?;
    let author_id = row.author_id;
    let mut change = row.into_active_model();
    change.deleted_at = Set(None);
    change.deleted_by = Set(None);
    change.update(&tx).await?;
    count(&tx, thread.id, 1).await?;
    outbox::push(deps, &tx, &Event::PostChanged { id: id.0 }).await?;
    if author_id != signed.id.0 {
        record(deps, &tx, signed, "restore_post", Subject::Post(id.0), (format!("thread={}", thread.id), "")).await?;
    }
    deps.commit(tx).await
}

async fn count<C: ConnectionTrait>(tx: &C, thread_id: i64, change: i32) -> Result<()> {
    thread::Entity::update_many()
        .col_expr(thread::Column::AnswerCount, Expr::col(thread::Column::AnswerCount).add(change))
        .filter(thread::Column::Id.eq(thread_id))
        .exec(tx)
        .await?;
    Ok(())
}
