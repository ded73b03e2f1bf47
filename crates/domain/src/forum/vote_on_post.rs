//! Voting on a post.

use api_types::PostId;
use api_types::forum::{NewVote, Votes};
use entity::{imported_post, post, post_vote, thread};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::queries;
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// Votes on a post: 1, -1, or 0 to take the vote back. One vote a member, however often it is cast.
pub async fn vote_on_post(deps: &Deps, signed: &Signed, id: PostId, new: &NewVote) -> Result<Votes> {
    let found = queries::post_of(deps, &Actor::Signed(signed.clone()), id).await?;
    if !found.viewer.can_vote {
        return Err(Error::Forbidden);
    }
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    // The thread comes before the post, as everywhere: the score of what opens it is kept there too. Votes on one post
    // wait for one another here, so that none is left out of the sum below.
    if found.number == 1 {
        thread::Entity::find_by_id(found.thread_id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    }
    let row = post::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    let value = new.value.clamp(-1, 1);
    let before = queries::votes_on(&tx, signed.id, vec![id.0]).await?;
    if before.get(&id.0).copied().unwrap_or(0) == value {
        return Ok(Votes { score: row.score, vote: value });
    }
    if value == 0 {
        post_vote::Entity::delete_by_id((id.0, signed.id.0)).exec(&tx).await?;
    } else {
        let vote = post_vote::ActiveModel { post_id: Set(id.0), member_id: Set(signed.id.0), value: Set(value) };
        post_vote::Entity::insert(vote)
            .on_conflict(
                OnConflict::columns([post_vote::Column::PostId, post_vote::Column::MemberId])
                    .update_column(post_vote::Column::Value)
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
    }
    let sum: Option<Option<i64>> = post_vote::Entity::find()
        .select_only()
        .column_as(post_vote::Column::Value.sum(), "sum")
        .filter(post_vote::Column::PostId.eq(id.0))
        .into_tuple()
        .one(&tx)
        .await?;
    // What was imported brought a score along, for which there are no votes here.
    let imported = imported_post::Entity::find_by_id(id.0).one(&tx).await?.map_or(0, |row| i64::from(row.score));
    let score = i32::try_from(sum.flatten().unwrap_or(0) + imported).unwrap_or(i32::MAX);
    post::Entity::update_many()
        .col_expr(post::Column::Score, Expr::value(score))
        .filter(post::Column::Id.eq(id.0))
        .exec(&tx)
        .await?;
    if row.number == 1 {
        thread::Entity::update_many()
            .col_expr(thread::Column::Score, Expr::value(score))
            .filter(thread::Column::Id.eq(row.thread_id))
            .exec(&tx)
            .await?;
    }
    // Other nodes keep answers too, with the score in them.
    outbox::push(deps, &tx, &Event::PostChanged { id: id.0 }).await?;
    deps.commit(tx).await?;
    Ok(Votes { score, vote: value })
}
