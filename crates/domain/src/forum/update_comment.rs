//! Changing a comment.

use api_types::CommentId;
use api_types::forum::{Comment, NewComment};
use entity::comment;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::mentions::Place;
use super::{access, comments, confidence, mentions};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Changes a comment that was read at `version`.
pub async fn update_comment(
    deps: &Deps,
    signed: &Signed,
    id: CommentId,
    version: i32,
    new: &NewComment,
) -> Result<Comment> {
    let actor = Actor::Signed(signed.clone());
    let found = comments::row_of(deps, &actor, id).await?;
    let order = found.order();
    if found.comment.deleted_at.is_some() {
        return Err(Error::NotFound);
    }
    // Who does not keep it in order is refused as everywhere; who does may delete it, and not write under another's name.
    if !access::answers_for(signed, found.comment.author_id, order.is_keeper) {
        return Err(signed.refused());
    }
    access::require_open(signed, &order)?;
    if !access::may_change_comment(signed, found.comment.author_id, &order) {
        return Err(Error::Forbidden);
    }
    let is_hidden = confidence::is_hidden(found.is_confidential, signed.id.0, order.asker_id);
    let now = confidence::kept_time(is_hidden, deps.clock.now());
    let written = mentions::write(deps, &new.body).await?;

    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let done = comment::Entity::update_many()
        .col_expr(comment::Column::Body, Expr::value(written.body.clone()))
        .col_expr(comment::Column::BodyHtml, Expr::value(written.rendered.html.clone()))
        .col_expr(comment::Column::RendererVersion, Expr::value(text::RENDERER_VERSION))
        .col_expr(comment::Column::EditedAt, Expr::value(now))
        .col_expr(comment::Column::Version, Expr::value(version.wrapping_add(1)))
        .filter(comment::Column::Id.eq(id.0))
        .filter(comment::Column::Version.eq(version))
        .filter(comment::Column::DeletedAt.is_null())
        .exec(&tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::EditConflict);
    }
    let place = Place { post_id: found.comment.post_id, comment_id: Some(id.0) };
    mentions::keep(deps, &tx, place, &written, now).await?;
    outbox::push(deps, &tx, &Event::PostChanged { id: found.comment.post_id }).await?;
    deps.commit(tx).await?;
    comments::comment_of(deps, &actor, id).await
}
