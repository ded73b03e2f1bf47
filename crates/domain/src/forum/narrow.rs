//! The filters and views of the lists of threads. Each is a condition that an index answers, or a probe for each thread
//! in the order of an index, so that a page of a long list costs no more than one of a short list.

use api_types::forum::{FollowKind, ThreadQuery, ThreadView};
use entity::{follow, member, organisation, shelf, space, thread, thread_read, thread_tag};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect, RelationDef, Select,
};

use crate::accounts::access::Actor;
use crate::{Error, Result};

/// Narrows a list to what is asked for; the tag is looked after by the list itself, whose order depends on it.
pub(super) fn narrow(
    mut select: Select<thread::Entity>,
    actor: &Actor,
    query: &ThreadQuery,
) -> Result<Select<thread::Entity>> {
    if query.unanswered == Some(true) {
        select = select.filter(thread::Column::AnswerCount.eq(0));
    }
    match query.solved {
        Some(true) => select = select.filter(thread::Column::AcceptedAnswerId.is_not_null()),
        Some(false) => select = select.filter(thread::Column::AcceptedAnswerId.is_null()),
        None => {}
    }
    if let Some(nation) = query.nation {
        select = select.filter(thread::Column::Nation.eq(nation.as_str()));
    }
    if let Some(slug) = &query.shelf {
        // Its id is found once, and then the index of the shelf's threads gives them in their order.
        let id = Query::select()
            .column(shelf::Column::Id)
            .from(shelf::Entity)
            .and_where(shelf::Column::Slug.eq(slug.as_str()))
            .take();
        select = select.filter(Expr::col((thread::Entity, thread::Column::ShelfId)).eq(one(id)));
    }
    if let Some(slug) = &query.space {
        let id = Query::select()
            .column(space::Column::Id)
            .from(space::Entity)
            .and_where(space::Column::Slug.eq(slug.as_str()))
            .take();
        select = select.filter(Expr::col((thread::Entity, thread::Column::SpaceId)).eq(one(id)));
    }
    let Some(view) = query.view else { return Ok(select) };
    if view == ThreadView::NeedsAccepted {
        return Ok(select.filter(thread::Column::AcceptedAnswerId.is_null()).filter(thread::Column::AnswerCount.gt(0)));
    }
    let member = actor.id().ok_or(Error::Unauthenticated)?.0;
    Ok(match view {
        ThreadView::NeedsAccepted => select,
        ThreadView::MyTags => select.filter(with_followed_tag(member)),
        ThreadView::Followed => {
            let is = |column: thread::Column, kind| column.in_subquery(followed(member, kind));
            // Whose question in confidence it is, a follower is not to learn.
            let by_member = Condition::all()
                .add(thread::Column::IsConfidential.eq(false))
                .add(is(thread::Column::AuthorId, FollowKind::Member));
            select.filter(
                Condition::any()
                    .add(is(thread::Column::Id, FollowKind::Thread))
                    .add(is(thread::Column::ShelfId, FollowKind::Shelf))
                    .add(is(thread::Column::SpaceId, FollowKind::Space))
                    .add(by_member)
                    .add(with_followed_tag(member)),
            )
        }
        ThreadView::MyRegion => select
            // Where somebody who asks in confidence is from, nobody is to learn.
            .filter(thread::Column::IsConfidential.eq(false))
            .filter(thread::Column::AuthorId.in_subquery(neighbours(member))),
        ThreadView::Unread => {
            let to_reads: RelationDef = thread::Entity::belongs_to(thread_read::Entity)
                .from(thread::Column::Id)
                .to(thread_read::Column::ThreadId)
                .into();
            let last = Expr::col((thread_read::Entity, thread_read::Column::LastNumber));
            select
                .join(JoinType::InnerJoin, to_reads)
                .filter(thread_read::Column::MemberId.eq(member))
                .filter(Expr::col((thread::Entity, thread::Column::LastNumber)).gt(last))
        }
    })
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
