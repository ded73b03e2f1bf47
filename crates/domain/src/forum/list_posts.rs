//! Listing the answers to a question, and the replies in a discussion.

use api_types::forum::{Post, PostOrder, PostQuery, ThreadKind};
use api_types::{Page, ThreadId};
use entity::thread;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::dress::dress;
use super::{access, answer_order, queries};
use crate::accounts::access::Actor;
use crate::{Deps, Error, Result, cursor};

/// Lists the answers to a question: the accepted one first, then the most useful, unless asked otherwise.
pub async fn list_answers(deps: &Deps, actor: &Actor, id: ThreadId, query: &PostQuery) -> Result<Page<Post>> {
    let total = total(deps, actor, ThreadKind::Question, id).await?;
    let (limit, after) = (cursor::limit(query.limit), query.after.as_deref());
    let (rows, next) = match query.order.unwrap_or_default() {
        PostOrder::Useful => queries::answers_to(deps, actor, id, limit, after).await?,
        PostOrder::LikeMine => answer_order::alike_first(deps, actor, id, limit, after).await?,
        PostOrder::Newest => answer_order::newest_first(deps, actor, id, limit, after).await?,
        PostOrder::Oldest => queries::replies_to(deps, actor, id, limit, after).await?,
    };
    Ok(Page { items: dress(deps, actor, rows).await?, next, total })
}

/// Lists the replies in a discussion, the oldest first.
pub async fn list_replies(deps: &Deps, actor: &Actor, id: ThreadId, query: &PostQuery) -> Result<Page<Post>> {
    let total = total(deps, actor, ThreadKind::Discussion, id).await?;
    let (rows, next) = queries::replies_to(deps, actor, id, cursor::limit(query.limit), query.after.as_deref()).await?;
    Ok(Page { items: dress(deps, actor, rows).await?, next, total })
}

async fn total(deps: &Deps, actor: &Actor, kind: ThreadKind, id: ThreadId) -> Result<Option<u64>> {
    let row = thread::Entity::find_by_id(id.0)
        .filter(access::readable(actor))
        .filter(thread::Column::Kind.eq(kind.as_str()))
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(u64::try_from(row.answer_count).ok())
}
