//! Changing a comment.

use api_types::CommentId;
use api_types::forum::{Comment, NewComment};
use entity::comment;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{access, comments, queries};
use crate::accounts::access::{Actor, Signed};
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
    let found = comments::comment_of(deps, &actor, id).await?;
    if !found.viewer.can_edit {
        return Err(signed.refused());
    }
    access::may_post(signed, &queries::thread_of_post(deps, &actor, found.post_id).await?)?;
    let body = text::lines("body", &new.body)?;
    let rendered = text::render(&body).await?;

    let tx = deps.begin().await?;
    let done = comment::Entity::update_many()
        .col_expr(comment::Column::Body, Expr::value(body))
        .col_expr(comment::Column::BodyHtml, Expr::value(rendered.html))
        .col_expr(comment::Column::RendererVersion, Expr::value(text::RENDERER_VERSION))
        .col_expr(comment::Column::EditedAt, Expr::value(deps.clock.now()))
        .col_expr(comment::Column::Version, Expr::value(version.wrapping_add(1)))
        .filter(comment::Column::Id.eq(id.0))
        .filter(comment::Column::Version.eq(version))
        .filter(comment::Column::DeletedAt.is_null())
        .exec(&tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::EditConflict);
    }
    deps.commit(tx).await?;
    comments::comment_of(deps, &actor, id).await
}
