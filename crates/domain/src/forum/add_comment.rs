//! Commenting on a post.

use api_types::forum::{Comment, NewComment};
use api_types::{CommentId, PostId};
use entity::{comment, post};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

use super::mentions::Place;
use super::{access, comments, confidence, mentions, order, pace, queries};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Comments on a post: a word beside it, which is no answer.
pub async fn add_comment(deps: &Deps, signed: &Signed, id: PostId, new: &NewComment) -> Result<Comment> {
    let actor = Actor::Signed(signed.clone());
    let thread = queries::thread_of_post(deps, &actor, id).await?;
    access::require_open(signed, &order::order_of(&deps.read, signed, &thread).await?)?;
    let written = mentions::write(deps, &new.body).await?;
    // Whoever asks in confidence is not to be known by the time.
    let is_hidden = confidence::is_hidden(thread.is_confidential, signed.id.0, thread.author_id);
    let now = confidence::kept_time(is_hidden, deps.clock.now());

    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    // First the post: that keeps it, and its count, from others until the end.
    count(&tx, id.0, 1).await?;
    pace::require_turn(&tx, signed, &thread, deps.clock.now()).await?;
    let row = comment::ActiveModel {
        post_id: Set(id.0),
        body: Set(written.body.clone()),
        body_html: Set(written.rendered.html.clone()),
        renderer_version: Set(text::RENDERER_VERSION),
        author_id: Set(signed.id.0),
        created_at: Set(now),
        score: Set(0),
        version: Set(1),
        ..Default::default()
    }
    .insert(&tx)
    .await?;
    mentions::keep(deps, &tx, Place { post_id: id.0, comment_id: Some(row.id) }, &written, now).await?;
    // Other nodes keep answers too, with the comments in them.
    outbox::push(deps, &tx, &Event::PostChanged { id: id.0 }).await?;
    deps.commit(tx).await?;
    comments::comment_of(deps, &actor, CommentId(row.id)).await
}

/// Counts one comment more or less on a post that is there.
pub(super) async fn count<C: sea_orm::ConnectionTrait>(connection: &C, post_id: i64, change: i32) -> Result<()> {
    let done = post::Entity::update_many()
        .col_expr(post::Column::CommentCount, Expr::col(post::Column::CommentCount).add(change))
        .filter(post::Column::Id.eq(post_id))
        .filter(post::Column::DeletedAt.is_null())
        .exec(connection)
        .await?;
    if done.rows_affected == 0 { Err(Error::NotFound) } else { Ok(()) }
}
