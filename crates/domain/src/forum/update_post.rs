//! Changing an answer or a reply.

use api_types::PostId;
use api_types::forum::{NewPost, Post};
use entity::{post, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::mentions::Place;
use super::{access, attachments, confidence, mentions, order, queries, revisions};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Changes an answer or a reply that was read at `version`. What opens a thread is changed with the thread.
pub async fn update_post(deps: &Deps, signed: &Signed, id: PostId, version: i32, new: &NewPost) -> Result<Post> {
    let actor = Actor::Signed(signed.clone());
    let found = queries::post_of(deps, &actor, id).await?;
    if !found.viewer.can_edit {
        return Err(signed.refused());
    }
    if found.number == 1 {
        return Err(Error::Conflict("This opens a thread: change the question or the discussion itself."));
    }
    if new.organisation_id.is_some() {
        return Err(Error::field(
            "organisation_id",
            "invalid",
            "On whose behalf it was written stays as it is: leave this out.",
        ));
    }
    let written = mentions::write(deps, &new.body).await?;
    let now = deps.clock.now();

    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    // The thread is locked before the post, as everywhere, so that no two wait for each other.
    let thread =
        thread::Entity::find_by_id(found.thread_id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    access::require_open(signed, &order::order_of(&tx, signed, &thread).await?)?;
    let before = post::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if before.version != version {
        return Err(Error::EditConflict);
    }
    revisions::keep(&tx, &before).await?;
    // Who may edit in a question asked in confidence may be the one who asks: then the time is kept to the hour.
    let now = confidence::kept_time(confidence::is_hidden(thread.is_confidential, signed.id.0, thread.author_id), now);
    let done = post::Entity::update_many()
        .col_expr(post::Column::Body, Expr::value(written.body.clone()))
        .col_expr(post::Column::BodyHtml, Expr::value(written.rendered.html.clone()))
        .col_expr(post::Column::RendererVersion, Expr::value(text::RENDERER_VERSION))
        .col_expr(post::Column::EditedAt, Expr::value(now))
        .col_expr(post::Column::EditedBy, Expr::value(signed.id.0))
        .col_expr(post::Column::Version, Expr::value(version.wrapping_add(1)))
        .filter(post::Column::Id.eq(id.0))
        .filter(post::Column::Version.eq(version))
        .exec(&tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::EditConflict);
    }
    thread::Entity::update_many()
        .col_expr(thread::Column::ActiveAt, Expr::value(thread.active_at.max(now)))
        .filter(thread::Column::Id.eq(thread.id))
        .exec(&tx)
        .await?;
    attachments::tie(&tx, id.0, signed.id.0, &new.body).await?;
    mentions::keep(deps, &tx, Place { post_id: id.0, comment_id: None }, &written, now).await?;
    outbox::push(deps, &tx, &Event::PostChanged { id: id.0 }).await?;
    deps.commit(tx).await?;
    queries::post_of(deps, &actor, id).await
}
