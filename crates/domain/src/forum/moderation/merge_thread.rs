//! Merging a thread into another one.

use api_types::ThreadId;
use api_types::forum::{NewMerge, ThreadLink};
use entity::{post, thread};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    Statement,
};

use super::{count, moderated, record, tell};
use crate::accounts::access::Signed;
use crate::audit::Subject;
use crate::forum::{mails, queries};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Whoever followed or kept what is merged follows and keeps where it went.
const KEPT: [&str; 2] = [
    "INSERT INTO follows (member_id, kind, target_id, created_at) SELECT member_id, kind, $2, created_at FROM follows \
     WHERE kind = 'thread' AND target_id = $1 ON CONFLICT DO NOTHING",
    "INSERT INTO bookmarks (member_id, thread_id, note, created_at) SELECT member_id, $2, note, created_at \
     FROM bookmarks WHERE thread_id = $1 ON CONFLICT DO NOTHING",
];

/// Puts all that is in a thread, with what opens it, at the end of another one of its kind. Its address leads there
/// from then on.
pub async fn merge_thread(deps: &Deps, signed: &Signed, id: ThreadId, new: &NewMerge) -> Result<ThreadLink> {
    let note = text::optional_lines("note", &new.note)?;
    let unknown = || {
        let detail = "Give another thread of the same kind that you moderate.";
        Error::field("into_id", "invalid", detail)
    };
    let tx = deps.begin().await?;
    let row = moderated(&tx, signed, id.0).await?;
    let into = match moderated(&tx, signed, new.into_id.0).await {
        Ok(into) if into.id != row.id && into.kind == row.kind => into,
        Ok(_) | Err(Error::NotFound | Error::Forbidden | Error::SecondFactorMissing) => return Err(unknown()),
        Err(error) => return Err(error),
    };
    if row.is_confidential || into.is_confidential {
        return Err(Error::Conflict("What was asked in confidence stays by itself: merging would tell who asks."));
    }
    // Its tags and its place on the shelf are counted no more; what it says is found under the other title.
    count(&tx, &row, -1).await?;
    post::Entity::update_many()
        .col_expr(post::Column::ThreadId, Expr::value(into.id))
        .col_expr(post::Column::Number, Expr::col(post::Column::Number).add(into.last_number))
        .col_expr(post::Column::IsAccepted, Expr::value(false))
        .filter(post::Column::ThreadId.eq(row.id))
        .exec(&tx)
        .await?;
    // What opened it counts as one of the answers now.
    let mut grown = into.clone().into_active_model();
    grown.answer_count = Set(into.answer_count + row.answer_count + 1);
    grown.last_number = Set(into.last_number + row.last_number);
    grown.active_at = Set(Ord::max(into.active_at, row.active_at));
    grown.update(&tx).await?;
    let mut gone = row.clone().into_active_model();
    gone.answer_count = Set(0);
    gone.accepted_answer_id = Set(None);
    gone.pinned_at = Set(None);
    gone.merged_into_id = Set(Some(into.id));
    gone.deleted_at = Set(Some(deps.clock.now()));
    gone.deleted_by = Set(Some(signed.id.0));
    gone.update(&tx).await?;
    // Whatever led to it leads on at once.
    for column in [thread::Column::MergedIntoId, thread::Column::DuplicateOfId] {
        thread::Entity::update_many()
            .col_expr(column, Expr::value(into.id))
            .filter(column.eq(row.id))
            .filter(thread::Column::Id.ne(into.id))
            .exec(&tx)
            .await?;
    }
    for sql in KEPT {
        let values = [row.id.into(), into.id.into()];
        tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    }
    outbox::push(deps, &tx, &Event::ThreadChanged { id: row.id }).await?;
    outbox::push(deps, &tx, &Event::ThreadChanged { id: into.id }).await?;
    tell(deps, &tx, signed, row.author_id, |to| mails::merged(to, &row, &note)).await?;
    let detail = format!("into={}", into.id);
    record(deps, &tx, signed, "merge_thread", Subject::Thread(row.id), (detail, &note)).await?;
    deps.commit(tx).await?;
    Ok(ThreadLink { id: ThreadId(into.id), kind: queries::kind_of(&into.kind), slug: into.slug, title: into.title })
}
