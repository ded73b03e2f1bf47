//! Voting on an answer.

use api_types::AnswerId;
use api_types::forum::{NewVote, Votes};
use entity::{answer, answer_vote};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{access, queries};
use crate::accounts::access::Signed;
use crate::{Deps, Error, Result};

/// Votes on an answer: 1, -1, or 0 to take the vote back. One vote a member, however often it is cast.
pub async fn vote_on_answer(deps: &Deps, signed: &Signed, id: AnswerId, new: &NewVote) -> Result<Votes> {
    let tx = deps.begin().await?;
    // Votes on one answer wait for one another here, so that none is left out of the sum below.
    let row = answer::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if !access::may_vote(signed, row.author_id) {
        return Err(Error::Forbidden);
    }
    let value = new.value.clamp(-1, 1);
    let before = queries::votes_on_answers(&tx, signed.id, vec![id.0]).await?;
    if before.get(&id.0).copied().unwrap_or(0) == value {
        return Ok(Votes { score: row.score, vote: value });
    }
    if value == 0 {
        answer_vote::Entity::delete_by_id((id.0, signed.id.0)).exec(&tx).await?;
    } else {
        let vote = answer_vote::ActiveModel { answer_id: Set(id.0), member_id: Set(signed.id.0), value: Set(value) };
        answer_vote::Entity::insert(vote)
            .on_conflict(
                OnConflict::columns([answer_vote::Column::AnswerId, answer_vote::Column::MemberId])
                    .update_column(answer_vote::Column::Value)
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
    }
    let sum: Option<Option<i64>> = answer_vote::Entity::find()
        .select_only()
        .column_as(answer_vote::Column::Value.sum(), "sum")
        .filter(answer_vote::Column::AnswerId.eq(id.0))
        .into_tuple()
        .one(&tx)
        .await?;
    let score = i32::try_from(sum.flatten().unwrap_or(0)).unwrap_or(i32::MAX);
    answer::Entity::update_many()
        .col_expr(answer::Column::Score, Expr::value(score))
        .filter(answer::Column::Id.eq(id.0))
        .exec(&tx)
        .await?;
    deps.commit(tx).await?;
    Ok(Votes { score, vote: value })
}
