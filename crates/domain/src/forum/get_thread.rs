//! Getting a question or a discussion.

use std::collections::HashMap;

use api_types::forum::{CloseReason, Closure, Thread, ThreadKind, ThreadLink};
use api_types::{Page, PostId, ThreadId};
use entity::thread;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};

use super::dress::dress;
use super::queries::{self, InSpace, join_space};
use super::{access, view_thread};
use crate::accounts::access::Actor;
use crate::clock::to_wire;
use crate::resources::guide_link;
use crate::topics::queries::{Standing, join_shelf};
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result};

/// How many answers or replies come with their thread.
const ANSWERS: u64 = 30;

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    thread: thread::Model,
    #[sea_orm(nested)]
    shelf: Standing,
    #[sea_orm(nested)]
    space: InSpace,
}

/// Where a thread went that was merged into another one, which the viewer may read.
pub async fn merged_into(deps: &Deps, actor: &Actor, id: ThreadId) -> Result<Option<ThreadLink>> {
    let gone = thread::Entity::find_by_id(id.0).filter(thread::Column::MergedIntoId.is_not_null());
    match gone.one(&deps.read).await?.and_then(|row| row.merged_into_id) {
        Some(into) => link_to(deps, actor, into).await,
        None => Ok(None),
    }
}

/// Gets a question with its first answers, as the viewer sees them.
pub async fn get_question(deps: &Deps, actor: &Actor, id: ThreadId) -> Result<Thread> {
    get_thread(deps, actor, ThreadKind::Question, id).await
}

/// Gets a discussion with its first replies, as the viewer sees them.
pub async fn get_discussion(deps: &Deps, actor: &Actor, id: ThreadId) -> Result<Thread> {
    get_thread(deps, actor, ThreadKind::Discussion, id).await
}

/// Gets a thread of a kind.
pub(super) async fn get_thread(deps: &Deps, actor: &Actor, kind: ThreadKind, id: ThreadId) -> Result<Thread> {
    let select = join_space(join_shelf(thread::Entity::find(), queries::thread_to_shelf()));
    let row: Row = select
        .filter(access::readable(actor))
        .filter(thread::Column::Id.eq(id.0))
        .filter(thread::Column::Kind.eq(kind.as_str()))
        .into_model()
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    let mut posts = vec![queries::opening_of(deps, actor, id).await?];
    let mut tags = tags::names_of(&deps.read, Carrier::Thread, vec![id.0]).await?;
    let (answers, next) = match kind {
        ThreadKind::Question => queries::answers_to(deps, actor, id, ANSWERS, None).await?,
        ThreadKind::Discussion => queries::replies_to(deps, actor, id, ANSWERS, None).await?,
    };
    posts.extend(answers);
    // All at once, so that what stands around the posts costs the same queries for one as for many.
    let mut posts = dress(deps, actor, posts).await?.into_iter();
    let opening = posts.next().ok_or(Error::NotFound)?;
    let answers: Vec<_> = posts.collect();
    let closed = closure_of(deps, actor, &row.thread).await?;
    let viewer = view_thread::viewer_of(deps, actor, &row.thread).await?;
    let guide = match row.thread.guide_id {
        Some(id) => guide_link(deps, actor, id).await?,
        None => None,
    };
    let accepted = answers.iter().find(|answer| answer.is_accepted);
    let can_make_guide = row.thread.guide_id.is_none()
        && access::is_counted(&row.space.space_access)
        && accepted.is_some_and(|answer| access::may_make_guide(actor, &opening, answer, row.thread.is_confidential));
    let thread = row.thread;
    Ok(Thread {
        id,
        kind,
        slug: thread.slug,
        title: thread.title,
        shelf: row.shelf.into(),
        space: row.space.into(),
        tags: tags.remove(&id.0).unwrap_or_default(),
        nation: queries::nation_of(thread.nation.as_deref()),
        created_at: to_wire(thread.created_at),
        answer_count: thread.answer_count,
        last_number: thread.last_number,
        accepted_answer_id: thread.accepted_answer_id.map(PostId),
        guide,
        can_make_guide,
        view_count: thread.view_count,
        is_confidential: thread.is_confidential,
        is_pinned: thread.pinned_at.is_some(),
        is_locked: thread.locked_at.is_some(),
        closed,
        slow_mode_seconds: thread.slow_mode_seconds,
        viewer,
        opening,
        answers: Page { items: answers, next, total: None },
    })
}

/// Why and since when a thread is closed, and what it repeats as far as the viewer may see it.
async fn closure_of(deps: &Deps, actor: &Actor, row: &thread::Model) -> Result<Option<Closure>> {
    let Some(closed_at) = row.closed_at else { return Ok(None) };
    let duplicate_of = match row.duplicate_of_id {
        Some(id) => link_to(deps, actor, id).await?,
        None => None,
    };
    let reason = CloseReason::ALL
        .into_iter()
        .find(|reason| Some(reason.as_str()) == row.close_reason.as_deref())
        .unwrap_or(CloseReason::ResolvedElsewhere);
    Ok(Some(Closure { reason, closed_at: to_wire(closed_at), duplicate_of }))
}

/// Threads as others point to them, for those who may read all of them; those that were deleted are not among them.
pub(crate) async fn links_to(deps: &Deps, ids: Vec<i64>) -> Result<HashMap<i64, ThreadLink>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = thread::Entity::find()
        .filter(thread::Column::Id.is_in(ids))
        .filter(thread::Column::DeletedAt.is_null())
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, to_link(row))).collect())
}

fn to_link(row: thread::Model) -> ThreadLink {
    ThreadLink { id: ThreadId(row.id), kind: queries::kind_of(&row.kind), slug: row.slug, title: row.title }
}

/// A thread as others point to it, if the viewer may see it.
pub(crate) async fn link_to(deps: &Deps, actor: &Actor, id: i64) -> Result<Option<ThreadLink>> {
    let row = thread::Entity::find_by_id(id).filter(access::readable(actor)).one(&deps.read).await?;
    Ok(row.map(to_link))
}
