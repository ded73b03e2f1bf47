//! Answering a question.

use api_types::forum::{Answer, NewAnswer};
use api_types::{AnswerId, MemberId, QuestionId};
use entity::{answer, question};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

use super::{access, queries};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Answers a question.
pub async fn answer_question(deps: &Deps, signed: &Signed, id: QuestionId, new: &NewAnswer) -> Result<Answer> {
    if !access::takes_part(signed) {
        return Err(Error::Forbidden);
    }
    let id = answer_question_at(deps, signed.id, id, new, deps.clock.now()).await?;
    queries::answer_of(deps, &Actor::Signed(signed.clone()), id).await
}

/// Answers a question in a member's name, at a time in milliseconds since 1970. The member is not
/// asked: this is for [`answer_question`] and for the demonstration network.
pub async fn answer_question_at(
    deps: &Deps,
    author: MemberId,
    id: QuestionId,
    new: &NewAnswer,
    at: i64,
) -> Result<AnswerId> {
    let body = text::lines("body", &new.body)?;
    let rendered = text::render(&body).await?;

    let tx = deps.begin().await?;
    // First the question: that finds it, and keeps it from others until the end.
    let active_at = Expr::case(question::Column::ActiveAt.gt(at), Expr::col(question::Column::ActiveAt)).finally(at);
    let found = question::Entity::update_many()
        .col_expr(question::Column::AnswerCount, Expr::col(question::Column::AnswerCount).add(1))
        .col_expr(question::Column::ActiveAt, active_at.into())
        .filter(question::Column::Id.eq(id.0))
        .exec(&tx)
        .await?;
    if found.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    let row = answer::ActiveModel {
        question_id: Set(id.0),
        body: Set(body),
        body_html: Set(rendered.html),
        renderer_version: Set(text::RENDERER_VERSION),
        author_id: Set(author.0),
        created_at: Set(at),
        edited_at: Set(None),
        score: Set(0),
        is_accepted: Set(false),
        version: Set(1),
        ..Default::default()
    }
    .insert(&tx)
    .await?;
    outbox::push(deps, &tx, &Event::AnswerChanged { id: row.id }).await?;
    deps.commit(tx).await?;
    Ok(AnswerId(row.id))
}
