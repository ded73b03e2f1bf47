//! Accepting an answer.

use api_types::QuestionId;
use api_types::forum::{AcceptedAnswer, Question};
use entity::{answer, question};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::access;
use super::get_question::get_question;
use crate::accounts::access::{Actor, Signed};
use crate::{Deps, Error, Result};

/// Accepts an answer in place of the one before, or takes the acceptance back.
pub async fn accept_answer(
    deps: &Deps,
    signed: &Signed,
    id: QuestionId,
    accepted: &AcceptedAnswer,
) -> Result<Question> {
    let tx = deps.begin().await?;
    let row = question::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if !access::may_accept(signed, row.author_id) {
        return Err(signed.refused());
    }
    let accepted = accepted.answer_id.map(|answer| answer.0);
    answer::Entity::update_many()
        .col_expr(answer::Column::IsAccepted, Expr::value(false))
        .filter(answer::Column::QuestionId.eq(id.0))
        .filter(answer::Column::IsAccepted.eq(true))
        .exec(&tx)
        .await?;
    if let Some(answer_id) = accepted {
        let done = answer::Entity::update_many()
            .col_expr(answer::Column::IsAccepted, Expr::value(true))
            .filter(answer::Column::Id.eq(answer_id))
            .filter(answer::Column::QuestionId.eq(id.0))
            .exec(&tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(Error::NotFound);
        }
    }
    question::Entity::update_many()
        .col_expr(question::Column::AcceptedAnswerId, Expr::value(accepted))
        .filter(question::Column::Id.eq(id.0))
        .exec(&tx)
        .await?;
    deps.commit(tx).await?;
    get_question(deps, &Actor::Signed(signed.clone()), id).await
}
