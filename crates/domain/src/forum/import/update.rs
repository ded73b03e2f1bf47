//! What is known and has changed in the file: it is updated, unless members have changed it here.

use entity::{imported_post, post, space, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, Statement};

use super::known::Known;
use super::prepare::{Post, Thread};
use crate::error::{Error, Result};
use crate::forum::{access, revisions};
use crate::text;
use crate::topics::queries::count_on_shelf;
use crate::topics::tags::{self, Carrier};

/// Updates a post, and with what opens a thread the thread. Does nothing where somebody was faster.
pub(super) async fn update<C: ConnectionTrait>(
    tx: &C,
    thread: &Thread,
    post: &Post,
    known: &Known,
    at: i64,
) -> Result<()> {
    let before =
        post::Entity::find_by_id(known.post_id).filter(post::Column::Version.eq(known.version)).one(tx).await?;
    let Some(before) = before else { return Ok(()) };
    let opens = known.number == 1 && is_opening(thread, post);
    let is_rewritten = before.body != post.body || (opens && is_retitled(tx, thread, known.thread_id).await?);
    if is_rewritten {
        // As when members edit it, what it said before stays in its history.
        revisions::keep(tx, &before).await?;
    }
    // Whoever edits it here meanwhile is to be told.
    let version = known.version.wrapping_add(1);
    let more = post.score.wrapping_sub(known.imported_score);
    let done = post::Entity::update_many()
        .col_expr(post::Column::Body, Expr::value(post.body.clone()))
        .col_expr(post::Column::BodyHtml, Expr::value(post.html.clone()))
        .col_expr(post::Column::RendererVersion, Expr::value(text::RENDERER_VERSION))
        .col_expr(post::Column::Score, Expr::col(post::Column::Score).add(more))
        .col_expr(post::Column::EditedAt, Expr::value(if is_rewritten { Some(at) } else { before.edited_at }))
        .col_expr(post::Column::Version, Expr::value(version))
        .filter(post::Column::Id.eq(known.post_id))
        .filter(post::Column::Version.eq(known.version))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        return Ok(());
    }
    imported_post::Entity::update_many()
        .col_expr(imported_post::Column::Fingerprint, Expr::value(post.fingerprint.clone()))
        .col_expr(imported_post::Column::PostVersion, Expr::value(version))
        .col_expr(imported_post::Column::Score, Expr::value(post.score))
        .filter(imported_post::Column::PostId.eq(known.post_id))
        .exec(tx)
        .await?;
    if post.is_accepted {
        accept(tx, known.thread_id, known.post_id).await?;
    }
    // What opened a thread that was merged into another one is an answer there.
    if opens {
        update_thread(tx, thread, known.thread_id, more).await?;
    }
    Ok(())
}

fn is_opening(thread: &Thread, post: &Post) -> bool {
    thread.posts.first().is_some_and(|opening| opening.key == post.key)
}

/// Whether the file has the title or the tags of a thread otherwise than they are here.
async fn is_retitled<C: ConnectionTrait>(tx: &C, thread: &Thread, id: i64) -> Result<bool> {
    let Some(row) = thread::Entity::find_by_id(id).one(tx).await? else { return Ok(false) };
    let tags = tags::names_of(tx, Carrier::Thread, vec![id]).await?.remove(&id).unwrap_or_default();
    Ok(row.title != thread.title || tags != tags::meant(tx, &thread.tags).await?)
}

async fn update_thread<C: ConnectionTrait>(tx: &C, thread: &Thread, id: i64, more: i32) -> Result<()> {
    let Some(row) = thread::Entity::find_by_id(id).one(tx).await? else { return Ok(()) };
    // It may have been moved since it came.
    let space = space::Entity::find_by_id(row.space_id).one(tx).await?.ok_or(Error::NotFound)?;
    let is_counted = access::is_counted(&space.access);
    let mut change = thread::Entity::update_many()
        .col_expr(thread::Column::Title, Expr::value(thread.title.clone()))
        .col_expr(thread::Column::Slug, Expr::value(text::slug(&thread.title)))
        .col_expr(thread::Column::Excerpt, Expr::value(thread.excerpt.clone()))
        .col_expr(thread::Column::Score, Expr::col(thread::Column::Score).add(more))
        .filter(thread::Column::Id.eq(id));
    if row.shelf_id != thread.shelf_id {
        count_on_shelf(tx, thread.shelf_id, i64::from(is_counted)).await?;
        count_on_shelf(tx, row.shelf_id, -i64::from(is_counted)).await?;
        change = change.col_expr(thread::Column::ShelfId, Expr::value(thread.shelf_id));
    }
    // What was closed here stays as it was closed here.
    if let (None, Some((at, reason))) = (row.closed_at, thread.closed) {
        change = change
            .col_expr(thread::Column::ClosedAt, Expr::value(at))
            .col_expr(thread::Column::CloseReason, Expr::value(reason.as_str()));
    }
    change.exec(tx).await?;
    tags::detach_from_thread(tx, id, is_counted).await?;
    tags::attach(tx, Carrier::Thread, id, &thread.tags, is_counted).await
}

/// Accepts an answer where none is accepted: whom the file says comes after whom members have chosen.
pub(super) async fn accept<C: ConnectionTrait>(tx: &C, thread_id: i64, post_id: i64) -> Result<()> {
    let backend = tx.get_database_backend();
    let accepted = "UPDATE posts SET is_accepted = TRUE WHERE id = $1 AND thread_id = $2 AND number > 1 \
        AND deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.thread_id = $2 AND p.is_accepted)";
    tx.execute_raw(Statement::from_sql_and_values(backend, accepted, [post_id.into(), thread_id.into()])).await?;
    let kept = "UPDATE threads SET accepted_answer_id = (SELECT p.id FROM posts p WHERE p.thread_id = threads.id \
        AND p.is_accepted) WHERE id = $1";
    tx.execute_raw(Statement::from_sql_and_values(backend, kept, [thread_id.into()])).await?;
    Ok(())
}
