//! Saying that a comment is useful.

use api_types::CommentId;
use api_types::forum::{CommentVote, NewCommentVote};
use entity::{comment, comment_vote};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::comments;
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// Says that a comment is useful, or takes that back. One vote a member, however often it is cast.
pub async fn vote_on_comment(deps: &Deps, signed: &Signed, id: CommentId, new: &NewCommentVote) -> Result<CommentVote> {
    if !comments::comment_of(deps, &Actor::Signed(signed.clone()), id).await?.viewer.can_vote {
        return Err(signed.refused());
    }
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    // Votes on one comment wait for one another here, so that none is left out of the count below.
    let row = comment::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if new.is_useful {
        let vote = comment_vote::ActiveModel { comment_id: Set(id.0), member_id: Set(signed.id.0) };
        comment_vote::Entity::insert(vote)
            .on_conflict(
                OnConflict::columns([comment_vote::Column::CommentId, comment_vote::Column::MemberId])
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
    } else {
        comment_vote::Entity::delete_by_id((id.0, signed.id.0)).exec(&tx).await?;
    }
    let count = comment_vote::Entity::find().filter(comment_vote::Column::CommentId.eq(id.0)).count(&tx).await?;
    let score = i32::try_from(count).unwrap_or(i32::MAX);
    comment::Entity::update_many()
        .col_expr(comment::Column::Score, Expr::value(score))
        .filter(comment::Column::Id.eq(id.0))
        .exec(&tx)
        .await?;
    if score != row.score {
        // Other nodes keep answers too, with the score in them.
        outbox::push(deps, &tx, &Event::PostChanged { id: row.post_id }).await?;
    }
    deps.commit(tx).await?;
    Ok(CommentVote { score, has_voted: new.is_useful })
}
