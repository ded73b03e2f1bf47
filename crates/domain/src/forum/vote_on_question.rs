//! Voting on a question.

use api_types::QuestionId;
use api_types::forum::{NewVote, Votes};
use entity::{question, question_vote};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{access, queries};
use crate::accounts::access::Signed;
use crate::{Deps, Error, Result};

/// Votes on a question: 1, -1, or 0 to take the vote back. One vote a member, however often it is cast.
pub async fn vote_on_question(deps: &Deps, signed: &Signed, id: QuestionId, new: &NewVote) -> Result<Votes> {
    let tx = deps.begin().await?;
    // Votes on one question wait for one another here, so that none is left out of the sum below.
    let row = question::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if !access::may_vote(signed, row.author_id) {
        return Err(Error::Forbidden);
    }
    let value = new.value.clamp(-1, 1);
    if queries::vote_on_question(&tx, signed.id, id.0).await? == value {
        return Ok(Votes { score: row.score, vote: value });
    }
    if value == 0 {
        question_vote::Entity::delete_by_id((id.0, signed.id.0)).exec(&tx).await?;
    } else {
        let vote =
            question_vote::ActiveModel { question_id: Set(id.0), member_id: Set(signed.id.0), value: Set(value) };
        question_vote::Entity::insert(vote)
            .on_conflict(
                OnConflict::columns([question_vote::Column::QuestionId, question_vote::Column::MemberId])
                    .update_column(question_vote::Column::Value)
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
    }
    let sum: Option<Option<i64>> = question_vote::Entity::find()
        .select_only()
        .column_as(question_vote::Column::Value.sum(), "sum")
        .filter(question_vote::Column::QuestionId.eq(id.0))
        .into_tuple()
        .one(&tx)
        .await?;
    let score = i32::try_from(sum.flatten().unwrap_or(0)).unwrap_or(i32::MAX);
    question::Entity::update_many()
        .col_expr(question::Column::Score, Expr::value(score))
        .filter(question::Column::Id.eq(id.0))
        .exec(&tx)
        .await?;
    deps.commit(tx).await?;
    Ok(Votes { score, vote: value })
}
