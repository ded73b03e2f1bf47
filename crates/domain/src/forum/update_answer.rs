//! Changing an answer.

use api_types::AnswerId;
use api_types::forum::{Answer, NewAnswer};
use entity::{answer, question};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{access, queries};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Changes an answer that was read at `version`.
pub async fn update_answer(
    deps: &Deps,
    signed: &Signed,
    id: AnswerId,
    version: i32,
    new: &NewAnswer,
) -> Result<Answer> {
    let found = answer::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    if !access::may_edit(signed, found.author_id) {
        return Err(signed.refused());
    }
    let body = text::lines("body", &new.body)?;
    let rendered = text::render(&body).await?;
    let now = deps.clock.now();

    let tx = deps.begin().await?;
    // The question is locked before the answer, as everywhere, so that no two wait for each other.
    let question =
        question::Entity::find_by_id(found.question_id).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    let done = answer::Entity::update_many()
        .col_expr(answer::Column::Body, Expr::value(body))
        .col_expr(answer::Column::BodyHtml, Expr::value(rendered.html))
        .col_expr(answer::Column::RendererVersion, Expr::value(text::RENDERER_VERSION))
        .col_expr(answer::Column::EditedAt, Expr::value(now))
        .col_expr(answer::Column::Version, Expr::value(version.wrapping_add(1)))
        .filter(answer::Column::Id.eq(id.0))
        .filter(answer::Column::Version.eq(version))
        .exec(&tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::EditConflict);
    }
    question::Entity::update_many()
        .col_expr(question::Column::ActiveAt, Expr::value(question.active_at.max(now)))
        .filter(question::Column::Id.eq(question.id))
        .exec(&tx)
        .await?;
    outbox::push(deps, &tx, &Event::AnswerChanged { id: id.0 }).await?;
    deps.commit(tx).await?;
    queries::answer_of(deps, &Actor::Signed(signed.clone()), id).await
}
