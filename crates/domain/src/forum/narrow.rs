//! The filters and views of the lists of threads: each list still comes from an index in its order, with at most a probe
//! for each thread, or else from few rows, so that a page of a long list costs no more than one of a short list. What
//! the planners make of it is told beside what they would make otherwise: neither keeps statistics that would tell it.

use api_types::forum::{FollowKind, ThreadQuery, ThreadSort, ThreadView};
use entity::{follow, member, organisation, shelf, space, thread, thread_read, thread_tag};
use sea_orm::sea_query::{Expr, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    RelationDef, Select,
};

use crate::accounts::access::Actor;
use crate::topics::tags;
use crate::{Deps, Error, Result};

/// Of fewer threads than these it is faster to put all in order than to look for them in that order among all others.
const FEW: i64 = 1000;

/// A narrowed list, and how it is put in order.
pub(super) struct Narrowed {
    /// The space that the list is narrowed to.
    pub(super) space_id: Option<i64>,
    pub(super) select: Select<thread::Entity>,
    /// The id of a thread, as the index that the list comes from has it.
    pub(super) id: SimpleExpr,
    /// When something last happened in a thread, likewise.
    pub(super) active_at: SimpleExpr,
}

/// Narrows a list; nothing when what is asked for does not exist.
pub(super) async fn narrow(
    deps: &Deps,
    actor: &Actor,
    select: Select<thread::Entity>,
    query: &ThreadQuery,
) -> Result<Option<Narrowed>> {
    let mut narrowed = Narrowed {
        space_id: None,
        select,
        id: thread::Column::Id.into_expr(),
        active_at: thread::Column::ActiveAt.into_expr(),
    };
    let is_unanswered = query.unanswered == Some(true);
    let mut fewest = i64::MAX;
    if is_unanswered {
        // Written out, since an index of a part of the table is not taken for a value that is only given later.
        narrowed.select = narrowed.select.filter(Expr::cust("threads.answer_count = 0"));
    }
    match query.solved {
        Some(true) => narrowed = narrowed.with(thread::Column::AcceptedAnswerId.is_not_null()),
        Some(false) => narrowed = narrowed.with(thread::Column::AcceptedAnswerId.is_null()),
        None => {}
    }
    if let Some(nation) = query.nation {
        narrowed = narrowed.with(thread::Column::Nation.eq(nation.as_str()));
    }
    if let Some(view) = query.view {
        narrowed = narrowed.seen(actor, view, query.sort)?;
    }
    // Beside the index of what is unanswered, which is short, those of the shelf and the space are not to be taken.
    let is = |column: thread::Column, id: i64| {
        if is_unanswered { column.into_expr().add(0).eq(id) } else { column.eq(id) }
    };
    if let Some(slug) = &query.shelf {
        let found = shelf::Entity::find().filter(shelf::Column::Slug.eq(slug.as_str())).one(&deps.read).await?;
        let Some(found) = found else { return Ok(None) };
        narrowed.select = narrowed.select.filter(is(thread::Column::ShelfId, found.id));
        fewest = Ord::min(fewest, found.item_count);
    }
    if let Some(slug) = &query.space {
        let found = space::Entity::find().filter(space::Column::Slug.eq(slug.as_str())).one(&deps.read).await?;
        let Some(found) = found else { return Ok(None) };
        narrowed.space_id = Some(found.id);
        narrowed.select = narrowed.select.filter(is(thread::Column::SpaceId, found.id));
        fewest = Ord::min(fewest, i64::from(found.thread_count));
    }
    if let Some(typed) = &query.tag {
        let Some(found) = tags::found(&deps.read, typed).await? else { return Ok(None) };
        fewest = Ord::min(fewest, found.item_count);
        narrowed = narrowed.tagged(found.id, query.sort);
    }
    if fewest < FEW && !is_unanswered {
        narrowed.active_at = narrowed.active_at.add(0);
    }
    Ok(Some(narrowed))
}

impl Narrowed {
    /// The same list, of what fulfils a condition too.
    fn with(mut self, condition: impl sea_orm::sea_query::IntoCondition) -> Self {
        self.select = self.select.filter(condition);
        self
    }

    /// The same list, of what is in a view too.
    fn seen(mut self, actor: &Actor, view: ThreadView, sort: Option<ThreadSort>) -> Result<Self> {
        if view == ThreadView::NeedsAccepted {
            // Written out, as above.
            let has_answers = Expr::cust("threads.answer_count > 0");
            return Ok(self.with(thread::Column::AcceptedAnswerId.is_null()).with(has_answers));
        }
        let member = actor.id().ok_or(Error::Unauthenticated)?.0;
        Ok(match view {
            ThreadView::NeedsAccepted => self,
            ThreadView::MyTags => self.with(with_followed_tag(member)),
            ThreadView::Followed => {
                let is = |column: thread::Column, kind| column.in_subquery(followed(member, kind));
                // Whose question in confidence it is, a follower is not to learn.
                let by_member = Condition::all()
                    .add(thread::Column::IsConfidential.eq(false))
                    .add(is(thread::Column::AuthorId, FollowKind::Member));
                self.with(
                    Condition::any()
                        .add(is(thread::Column::Id, FollowKind::Thread))
                        .add(is(thread::Column::ShelfId, FollowKind::Shelf))
                        .add(is(thread::Column::SpaceId, FollowKind::Space))
                        .add(by_member)
                        .add(with_followed_tag(member)),
                )
            }
            // Where somebody who asks in confidence is from, nobody is to learn.
            ThreadView::MyRegion => self
                .with(thread::Column::IsConfidential.eq(false))
                .with(thread::Column::AuthorId.in_subquery(neighbours(member))),
            ThreadView::Unread => {
                let to_reads: RelationDef = thread::Entity::belongs_to(thread_read::Entity)
                    .from(thread::Column::Id)
                    .to(thread_read::Column::ThreadId)
                    .into();
                let last = Expr::col((thread_read::Entity, thread_read::Column::LastNumber));
                self.select = self.select.join(JoinType::InnerJoin, to_reads);
                // The list comes from what the member has read, which is less than all that there is.
                if sort == Some(ThreadSort::Active) {
                    self.active_at = self.active_at.add(0);
                } else {
                    self.id = Expr::col((thread_read::Entity, thread_read::Column::ThreadId));
                }
                self.with(thread_read::Column::MemberId.eq(member))
                    .with(Expr::col((thread::Entity, thread::Column::LastNumber)).gt(last))
            }
        })
    }

    fn tagged(mut self, tag_id: i64, sort: Option<ThreadSort>) -> Self {
        if sort == Some(ThreadSort::Active) {
            let tagged = thread_tag::Entity::find()
                .select_only()
                .column(thread_tag::Column::ThreadId)
                .filter(thread_tag::Column::TagId.eq(tag_id))
                .into_query();
            self.select = self.select.filter(thread::Column::Id.in_subquery(tagged));
            return self;
        }
        // The index of a tag has its threads in the order of their ids.
        let to_tags: RelationDef = thread::Entity::belongs_to(thread_tag::Entity)
            .from(thread::Column::Id)
            .to(thread_tag::Column::ThreadId)
            .into();
        self.select = self.select.join(JoinType::InnerJoin, to_tags).filter(thread_tag::Column::TagId.eq(tag_id));
        self.id = Expr::col((thread_tag::Entity, thread_tag::Column::ThreadId));
        self
    }

    /// The list in its order: the newest first, or what was active last.
    pub(super) fn in_order(self, sort: Option<ThreadSort>) -> Select<thread::Entity> {
        let select =
            if sort == Some(ThreadSort::Active) { self.select.order_by_desc(self.active_at) } else { self.select };
        select.order_by_desc(self.id)
    }
}

fn one(id: SelectStatement) -> Expr {
    Expr::SubQuery(None, Box::new(id.into()))
}

/// The ids of what a member follows of a kind.
fn followed(member: i64, kind: FollowKind) -> SelectStatement {
    Query::select()
        .column(follow::Column::TargetId)
        .from(follow::Entity)
        .and_where(follow::Column::MemberId.eq(member))
        .and_where(follow::Column::Kind.eq(kind.as_str()))
        .take()
}

fn with_followed_tag(member: i64) -> Expr {
    let tagged = Query::select()
        .expr(Expr::val(1))
        .from(thread_tag::Entity)
        .and_where(
            Expr::col((thread_tag::Entity, thread_tag::Column::ThreadId)).equals((thread::Entity, thread::Column::Id)),
        )
        .and_where(thread_tag::Column::TagId.in_subquery(followed(member, FollowKind::Tag)))
        .take();
    Expr::exists(tagged)
}

/// The people whose organisation is in the same region as the member's.
fn neighbours(member: i64) -> SelectStatement {
    let to_own = (organisation::Entity, organisation::Column::Id);
    let region = Query::select()
        .column((organisation::Entity, organisation::Column::Region))
        .from(organisation::Entity)
        .inner_join(member::Entity, Expr::col((member::Entity, member::Column::OrganisationId)).equals(to_own))
        .and_where(Expr::col((member::Entity, member::Column::Id)).eq(member))
        .and_where(Expr::col((organisation::Entity, organisation::Column::Region)).ne(""))
        .take();
    Query::select()
        .column((member::Entity, member::Column::Id))
        .from(member::Entity)
        .inner_join(organisation::Entity, Expr::col((member::Entity, member::Column::OrganisationId)).equals(to_own))
        .and_where(Expr::col((organisation::Entity, organisation::Column::Region)).eq(one(region)))
        .take()
}
