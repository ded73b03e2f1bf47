//! Closing a thread, and opening it again.

use api_types::ThreadId;
use api_types::forum::{CloseReason, NewClosure};
use entity::thread;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{moderated, record, tell};
use crate::accounts::access::{Actor, Signed};
use crate::audit::Subject;
use crate::forum::{access, mails};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Closes a thread, once: of two who close it at the same time one is told that it was done. Its author is mailed why.
pub async fn close_thread(deps: &Deps, signed: &Signed, id: ThreadId, new: &NewClosure) -> Result<()> {
    let note = text::optional_lines("note", &new.note)?;
    let tx = deps.begin().await?;
    let row = moderated(&tx, signed, id.0).await?;
    if row.closed_at.is_some() {
        return Err(Error::Conflict("Somebody has closed this already. Open the page again to see why."));
    }
    let duplicate_of = match (new.reason, new.duplicate_of_id) {
        (CloseReason::Duplicate, Some(other)) => {
            let known = thread::Entity::find_by_id(other.0)
                .filter(access::readable(&Actor::Signed(signed.clone())))
                .filter(thread::Column::Id.ne(id.0))
                .one(&tx)
                .await?;
            Some(known.ok_or_else(unknown)?.id)
        }
        (CloseReason::Duplicate, None) => return Err(unknown()),
        _ => None,
    };
    let mut change = row.clone().into_active_model();
    change.closed_at = Set(Some(deps.clock.now()));
    change.close_reason = Set(Some(new.reason.as_str().into()));
    change.duplicate_of_id = Set(duplicate_of);
    change.update(&tx).await?;
    outbox::push(deps, &tx, &Event::ThreadChanged { id: row.id }).await?;
    tell(deps, &tx, signed, row.author_id, |to| mails::closed(to, &row, new.reason, &note)).await?;
    let mut detail = format!("reason={}", new.reason.as_str());
    if let Some(other) = duplicate_of {
        detail = format!("{detail} duplicate_of={other}");
    }
    record(deps, &tx, signed, "close_thread", Subject::Thread(row.id), (detail, &note)).await?;
    deps.commit(tx).await
}

fn unknown() -> Error {
    Error::field("duplicate_of_id", "invalid", "Give the number or the address of the thread that it repeats.")
}

/// Opens a closed thread again, once.
pub async fn reopen_thread(deps: &Deps, signed: &Signed, id: ThreadId) -> Result<()> {
    let tx = deps.begin().await?;
    let row = moderated(&tx, signed, id.0).await?;
    if row.closed_at.is_none() {
        return Err(Error::Conflict("This is open already."));
    }
    let author_id = row.author_id;
    let before = row.clone();
    let mut change = row.into_active_model();
    change.closed_at = Set(None);
    change.close_reason = Set(None);
    change.duplicate_of_id = Set(None);
    change.update(&tx).await?;
    outbox::push(deps, &tx, &Event::ThreadChanged { id: before.id }).await?;
    tell(deps, &tx, signed, author_id, |to| mails::reopened(to, &before)).await?;
    record(deps, &tx, signed, "reopen_thread", Subject::Thread(before.id), (String::new(), "")).await?;
    deps.commit(tx).await
}
