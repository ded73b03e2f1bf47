//! Accepting an answer.

use api_types::ThreadId;
use api_types::forum::{AcceptedAnswer, Thread, ThreadKind};
use entity::{post, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::get_thread::get_thread;
use super::{access, order};
use crate::accounts::access::{Actor, Signed};
use crate::{Deps, Error, Result};

/// Accepts an answer in place of the one before, or takes the acceptance back.
pub async fn accept_answer(deps: &Deps, signed: &Signed, id: ThreadId, accepted: &AcceptedAnswer) -> Result<Thread> {
    let actor = Actor::Signed(signed.clone());
    if !get_thread(deps, &actor, ThreadKind::Question, id).await?.opening.viewer.can_accept {
        return Err(signed.refused());
    }
    let tx = deps.begin().await?;
    let row = thread::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if !access::may_accept(signed, &order::order_of(&tx, signed, &row).await?) {
        return Err(signed.refused());
    }
    let accepted = accepted.answer_id.map(|answer| answer.0);
    post::Entity::update_many()
        .col_expr(post::Column::IsAccepted, Expr::value(false))
        .filter(post::Column::ThreadId.eq(id.0))
        .filter(post::Column::IsAccepted.eq(true))
        .exec(&tx)
        .await?;
    if let Some(answer_id) = accepted {
        let done = post::Entity::update_many()
            .col_expr(post::Column::IsAccepted, Expr::value(true))
            .filter(post::Column::Id.eq(answer_id))
            .filter(post::Column::ThreadId.eq(id.0))
            .filter(post::Column::Number.gt(1))
            .filter(post::Column::DeletedAt.is_null())
            .exec(&tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(Error::NotFound);
        }
    }
    thread::Entity::update_many()
        .col_expr(thread::Column::AcceptedAnswerId, Expr::value(accepted))
        .filter(thread::Column::Id.eq(id.0))
        .exec(&tx)
        .await?;
    deps.commit(tx).await?;
    get_thread(deps, &actor, ThreadKind::Question, id).await
}
