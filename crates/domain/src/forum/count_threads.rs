//! How many threads are in the views of a list.

use api_types::forum::{ThreadCountQuery, ThreadCounts, ThreadQuery, ThreadView};
use entity::thread;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::access;
use super::narrow::narrow;
use crate::accounts::access::Actor;
use crate::{Deps, Result};

/// Beyond this nobody counts, and neither do we.
const MOST: u64 = 100;

/// Counts the threads in the views of a list, as far as the viewer may read them.
pub async fn count_threads(deps: &Deps, actor: &Actor, query: &ThreadCountQuery) -> Result<ThreadCounts> {
    let view = |view| ThreadQuery { view: Some(view), ..ThreadQuery::default() };
    let unanswered = ThreadQuery { unanswered: Some(true), ..ThreadQuery::default() };
    Ok(ThreadCounts {
        unanswered: count(deps, actor, query, &unanswered).await?,
        needs_accepted: count(deps, actor, query, &view(ThreadView::NeedsAccepted)).await?,
        unread: match actor.id() {
            Some(_) => count(deps, actor, query, &view(ThreadView::Unread)).await?,
            None => 0,
        },
    })
}

async fn count(deps: &Deps, actor: &Actor, query: &ThreadCountQuery, list: &ThreadQuery) -> Result<i64> {
    let select = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::Kind.eq(query.kind.as_str()))
        .filter(access::readable(actor));
    let Some(narrowed) = narrow(deps, actor, select, list).await? else { return Ok(0) };
    // In its order the list comes from the index that it is made for, as the list itself does.
    let ids: Vec<i64> = narrowed.in_order(None).limit(MOST).into_tuple().all(&deps.read).await?;
    Ok(i64::try_from(ids.len()).unwrap_or(0))
}
