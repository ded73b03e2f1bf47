//! Commenting on a post.

use api_types::forum::{Comment, NewComment};
use api_types::{CommentId, PostId};
use entity::{comment, post};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

use super::{access, comments, queries};
use crate::accounts::access::{Actor, Signed};
use crate::{Deps, Error, Result, text};

/// Comments on a post: a word beside it, which is no answer.
pub async fn add_comment(deps: &Deps, signed: &Signed, id: PostId, new: &NewComment) -> Result<Comment> {
    let actor = Actor::Signed(signed.clone());
    access::may_post(signed, &queries::thread_of_post(deps, &actor, id).await?)?;
    let body = text::lines("body", &new.body)?;
    let rendered = text::render(&body).await?;

    let tx = deps.begin().await?;
    // First the post: that keeps it, and its count, from others until the end.
    count(&tx, id.0, 1).await?;
    let row = comment::ActiveModel {
        post_id: Set(id.0),
        body: Set(body),
        body_html: Set(rendered.html),
        renderer_version: Set(text::RENDERER_VERSION),
        author_id: Set(signed.id.0),
        created_at: Set(deps.clock.now()),
        score: Set(0),
        version: Set(1),
        ..Default::default()
    }
    .insert(&tx)
    .await?;
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
