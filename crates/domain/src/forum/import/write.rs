//! What is new in the file: threads with their posts, many in each statement.

use std::collections::{BTreeMap, HashMap, HashSet};

use entity::{imported_post, past_view, post, thread};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter,
    QuerySelect,
};

use super::known::{Known, KnownPosts};
use super::members::member_of;
use super::prepare::{Post, Thread};
use super::update;
use crate::error::Result;
use crate::forum::access;
use crate::forum::start_thread::count_in_space;
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags;
use crate::{Deps, text};

/// How many rows one statement writes: engines bound the number of its values.
const PER_STATEMENT: usize = 500;

/// What is to be done about a thread.
pub(super) struct Plan<'a> {
    pub(super) thread: &'a Thread,
    /// The thread that it is here already, if it is.
    pub(super) into: Option<i64>,
    /// What is not here yet.
    pub(super) new: Vec<&'a Post>,
    /// What is here and has changed.
    pub(super) changed: Vec<(&'a Post, &'a Known)>,
    /// How many posts members have changed or deleted, which therefore stay.
    pub(super) kept: u64,
}

/// Says what is to be done about threads. Nothing of those who wanted to be erased comes in again.
pub(super) fn plan<'a>(
    threads: &'a [Thread],
    known: &'a KnownPosts,
    strangers: &HashMap<(String, String), i64>,
    erased: &HashSet<i64>,
) -> Vec<Plan<'a>> {
    let is_erased = |post: &Post| member_of(&post.author, strangers).is_some_and(|id| erased.contains(&id));
    let mut plans = Vec::with_capacity(threads.len());
    for thread in threads {
        let known_as = |post: &Post| known.get(&(thread.source.clone(), post.key.clone()));
        let opening = thread.posts.first().and_then(known_as);
        let mut plan =
            Plan { thread, into: opening.map(|known| known.thread_id), new: Vec::new(), changed: Vec::new(), kept: 0 };
        let is_gone = opening.is_some_and(Known::is_in_deleted_thread)
            || (opening.is_none() && thread.posts.first().is_some_and(is_erased));
        for post in &thread.posts {
            match known_as(post) {
                None if is_gone || is_erased(post) => {}
                None => plan.new.push(post),
                Some(known) if known.fingerprint == post.fingerprint => {}
                Some(known) if known.is_ours() || is_erased(post) => plan.kept += 1,
                Some(known) => plan.changed.push((post, known)),
            }
        }
        plans.push(plan);
    }
    plans
}

/// A post with its place in a thread.
struct Placed<'a> {
    thread_id: i64,
    number: i32,
    /// Whether it comes with a new thread: only there is the file alone in saying what is accepted.
    is_fresh: bool,
    source: &'a str,
    post: &'a Post,
}

/// Does what was planned.
pub(super) async fn write<C: ConnectionTrait>(
    deps: &Deps,
    tx: &C,
    plans: &[Plan<'_>],
    strangers: &HashMap<(String, String), i64>,
) -> Result<()> {
    // What is counted comes first, and the outbox before it, as everywhere.
    outbox::lock(tx).await?;
    let fresh = plans.iter().filter(|plan| plan.into.is_none() && !plan.new.is_empty());
    let count = i32::try_from(fresh.clone().count()).unwrap_or(i32::MAX);
    let is_counted = count_in_space(tx, None, access::OPEN_FORUM, count).await?;
    let mut by_shelf: BTreeMap<i64, i64> = BTreeMap::new();
    for plan in fresh {
        *by_shelf.entry(plan.thread.shelf_id).or_default() += i64::from(is_counted);
    }
    for (shelf_id, count) in by_shelf {
        count_on_shelf(tx, shelf_id, count).await?;
    }

    let mut placed = Vec::new();
    let mut tagged: Vec<(i64, &[String])> = Vec::new();
    let mut events = Vec::new();
    for plan in plans {
        let id = match plan.into {
            None if plan.new.is_empty() => continue,
            None => {
                let id = start(tx, plan, strangers).await?;
                tagged.push((id, &plan.thread.tags));
                place(&mut placed, plan, id, 0);
                id
            }
            Some(id) => {
                if !plan.new.is_empty() {
                    let last = make_room(tx, plan, id).await?;
                    place(&mut placed, plan, id, last);
                }
                for (post, known) in &plan.changed {
                    update::update(tx, plan.thread, post, known, deps.clock.now()).await?;
                }
                if plan.new.is_empty() && plan.changed.is_empty() {
                    continue;
                }
                id
            }
        };
        events.push(Event::ThreadChanged { id });
    }
    add(tx, &placed, strangers).await?;
    tags::attach_to_threads(tx, &tagged, is_counted).await?;
    outbox::push_all(deps, tx, &events).await
}

/// Starts a thread; its posts are still to come.
async fn start<C: ConnectionTrait>(tx: &C, plan: &Plan<'_>, strangers: &HashMap<(String, String), i64>) -> Result<i64> {
    let thread = plan.thread;
    let author_id = plan.new.first().and_then(|post| member_of(&post.author, strangers)).unwrap_or_default();
    let count = i32::try_from(plan.new.len()).unwrap_or(i32::MAX);
    let row = thread::ActiveModel {
        kind: Set(thread.kind.into()),
        space_id: Set(access::OPEN_FORUM),
        shelf_id: Set(thread.shelf_id),
        slug: Set(text::slug(&thread.title)),
        title: Set(thread.title.clone()),
        excerpt: Set(thread.excerpt.clone()),
        author_id: Set(author_id),
        is_confidential: Set(false),
        created_at: Set(plan.new.first().map_or(0, |post| post.created_at)),
        active_at: Set(latest(plan)),
        answer_count: Set(count.saturating_sub(1)),
        last_number: Set(count),
        score: Set(plan.new.first().map_or(0, |post| post.score)),
        view_count: Set(thread.views),
        closed_at: Set(thread.closed.map(|(at, _)| at)),
        close_reason: Set(thread.closed.map(|(_, reason)| reason.as_str().into())),
        slow_mode_seconds: Set(0),
        ..Default::default()
    };
    let id = row.insert(tx).await?.id;
    if thread.views > 0 {
        // Who looked, and when, stays with the source: here they are looks of days that are over.
        let views = past_view::ActiveModel { thread_id: Set(id), view_count: Set(thread.views) };
        past_view::Entity::insert(views).exec_without_returning(tx).await?;
    }
    Ok(id)
}

/// When something was last written of what is new.
fn latest(plan: &Plan<'_>) -> i64 {
    plan.new.iter().map(|post| post.created_at).max().unwrap_or(0)
}

/// Counts further posts in a thread that is here, and gives the number of the last one before them.
async fn make_room<C: ConnectionTrait>(tx: &C, plan: &Plan<'_>, id: i64) -> Result<i32> {
    let (count, at) = (i32::try_from(plan.new.len()).unwrap_or(i32::MAX), latest(plan));
    let active_at = Expr::case(thread::Column::ActiveAt.gt(at), Expr::col(thread::Column::ActiveAt)).finally(at);
    let found = thread::Entity::update_many()
        .col_expr(thread::Column::AnswerCount, Expr::col(thread::Column::AnswerCount).add(count))
        .col_expr(thread::Column::LastNumber, Expr::col(thread::Column::LastNumber).add(count))
        .col_expr(thread::Column::ActiveAt, active_at.into())
        .filter(thread::Column::Id.eq(id))
        .exec_with_returning(tx)
        .await?;
    Ok(found.first().map_or(0, |row| row.last_number.saturating_sub(count)))
}

fn place<'a>(placed: &mut Vec<Placed<'a>>, plan: &Plan<'a>, thread_id: i64, last: i32) {
    let (source, is_fresh) = (plan.thread.source.as_str(), plan.into.is_none());
    let mut number = last;
    for post in &plan.new {
        number = number.saturating_add(1);
        placed.push(Placed { thread_id, number, is_fresh, source, post });
    }
}

/// Adds posts, and notes where they are from.
async fn add<C: ConnectionTrait>(
    tx: &C,
    placed: &[Placed<'_>],
    strangers: &HashMap<(String, String), i64>,
) -> Result<()> {
    for part in placed.chunks(PER_STATEMENT) {
        let rows = part.iter().map(|placed| post::ActiveModel {
            thread_id: Set(placed.thread_id),
            number: Set(placed.number),
            body: Set(placed.post.body.clone()),
            body_html: Set(placed.post.html.clone()),
            renderer_version: Set(text::RENDERER_VERSION),
            author_id: Set(member_of(&placed.post.author, strangers).unwrap_or_default()),
            created_at: Set(placed.post.created_at),
            score: Set(placed.post.score),
            comment_count: Set(0),
            is_accepted: Set(placed.is_fresh && placed.post.is_accepted),
            version: Set(1),
            ..Default::default()
        });
        post::Entity::insert_many(rows).exec_without_returning(tx).await?;
        let ids = ids_of(tx, part).await?;
        let rows = part.iter().filter_map(|placed| {
            let post_id = *ids.get(&(placed.thread_id, placed.number))?;
            Some(imported_post::ActiveModel {
                post_id: Set(post_id),
                source: Set(placed.source.to_owned()),
                source_key: Set(placed.post.key.clone()),
                fingerprint: Set(placed.post.fingerprint.clone()),
                post_version: Set(1),
                score: Set(placed.post.score),
            })
        });
        imported_post::Entity::insert_many(rows).exec_without_returning(tx).await?;
        accept(tx, part, &ids).await?;
    }
    Ok(())
}

/// The ids of posts by thread and number.
async fn ids_of<C: ConnectionTrait>(tx: &C, part: &[Placed<'_>]) -> Result<HashMap<(i64, i32), i64>> {
    let mut spans: BTreeMap<i64, (i32, i32)> = BTreeMap::new();
    for placed in part {
        let span = spans.entry(placed.thread_id).or_insert((placed.number, placed.number));
        span.1 = Ord::max(span.1, placed.number);
    }
    let mut which = Condition::any();
    for (thread_id, (first, last)) in spans {
        which = which.add(post::Column::ThreadId.eq(thread_id).and(post::Column::Number.between(first, last)));
    }
    let rows: Vec<(i64, i64, i32)> = post::Entity::find()
        .select_only()
        .columns([post::Column::Id, post::Column::ThreadId, post::Column::Number])
        .filter(which)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|(id, thread_id, number)| ((thread_id, number), id)).collect())
}

/// Keeps with threads which of their answers are accepted.
async fn accept<C: ConnectionTrait>(tx: &C, part: &[Placed<'_>], ids: &HashMap<(i64, i32), i64>) -> Result<()> {
    let mut threads = Vec::new();
    for placed in part.iter().filter(|placed| placed.post.is_accepted) {
        let Some(id) = ids.get(&(placed.thread_id, placed.number)).copied() else { continue };
        if placed.is_fresh {
            threads.push(placed.thread_id);
        } else {
            update::accept(tx, placed.thread_id, id).await?;
        }
    }
    if threads.is_empty() {
        return Ok(());
    }
    let accepted = Query::select()
        .column((post::Entity, post::Column::Id))
        .from(post::Entity)
        .and_where(Expr::col((post::Entity, post::Column::ThreadId)).equals((thread::Entity, thread::Column::Id)))
        .and_where(post::Column::IsAccepted.into_expr())
        .take();
    thread::Entity::update_many()
        .col_expr(thread::Column::AcceptedAnswerId, Expr::expr(accepted))
        .filter(thread::Column::Id.is_in(threads))
        .exec(tx)
        .await?;
    Ok(())
}
