//! Rows of comments as API types.

use std::collections::HashMap;

use api_types::forum::{Comment, CommentViewer};
use api_types::{CommentId, PostId};
use entity::{comment, comment_vote, member, post, thread};
use sea_orm::sea_query::{Alias, Expr, Order, Query, SelectStatement, WindowStatement};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    Select,
};

use super::confidence::is_hidden;
use super::{access, queries};
use crate::accounts::access::Actor;
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::{Deps, Error, Result};

/// How many comments come with their post.
const FIRST: i32 = 3;

/// A comment with its author and what of its thread decides who may see whose it is.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct CommentRow {
    #[sea_orm(nested)]
    pub(super) comment: comment::Model,
    #[sea_orm(nested)]
    author: Author,
    asker_id: i64,
    pub(super) is_confidential: bool,
    closed_at: Option<i64>,
    locked_at: Option<i64>,
    is_keeper: bool,
    own_votes: i64,
}

impl CommentRow {
    /// What of its thread decides who may do what with it.
    pub(super) fn order(&self) -> access::Order {
        access::Order {
            asker_id: self.asker_id,
            is_closed: self.closed_at.is_some(),
            is_locked: self.locked_at.is_some(),
            is_keeper: self.is_keeper,
        }
    }

    pub(super) fn into_comment(self, actor: &Actor) -> Comment {
        let order = self.order();
        let row = self.comment;
        let is_hidden = is_hidden(self.is_confidential, row.author_id, self.asker_id);
        let viewer = match actor {
            Actor::Anonymous => CommentViewer::default(),
            Actor::Signed(signed) => CommentViewer {
                is_author: signed.id.0 == row.author_id,
                has_voted: self.own_votes > 0,
                can_vote: access::may_vote(signed, row.author_id, &order),
                can_edit: access::may_change_comment(signed, row.author_id, &order),
                can_delete: access::may_edit(signed, row.author_id, &order),
            },
        };
        Comment {
            id: CommentId(row.id),
            post_id: PostId(row.post_id),
            body: row.body,
            body_html: row.body_html,
            author: (!is_hidden).then(|| self.author.into()),
            created_at: to_wire(row.created_at),
            edited_at: row.edited_at.map(to_wire),
            score: row.score,
            version: row.version,
            viewer,
        }
    }
}

/// Comments on posts that the actor may read, those that were deleted too.
fn all(actor: &Actor) -> Select<comment::Entity> {
    let to_author: RelationDef =
        comment::Entity::belongs_to(member::Entity).from(comment::Column::AuthorId).to(member::Column::Id).into();
    let to_post: RelationDef =
        comment::Entity::belongs_to(post::Entity).from(comment::Column::PostId).to(post::Column::Id).into();
    // Nobody has the number 0, so those who are not signed in have no votes.
    let own_votes = Query::select()
        .expr(Expr::col((comment_vote::Entity, comment_vote::Column::MemberId)).count())
        .from(comment_vote::Entity)
        .and_where(
            Expr::col((comment_vote::Entity, comment_vote::Column::CommentId))
                .equals((comment::Entity, comment::Column::Id)),
        )
        .and_where(comment_vote::Column::MemberId.eq(actor.id().map_or(0, |id| id.0)))
        .take();
    author::join(comment::Entity::find(), to_author)
        .join(JoinType::InnerJoin, to_post)
        .join(JoinType::InnerJoin, queries::post_to_thread())
        .column_as(thread::Column::AuthorId, "asker_id")
        .columns([thread::Column::IsConfidential, thread::Column::ClosedAt, thread::Column::LockedAt])
        .expr_as(access::is_keeper(actor), "is_keeper")
        .expr_as(Expr::SubQuery(None, Box::new(own_votes.into())), "own_votes")
        .filter(access::readable(actor))
        .filter(post::Column::DeletedAt.is_null())
}

/// Comments that the actor may read.
pub(super) fn comments(actor: &Actor) -> Select<comment::Entity> {
    all(actor).filter(comment::Column::DeletedAt.is_null())
}

/// A comment as the viewer sees it.
pub(super) async fn comment_of(deps: &Deps, actor: &Actor, id: CommentId) -> Result<Comment> {
    let row: CommentRow = comments(actor)
        .filter(comment::Column::Id.eq(id.0))
        .into_model()
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(row.into_comment(actor))
}

/// A comment that may have been deleted, on a post that the actor may read.
pub(super) async fn row_of(deps: &Deps, actor: &Actor, id: CommentId) -> Result<CommentRow> {
    let row: Option<CommentRow> = all(actor).filter(comment::Column::Id.eq(id.0)).into_model().one(&deps.read).await?;
    row.ok_or(Error::NotFound)
}

/// The first comments on each of several posts, in one query.
pub(super) async fn first_of(deps: &Deps, actor: &Actor, posts: Vec<i64>) -> Result<HashMap<i64, Vec<Comment>>> {
    let rows: Vec<CommentRow> = comments(actor)
        .filter(comment::Column::Id.in_subquery(first(posts)))
        .order_by_asc(comment::Column::Id)
        .into_model()
        .all(&deps.read)
        .await?;
    let mut found: HashMap<i64, Vec<Comment>> = HashMap::new();
    for row in rows {
        found.entry(row.comment.post_id).or_default().push(row.into_comment(actor));
    }
    Ok(found)
}

/// The ids of the first comments on posts.
fn first(posts: Vec<i64>) -> SelectStatement {
    let place = WindowStatement::partition_by((comment::Entity, comment::Column::PostId))
        .order_by((comment::Entity, comment::Column::Id), Order::Asc)
        .to_owned();
    let placed = Query::select()
        .column((comment::Entity, comment::Column::Id))
        .expr_window_as(Expr::cust("ROW_NUMBER()"), place, Alias::new("place"))
        .from(comment::Entity)
        .and_where(comment::Column::PostId.is_in(posts))
        .and_where(comment::Column::DeletedAt.is_null())
        .take();
    Query::select()
        .column(Alias::new("id"))
        .from_subquery(placed, Alias::new("placed"))
        .and_where(Expr::col(Alias::new("place")).lte(FIRST))
        .take()
}
