//! Deleting a comment, and undoing that.

use api_types::forum::Comment;
use api_types::{CommentId, PostId};
use entity::comment;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::moderation::{UNDO, record, tell};
use super::{access, add_comment, comments, mails, queries};
use crate::accounts::access::{Actor, Signed};
use crate::audit::Subject;
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// Deletes a comment; its author may, and moderators. The words are kept for 30 days, so that it can be undone.
pub async fn delete_comment(deps: &Deps, signed: &Signed, id: CommentId) -> Result<()> {
    let actor = Actor::Signed(signed.clone());
    let found = comments::row_of(deps, &actor, id).await?;
    let (order, row) = (found.order(), found.comment);
    if !access::answers_for(signed, row.author_id, order.is_keeper) {
        return Err(signed.refused());
    }
    access::require_open(signed, &order)?;
    let thread = queries::thread_of_post(deps, &actor, PostId(row.post_id)).await?;
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    // The post comes before the comment, as where comments are added, so that no two wait for each other.
    add_comment::count(&tx, row.post_id, -1).await?;
    let done = comment::Entity::update_many()
        .col_expr(comment::Column::DeletedAt, Expr::value(deps.clock.now()))
        .col_expr(comment::Column::DeletedBy, Expr::value(signed.id.0))
        .filter(comment::Column::Id.eq(id.0))
        .filter(comment::Column::DeletedAt.is_null())
        .exec(&tx)
        .await?;
    // It was deleted before: nothing of this is kept, and it is as the caller wants it.
    if done.rows_affected == 0 {
        return Ok(());
    }
    outbox::push(deps, &tx, &Event::PostChanged { id: row.post_id }).await?;
    if row.author_id != signed.id.0 {
        tell(deps, &tx, signed, row.author_id, |to| mails::comment_deleted(to, &thread)).await?;
        let subject = Subject::Post(row.post_id);
        record(deps, &tx, signed, "delete_comment", subject, (format!("comment={id}"), "")).await?;
    }
    deps.commit(tx).await
}

/// Brings back a comment that was deleted, within 30 days: by the one who deleted it, or by staff.
pub async fn restore_comment(deps: &Deps, signed: &Signed, id: CommentId) -> Result<Comment> {
    let actor = Actor::Signed(signed.clone());
    let found = comments::row_of(deps, &actor, id).await?;
    let (order, row) = (found.order(), found.comment);
    let is_answered_for = access::answers_for(signed, row.author_id, order.is_keeper);
    if let Some(deleted_at) = row.deleted_at {
        // What a moderator deleted, its author does not bring back.
        if !is_answered_for || !access::may_restore(signed, order.is_keeper, row.deleted_by) {
            return Err(signed.refused());
        }
        // After its time it is there for nobody, whether or not it was purged yet.
        if deps.clock.now() - deleted_at > UNDO {
            return Err(Error::NotFound);
        }
        access::require_open(signed, &order)?;
        let tx = deps.begin().await?;
        outbox::lock(&tx).await?;
        add_comment::count(&tx, row.post_id, 1).await?;
        let done = comment::Entity::update_many()
            .col_expr(comment::Column::DeletedAt, Expr::value(None::<i64>))
            .col_expr(comment::Column::DeletedBy, Expr::value(None::<i64>))
            .filter(comment::Column::Id.eq(id.0))
            .filter(comment::Column::DeletedAt.is_not_null())
            .exec(&tx)
            .await?;
        if done.rows_affected > 0 {
            outbox::push(deps, &tx, &Event::PostChanged { id: row.post_id }).await?;
            if row.author_id != signed.id.0 {
                let subject = Subject::Post(row.post_id);
                record(deps, &tx, signed, "restore_comment", subject, (format!("comment={id}"), "")).await?;
            }
            deps.commit(tx).await?;
        }
    } else if !is_answered_for {
        return Err(Error::NotFound);
    }
    comments::comment_of(deps, &actor, id).await
}
