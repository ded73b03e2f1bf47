//! Part of a long thread: around a post, before one or after one.

use api_types::ThreadId;
use api_types::forum::{PostWindow, PostWindowQuery};
use entity::post;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::dress::dress;
use super::get_thread::link_to;
use super::queries::{self, PostRow};
use crate::accounts::access::Actor;
use crate::{Deps, Error, Result, cursor};

/// Lists part of a thread, in the order of its numbers and without what opens it.
pub async fn list_posts_around(
    deps: &Deps,
    actor: &Actor,
    id: ThreadId,
    query: &PostWindowQuery,
) -> Result<PostWindow> {
    // A thread that is not there, or is not for this reader, is told apart from a short one.
    link_to(deps, actor, id.0).await?.ok_or(Error::NotFound)?;
    let limit = cursor::limit(query.limit);
    let (before, after) = match query {
        // Somewhat more of what follows, since reading goes on from there.
        PostWindowQuery { at: Some(at), .. } => {
            (Some((*at, limit / 4)), Some((at.saturating_sub(1), limit - limit / 4)))
        }
        PostWindowQuery { before: Some(before), .. } => (Some((*before, limit)), None),
        PostWindowQuery { after, .. } => (None, Some((after.unwrap_or(1), limit))),
    };
    let mut rows: Vec<PostRow> = Vec::new();
    let mut window = PostWindow::default();
    if let Some((number, most)) = before {
        let mut earlier: Vec<PostRow> = queries::following(actor, id)
            .filter(post::Column::Number.lt(number))
            .order_by_desc(post::Column::Number)
            .limit(most + 1)
            .into_model()
            .all(&deps.read)
            .await?;
        let is_more = cut(&mut earlier, most);
        earlier.reverse();
        rows.extend(earlier);
        window.before = is_more.then(|| rows.first().map_or(number, |row| row.post.number));
        if after.is_none() {
            window.after = rows.last().map(|row| row.post.number);
        }
    }
    if let Some((number, most)) = after {
        let mut later: Vec<PostRow> = queries::following(actor, id)
            .filter(post::Column::Number.gt(number))
            .order_by_asc(post::Column::Number)
            .limit(most + 1)
            .into_model()
            .all(&deps.read)
            .await?;
        let is_more = cut(&mut later, most);
        window.after = is_more.then(|| later.last().map_or(number, |row| row.post.number));
        if before.is_none() && number > 1 {
            window.before = later.first().map(|row| row.post.number);
        }
        rows.extend(later);
    }
    window.items = dress(deps, actor, rows).await?;
    Ok(window)
}

/// Takes away the one row too many that was read to see whether there are more, and says whether there was one.
fn cut(rows: &mut Vec<PostRow>, most: u64) -> bool {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let is_more = rows.len() > most;
    rows.truncate(most);
    is_more
}
