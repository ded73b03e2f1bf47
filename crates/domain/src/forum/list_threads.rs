//! Listing questions and discussions.

use api_types::Page;
use api_types::forum::{ThreadKind, ThreadQuery, ThreadSort, ThreadSummary};
use entity::thread;
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access::OPEN_FORUM;
use super::likeness;
use super::narrow::narrow;
use super::queries::{self, SummaryRow};
use crate::accounts::access::Actor;
use crate::{Deps, Result, cursor};

/// Lists questions: the newest first, or those with the latest answers or edits.
pub async fn list_questions(deps: &Deps, actor: &Actor, query: &ThreadQuery) -> Result<Page<ThreadSummary>> {
    list(deps, actor, ThreadKind::Question, query).await
}

/// Lists discussions: the newest first, or those with the latest replies or edits.
pub async fn list_discussions(deps: &Deps, actor: &Actor, query: &ThreadQuery) -> Result<Page<ThreadSummary>> {
    list(deps, actor, ThreadKind::Discussion, query).await
}

async fn list(deps: &Deps, actor: &Actor, kind: ThreadKind, query: &ThreadQuery) -> Result<Page<ThreadSummary>> {
    let limit = cursor::limit(query.limit);
    let select = queries::summaries(actor).filter(thread::Column::Kind.eq(kind.as_str()));
    let Some(mut narrowed) = narrow(deps, actor, select, query).await? else { return Ok(Page::default()) };
    if query.like_mine == Some(true) {
        let alike = likeness::alike(deps, actor).await?;
        if alike.is_empty() {
            return Ok(Page::default());
        }
        narrowed.select = narrowed.select.filter(likeness::by(alike));
    }
    let is_active = query.sort == Some(ThreadSort::Active);
    // Where the page before ended: when its last thread was pinned, or 0 if it was not, when it was active, and its id.
    let after = query.after.as_deref().map(cursor::decode::<3>).transpose()?;
    // What is pinned in the space that is asked for, or else in the open forum, stands above the others and nowhere else:
    // whoever keeps some other space has no say in what stands above everything. What is pinned there is in its place.
    let mut rows: Vec<SummaryRow> = Vec::new();
    let pinned = pinned(deps, kind, narrowed.space_id.unwrap_or(OPEN_FORUM)).await?;
    if !pinned.is_empty() && after.is_none_or(|[pinned_at, ..]| pinned_at > 0) {
        let mut pinned = narrowed.select.clone().filter(thread::Column::Id.is_in(pinned.iter().copied()));
        if let Some([pinned_at, _, id]) = after {
            let same = Condition::all().add(thread::Column::PinnedAt.eq(pinned_at)).add(thread::Column::Id.lt(id));
            pinned = pinned.filter(Condition::any().add(thread::Column::PinnedAt.lt(pinned_at)).add(same));
        }
        let pinned = pinned.order_by_desc(thread::Column::PinnedAt).order_by_desc(thread::Column::Id);
        rows = pinned.limit(limit + 1).into_model().all(&deps.read).await?;
    }
    let place = |row: &SummaryRow| match row.pinned_at.filter(|_| pinned.contains(&row.id)) {
        Some(pinned_at) => vec![pinned_at, 0, row.id],
        None => vec![0, if is_active { row.active_at } else { 0 }, row.id],
    };
    if rows.len() as u64 <= limit {
        if !pinned.is_empty() {
            narrowed.select = narrowed.select.filter(thread::Column::Id.is_not_in(pinned.iter().copied()));
        }
        if let Some([0, active_at, id]) = after {
            let mut before = Condition::all().add(narrowed.id.clone().lt(id));
            if is_active {
                // The first condition is the one that an index is entered by.
                let earlier = Condition::any().add(thread::Column::ActiveAt.lt(active_at)).add(before);
                before = Condition::all().add(thread::Column::ActiveAt.lte(active_at)).add(earlier);
            }
            narrowed.select = narrowed.select.filter(before);
        }
        let rest = limit + 1 - rows.len() as u64;
        rows.extend(narrowed.in_order(query.sort).limit(rest).into_model::<SummaryRow>().all(&deps.read).await?);
    }
    let next = cursor::next_of(&mut rows, limit, place);
    Ok(Page { items: queries::into_summaries(deps, actor, rows).await?, next, total: None })
}

/// The threads of a kind that are pinned in a space, which are few: the index of what is pinned has them, and none of
/// those of the space is to be taken, so it is held against a sum.
async fn pinned(deps: &Deps, kind: ThreadKind, space_id: i64) -> Result<Vec<i64>> {
    Ok(thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::Kind.eq(kind.as_str()))
        .filter(thread::Column::PinnedAt.is_not_null())
        .filter(thread::Column::SpaceId.into_expr().add(0).eq(space_id))
        .into_tuple()
        .all(&deps.read)
        .await?)
}
