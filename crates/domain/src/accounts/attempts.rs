//! Tries that are counted before they are judged, so that many at once are no way around the limit.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::sign_in::{ACCOUNT, refuse_after_failures};
use crate::deps::Deps;
use crate::error::Result;
use entity::sign_in_failure;

/// Counts a try as a failure until [`forget_attempts`] says that it was right. Each sees at least those that were
/// counted before it, on every node, since the count is committed before it is read.
pub(super) async fn count_attempt(deps: &Deps, subject: &str) -> Result<()> {
    refuse_after_failures(deps, subject, ACCOUNT).await?;
    let now = deps.clock.now();
    let mine = sign_in_failure::ActiveModel { subject: Set(subject.into()), failed_at: Set(now), ..Default::default() }
        .insert(&deps.write)
        .await?;
    let (most, window) = ACCOUNT;
    let counted = sign_in_failure::Entity::find()
        .filter(sign_in_failure::Column::Subject.eq(subject))
        .filter(sign_in_failure::Column::FailedAt.gt(now - window))
        .count(&deps.write)
        .await?;
    if counted > most {
        // One that is not judged does not make the wait longer.
        sign_in_failure::Entity::delete_by_id(mine.id).exec(&deps.write).await?;
        return refuse_after_failures(deps, subject, (0, window)).await;
    }
    Ok(())
}

/// Forgets the tries on a subject: one was right.
pub(super) async fn forget_attempts(deps: &Deps, subject: &str) -> Result<()> {
    sign_in_failure::Entity::delete_many()
        .filter(sign_in_failure::Column::Subject.eq(subject))
        .exec(&deps.write)
        .await?;
    Ok(())
}
