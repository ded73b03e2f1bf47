//! Listing questions and discussions.

use api_types::Page;
use api_types::forum::{ThreadKind, ThreadQuery, ThreadSort, ThreadSummary};
use entity::{thread, thread_tag};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef};

use super::likeness;
use super::narrow::narrow;
use super::queries::{self, SummaryRow};
use crate::accounts::access::Actor;
use crate::topics::tags;
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
    let mut select = queries::summaries(actor).filter(thread::Column::Kind.eq(kind.as_str()));
    select = narrow(select, actor, query)?;
    let mut is_tagged = false;
    if let Some(tag) = &query.tag {
        let Some(tag_id) = tags::id_of(&deps.read, tag).await? else { return Ok(Page::default()) };
        let to_tags: RelationDef = thread::Entity::belongs_to(thread_tag::Entity)
            .from(thread::Column::Id)
            .to(thread_tag::Column::ThreadId)
            .into();
        select = select.join(JoinType::InnerJoin, to_tags).filter(thread_tag::Column::TagId.eq(tag_id));
        is_tagged = true;
    }
    if query.like_mine == Some(true) {
        let alike = likeness::alike(deps, actor).await?;
        if alike.is_empty() {
            return Ok(Page::default());
        }
        select = select.filter(likeness::by(alike));
    }
    let is_active = query.sort == Some(ThreadSort::Active);
    if let Some(after) = &query.after {
        select = if is_active {
            let [active_at, id] = cursor::decode::<2>(after)?;
            select.filter(
                Condition::any()
                    .add(thread::Column::ActiveAt.lt(active_at))
                    .add(Condition::all().add(thread::Column::ActiveAt.eq(active_at)).add(thread::Column::Id.lt(id))),
            )
        } else {
            let [id] = cursor::decode::<1>(after)?;
            select.filter(thread::Column::Id.lt(id))
        };
    }
    if is_active {
        select = select.order_by_desc(thread::Column::ActiveAt);
    }

    // The threads of a tag come in the order of the index of the tag's threads.
    let select = if is_tagged && !is_active {
        select.order_by_desc(thread_tag::Column::ThreadId)
    } else {
        select.order_by_desc(thread::Column::Id)
    };
    let mut rows: Vec<SummaryRow> = select.limit(limit + 1).into_model().all(&deps.read).await?;
    let next =
        cursor::next_of(&mut rows, limit, |row| if is_active { vec![row.active_at, row.id] } else { vec![row.id] });
    Ok(Page { items: queries::into_summaries(deps, actor, rows).await?, next, total: None })
}
