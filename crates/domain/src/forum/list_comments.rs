//! Listing the comments on a post.

use api_types::forum::{Comment, PostQuery};
use api_types::{Page, PostId};
use entity::comment;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::comments::{self, CommentRow};
use super::queries;
use crate::accounts::access::Actor;
use crate::{Deps, Result, cursor};

/// Lists the comments on a post, the oldest first.
pub async fn list_comments(deps: &Deps, actor: &Actor, id: PostId, query: &PostQuery) -> Result<Page<Comment>> {
    // A post that is not there, or is not for this reader, is told apart from one without comments.
    queries::thread_of_post(deps, actor, id).await?;
    let limit = cursor::limit(query.limit);
    let mut select = comments::comments(actor).filter(comment::Column::PostId.eq(id.0));
    if let Some(after) = &query.after {
        let [last] = cursor::decode::<1>(after)?;
        select = select.filter(comment::Column::Id.gt(last));
    }
    let mut rows: Vec<CommentRow> =
        select.order_by_asc(comment::Column::Id).limit(limit + 1).into_model().all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.comment.id]);
    Ok(Page { items: rows.into_iter().map(|row| row.into_comment(actor)).collect(), next, total: None })
}
