//! Deleting a thread, and taking that back.

use api_types::ThreadId;
use api_types::forum::NewDeletion;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{UNDO, count, locked, locked_deleted, record, tell};
use crate::accounts::access::Signed;
use crate::audit::Subject;
use crate::forum::{access, mails, order};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Deletes a thread; its author may as long as nobody else has posted in it, and moderators may. It can be had back
/// for 30 days.
pub async fn delete_thread(deps: &Deps, signed: &Signed, id: ThreadId, new: &NewDeletion) -> Result<()> {
    let note = text::optional_lines("note", &new.note)?;
    let tx = deps.begin().await?;
    let row = locked(&tx, signed, id.0).await?;
    let order = order::order_of(&tx, signed, &row).await?;
    let has_posts_of_others = order::has_posts_of_others(&tx, &row).await?;
    if !access::may_delete_thread(signed, &order, has_posts_of_others) {
        if has_posts_of_others && signed.id.0 == row.author_id {
            return Err(Error::Conflict(
                "Others have written in this, so it stays. Ask a moderator if it should go all the same.",
            ));
        }
        return Err(signed.refused());
    }
    count(&tx, &row, -1).await?;
    let mut change = row.clone().into_active_model();
    change.deleted_at = Set(Some(deps.clock.now()));
    change.deleted_by = Set(Some(signed.id.0));
    change.update(&tx).await?;
    outbox::push(deps, &tx, &Event::ThreadChanged { id: row.id }).await?;
    if row.author_id != signed.id.0 {
        tell(deps, &tx, signed, row.author_id, |to| mails::deleted(to, &row, &note)).await?;
        record(deps, &tx, signed, "delete_thread", Subject::Thread(row.id), (String::new(), &note)).await?;
    }
    deps.commit(tx).await
}

/// Brings a deleted thread back, within 30 days; whoever deleted it may, and moderators.
pub async fn restore_thread(deps: &Deps, signed: &Signed, id: ThreadId) -> Result<()> {
    let now = deps.clock.now();
    let tx = deps.begin().await?;
    let row = locked_deleted(&tx, signed, id.0).await?;
    let Some(deleted_at) = row.deleted_at else {
        return Err(Error::Conflict("This is not deleted."));
    };
    // To others it is not there, and after its time to nobody.
    let is_keeper = order::keeps(&tx, signed, row.space_id).await?;
    if !access::may_restore(signed, is_keeper, row.deleted_by) || now - deleted_at > UNDO {
        return Err(Error::NotFound);
    }
    let mut change = row.clone().into_active_model();
    change.deleted_at = Set(None);
    change.deleted_by = Set(None);
    change.update(&tx).await?;
    count(&tx, &row, 1).await?;
    outbox::push(deps, &tx, &Event::ThreadChanged { id: row.id }).await?;
    if row.author_id != signed.id.0 {
        tell(deps, &tx, signed, row.author_id, |to| mails::restored(to, &row)).await?;
        record(deps, &tx, signed, "restore_thread", Subject::Thread(row.id), (String::new(), "")).await?;
    }
    deps.commit(tx).await
}
