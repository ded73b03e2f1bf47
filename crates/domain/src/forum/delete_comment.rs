//! Deleting a comment, and undoing that.

use api_types::CommentId;
use api_types::forum::Comment;
use entity::comment;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{access, add_comment, comments};
use crate::accounts::access::{Actor, Signed};
use crate::{Deps, Error, Result};

/// Deletes a comment. The words are kept, so that it can be undone.
pub async fn delete_comment(deps: &Deps, signed: &Signed, id: CommentId) -> Result<()> {
    let row = comments::row_of(deps, &Actor::Signed(signed.clone()), id).await?;
    if !access::may_edit(signed, row.author_id) {
        return Err(signed.refused());
    }
    let tx = deps.begin().await?;
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
    deps.commit(tx).await
}

/// Brings back a comment that was deleted: by the one who deleted it, or by staff.
pub async fn restore_comment(deps: &Deps, signed: &Signed, id: CommentId) -> Result<Comment> {
    let actor = Actor::Signed(signed.clone());
    let row = comments::row_of(deps, &actor, id).await?;
    if row.deleted_at.is_some() {
        if !access::may_restore(signed, row.author_id, row.deleted_by) {
            return Err(signed.refused());
        }
        let tx = deps.begin().await?;
        add_comment::count(&tx, row.post_id, 1).await?;
        let done = comment::Entity::update_many()
            .col_expr(comment::Column::DeletedAt, Expr::value(None::<i64>))
            .col_expr(comment::Column::DeletedBy, Expr::value(None::<i64>))
            .filter(comment::Column::Id.eq(id.0))
            .filter(comment::Column::DeletedAt.is_not_null())
            .exec(&tx)
            .await?;
        if done.rows_affected > 0 {
            deps.commit(tx).await?;
        }
    } else if !access::may_edit(signed, row.author_id) {
        return Err(Error::NotFound);
    }
    comments::comment_of(deps, &actor, id).await
}
