//! Recording an act.

use entity::audit_entry;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};

use super::chain::hash_of;
use crate::accounts::access::Signed;
use crate::{Deps, Result, outbox};

/// What was acted on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subject {
    Thread(i64),
    Post(i64),
    Space(i64),
}

/// An act that is to be recorded.
#[derive(Clone, Debug)]
pub(crate) struct Act<'a> {
    /// What was done, as the operation is named.
    pub(crate) action: &'static str,
    pub(crate) subject: Subject,
    /// What of it was set to what, in a few words for programs.
    pub(crate) detail: String,
    /// Why, in the words of the one who did it.
    pub(crate) reason: &'a str,
}

/// Adds an act to the audit log, in the transaction of the act itself: there are both or neither.
pub(crate) async fn record<C: ConnectionTrait>(
    deps: &Deps,
    transaction: &C,
    signed: &Signed,
    act: Act<'_>,
) -> Result<()> {
    // One at a time, so that each entry follows from the one before.
    outbox::lock(transaction).await?;
    let before = audit_entry::Entity::find().order_by_desc(audit_entry::Column::Id).one(transaction).await?;
    let (subject_kind, subject_id) = match act.subject {
        Subject::Thread(id) => ("thread", id),
        Subject::Post(id) => ("post", id),
        Subject::Space(id) => ("space", id),
    };
    let mut row = audit_entry::Model {
        id: before.as_ref().map_or(1, |before| before.id + 1),
        created_at: deps.clock.now(),
        actor_id: signed.id.0,
        action: act.action.into(),
        subject_kind: subject_kind.into(),
        subject_id,
        detail: act.detail,
        reason: act.reason.into(),
        previous_hash: before.map(|before| before.hash).unwrap_or_default(),
        hash: String::new(),
    };
    row.hash = hash_of(&row);
    audit_entry::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(transaction).await?;
    Ok(())
}
