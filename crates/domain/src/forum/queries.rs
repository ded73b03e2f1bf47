//! Rows of the forum as API types.

use std::collections::HashMap;

use api_types::forum::{Post, SpaceAccess, SpaceSummary, ThreadKind, ThreadSummary};
use api_types::membership::Nation;
use api_types::{MemberId, PostId, SpaceId, ThreadId};
use entity::{member, post, post_vote, shelf, space, thread};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef, Select,
};

use super::confidence::is_hidden;
use super::dress::{Around, dress};
use super::likeness::Marks;
use super::{access, view_thread};
use crate::accounts::access::Actor;
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::error::{Error, Result};
use crate::resources::published_of;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, cursor};

/// The columns of the space that [`join_space`] adds.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct InSpace {
    space_id: i64,
    space_slug: String,
    space_name: String,
    pub(super) space_access: String,
}

impl From<InSpace> for SpaceSummary {
    fn from(row: InSpace) -> Self {
        Self {
            id: SpaceId(row.space_id),
            slug: row.space_slug,
            name: row.space_name,
            access: access_of(&row.space_access),
        }
    }
}

/// A thread as lists show it.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct SummaryRow {
    pub(super) id: i64,
    kind: String,
    slug: String,
    title: String,
    excerpt: String,
    nation: Option<String>,
    created_at: i64,
    pub(super) active_at: i64,
    answer_count: i32,
    pub(super) score: i32,
    is_confidential: bool,
    pub(super) organisation_id: Option<i64>,
    accepted_answer_id: Option<i64>,
    guide_id: Option<i64>,
    pub(super) pinned_at: Option<i64>,
    locked_at: Option<i64>,
    closed_at: Option<i64>,
    shelf_slug: String,
    #[sea_orm(nested)]
    space: InSpace,
    #[sea_orm(nested)]
    author: Author,
}

impl SummaryRow {
    fn into_summary(self, tags: Vec<String>, marks: &Marks) -> ThreadSummary {
        ThreadSummary {
            id: ThreadId(self.id),
            kind: kind_of(&self.kind),
            slug: self.slug,
            title: self.title,
            excerpt: self.excerpt,
            shelf: self.shelf_slug,
            space: self.space.into(),
            tags,
            nation: nation_of(self.nation.as_deref()),
            author: (!self.is_confidential).then(|| self.author.into()),
            on_behalf_of: marks.on_behalf_of(self.organisation_id.filter(|_| !self.is_confidential)),
            created_at: to_wire(self.created_at),
            active_at: to_wire(self.active_at),
            answer_count: self.answer_count,
            is_answered: self.accepted_answer_id.is_some(),
            is_answered_by_alike: marks.is_answered_by_alike(self.id),
            became_guide: false,
            is_confidential: self.is_confidential,
            is_pinned: self.pinned_at.is_some(),
            is_closed: self.closed_at.is_some() || self.locked_at.is_some(),
            score: self.score,
            new_count: 0,
        }
    }
}

/// Threads of a list as the viewer sees them, in a constant number of queries.
pub(super) async fn into_summaries(deps: &Deps, actor: &Actor, rows: Vec<SummaryRow>) -> Result<Vec<ThreadSummary>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let behalf = rows.iter().filter_map(|row| row.organisation_id).collect();
    let marks = Marks::of_threads(deps, actor, behalf, ids.clone()).await?;
    let mut tags = tags::names_of(&deps.read, Carrier::Thread, ids.clone()).await?;
    let new = view_thread::new_in(deps, actor, ids).await?;
    let guides = published_of(&deps.read, rows.iter().filter_map(|row| row.guide_id).collect()).await?;
    let summary = |row: SummaryRow| {
        let (id, tags) = (row.id, tags.remove(&row.id).unwrap_or_default());
        let new_count = new.get(&id).copied().unwrap_or(0);
        let became_guide = row.guide_id.is_some_and(|guide| guides.contains(&guide));
        ThreadSummary { new_count, became_guide, ..row.into_summary(tags, &marks) }
    };
    Ok(rows.into_iter().map(summary).collect())
}

/// Threads with what [`SummaryRow`] needs, of which the actor may read each.
pub(super) fn summaries(actor: &Actor) -> Select<thread::Entity> {
    let select = thread::Entity::find()
        .select_only()
        .columns([
            thread::Column::Id,
            thread::Column::Kind,
            thread::Column::Slug,
            thread::Column::Title,
            thread::Column::Excerpt,
            thread::Column::Nation,
            thread::Column::CreatedAt,
            thread::Column::ActiveAt,
            thread::Column::AnswerCount,
            thread::Column::Score,
            thread::Column::IsConfidential,
            thread::Column::OrganisationId,
            thread::Column::AcceptedAnswerId,
            thread::Column::GuideId,
            thread::Column::PinnedAt,
            thread::Column::LockedAt,
            thread::Column::ClosedAt,
            thread::Column::SpaceId,
            thread::Column::AuthorId,
        ])
        .join(JoinType::InnerJoin, thread_to_shelf())
        .column_as(shelf::Column::Slug, "shelf_slug");
    author::join(join_space(select), thread_to_author()).filter(access::readable(actor))
}

/// Joins the space, with what is shown of it, to a query that selects `space_id`.
pub(super) fn join_space(select: Select<thread::Entity>) -> Select<thread::Entity> {
    let to_space: RelationDef =
        thread::Entity::belongs_to(space::Entity).from(thread::Column::SpaceId).to(space::Column::Id).into();
    select
        .join(JoinType::InnerJoin, to_space)
        .column_as(space::Column::Slug, "space_slug")
        .column_as(space::Column::Name, "space_name")
        .column_as(space::Column::Access, "space_access")
}

/// A post with its author and what of its thread decides who may do what with it.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct PostRow {
    #[sea_orm(nested)]
    pub(super) post: post::Model,
    #[sea_orm(nested)]
    author: Author,
    asker_id: i64,
    is_confidential: bool,
    closed_at: Option<i64>,
    locked_at: Option<i64>,
    is_keeper: bool,
}

impl PostRow {
    /// Whether it is by the one who asks in confidence.
    fn is_hidden(&self) -> bool {
        is_hidden(self.is_confidential, self.post.author_id, self.asker_id)
    }

    /// The organisation that the author stands for, where it may be told.
    pub(super) fn organisation(&self) -> Option<i64> {
        self.post.organisation_id.or_else(|| self.author.organisation_id()).filter(|_| !self.is_hidden())
    }

    pub(super) fn into_post(self, actor: &Actor, around: &mut Around) -> Post {
        let is_hidden = self.is_hidden();
        let marks = &around.marks;
        let likeness = marks.likeness(self.organisation());
        let order = access::Order {
            asker_id: self.asker_id,
            is_closed: self.closed_at.is_some(),
            is_locked: self.locked_at.is_some(),
            is_keeper: self.is_keeper,
        };
        let row = self.post;
        let vote = around.votes.get(&row.id).copied().unwrap_or(0);
        let (reply_count, first_reply) = around.replies.get(&row.id).copied().unzip();
        Post {
            id: PostId(row.id),
            thread_id: ThreadId(row.thread_id),
            number: row.number,
            body: row.body,
            body_html: row.body_html,
            author: (!is_hidden).then(|| self.author.into()),
            on_behalf_of: marks.on_behalf_of(row.organisation_id.filter(|_| !is_hidden)),
            likeness,
            created_at: to_wire(row.created_at),
            edited_at: row.edited_at.map(to_wire),
            score: row.score,
            is_accepted: row.is_accepted,
            reply_to: row.reply_to_id.and_then(|id| around.replied_to.get(&id).cloned()),
            reply_count: reply_count.map_or(0, |count| i32::try_from(count).unwrap_or(i32::MAX)),
            first_reply,
            comment_count: row.comment_count,
            comments: around.comments.remove(&row.id).unwrap_or_default(),
            reactions: around.reactions.remove(&row.id).unwrap_or_default(),
            version: row.version,
            viewer: access::viewer(actor, row.author_id, &order, vote),
        }
    }
}

/// How a thread leads to its author.
pub(super) fn thread_to_author() -> RelationDef {
    thread::Entity::belongs_to(member::Entity).from(thread::Column::AuthorId).to(member::Column::Id).into()
}

/// How a thread leads to its shelf.
pub(super) fn thread_to_shelf() -> RelationDef {
    thread::Entity::belongs_to(shelf::Entity).from(thread::Column::ShelfId).to(shelf::Column::Id).into()
}

/// How a post leads to its thread.
pub(in crate::forum) fn post_to_thread() -> RelationDef {
    post::Entity::belongs_to(thread::Entity).from(post::Column::ThreadId).to(thread::Column::Id).into()
}

/// Posts that the actor may read.
fn posts(actor: &Actor) -> Select<post::Entity> {
    let to_author: RelationDef =
        post::Entity::belongs_to(member::Entity).from(post::Column::AuthorId).to(member::Column::Id).into();
    author::join(post::Entity::find(), to_author)
        .join(JoinType::InnerJoin, post_to_thread())
        .column_as(thread::Column::AuthorId, "asker_id")
        .columns([thread::Column::IsConfidential, thread::Column::ClosedAt, thread::Column::LockedAt])
        .expr_as(access::is_keeper(actor), "is_keeper")
        .filter(access::readable(actor))
        .filter(post::Column::DeletedAt.is_null())
}

/// A post as the viewer sees it.
pub(super) async fn post_of(deps: &Deps, actor: &Actor, id: PostId) -> Result<Post> {
    let row = posts(actor).filter(post::Column::Id.eq(id.0)).into_model().one(&deps.read).await?;
    dress(deps, actor, row.into_iter().collect()).await?.pop().ok_or(Error::NotFound)
}

/// What opens a thread.
pub(super) async fn opening_of(deps: &Deps, actor: &Actor, id: ThreadId) -> Result<PostRow> {
    let opening = Condition::all().add(post::Column::ThreadId.eq(id.0)).add(post::Column::Number.eq(1));
    posts(actor).filter(opening).into_model().one(&deps.read).await?.ok_or(Error::NotFound)
}

/// The thread of a post, if the actor may read both.
pub(super) async fn thread_of_post(deps: &Deps, actor: &Actor, id: PostId) -> Result<thread::Model> {
    let to_posts: RelationDef =
        thread::Entity::belongs_to(post::Entity).from(thread::Column::Id).to(post::Column::ThreadId).into();
    thread::Entity::find()
        .join(JoinType::InnerJoin, to_posts)
        .filter(access::readable(actor))
        .filter(post::Column::Id.eq(id.0))
        .filter(post::Column::DeletedAt.is_null())
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)
}

/// Answers to a question and the cursor of those that follow: the accepted one first, then the most
/// useful, then the oldest.
pub(super) async fn answers_to(
    deps: &Deps,
    actor: &Actor,
    id: ThreadId,
    limit: u64,
    after: Option<&str>,
) -> Result<(Vec<PostRow>, Option<String>)> {
    let mut select = following(actor, id);
    if let Some(after) = after {
        let [accepted, score, last] = cursor::decode::<3>(after)?;
        let less_useful = Condition::any()
            .add(post::Column::Score.lt(score))
            .add(Condition::all().add(post::Column::Score.eq(score)).add(post::Column::Id.gt(last)));
        let alike = Condition::all().add(post::Column::IsAccepted.eq(accepted != 0)).add(less_useful);
        select = if accepted == 0 {
            select.filter(alike)
        } else {
            select.filter(Condition::any().add(post::Column::IsAccepted.eq(false)).add(alike))
        };
    }
    let mut rows: Vec<PostRow> = select
        .order_by_desc(post::Column::IsAccepted)
        .order_by_desc(post::Column::Score)
        .order_by_asc(post::Column::Id)
        .limit(limit + 1)
        .into_model()
        .all(&deps.read)
        .await?;
    let next = cursor::next_of(&mut rows, limit, |row| {
        vec![i64::from(row.post.is_accepted), i64::from(row.post.score), row.post.id]
    });
    Ok((rows, next))
}

/// Replies in a discussion and the cursor of those that follow, in the order of their numbers.
pub(super) async fn replies_to(
    deps: &Deps,
    actor: &Actor,
    id: ThreadId,
    limit: u64,
    after: Option<&str>,
) -> Result<(Vec<PostRow>, Option<String>)> {
    let mut select = following(actor, id);
    if let Some(after) = after {
        let [last] = cursor::decode::<1>(after)?;
        // Of the same type as in the other queries of this text: PostgreSQL keeps it prepared with its types.
        select = select.filter(post::Column::Number.gt(i32::try_from(last).unwrap_or(i32::MAX)));
    }
    let mut rows: Vec<PostRow> =
        select.order_by_asc(post::Column::Number).limit(limit + 1).into_model().all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![i64::from(row.post.number)]);
    Ok((rows, next))
}

/// What follows the opening post of a thread.
pub(super) fn following(actor: &Actor, id: ThreadId) -> Select<post::Entity> {
    posts(actor).filter(post::Column::ThreadId.eq(id.0)).filter(post::Column::Number.gt(1))
}

/// The member's votes on several posts, in one query.
pub(super) async fn votes_on<C: ConnectionTrait>(
    connection: &C,
    member: MemberId,
    ids: Vec<i64>,
) -> Result<HashMap<i64, i32>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = post_vote::Entity::find()
        .filter(post_vote::Column::MemberId.eq(member.0))
        .filter(post_vote::Column::PostId.is_in(ids))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.post_id, row.value)).collect())
}

/// A kind that this version does not know shows as a question.
pub(super) fn kind_of(name: &str) -> ThreadKind {
    if name == ThreadKind::Discussion.as_str() { ThreadKind::Discussion } else { ThreadKind::Question }
}

/// An access that this version does not know shows as the narrowest.
pub(super) fn access_of(name: &str) -> SpaceAccess {
    SpaceAccess::ALL.into_iter().find(|access| access.as_str() == name).unwrap_or(SpaceAccess::Private)
}

/// Where a thread applies.
pub(super) fn nation_of(name: Option<&str>) -> Option<Nation> {
    [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland]
        .into_iter()
        .find(|nation| Some(nation.as_str()) == name)
}
