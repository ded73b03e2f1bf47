//! Listing the audit log.

use api_types::Page;
use api_types::forum::{AuditEntry, AuditQuery};
use entity::{audit_entry, member};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, RelationDef};

use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::{Deps, Result, cursor, forum};

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    entry: audit_entry::Model,
    #[sea_orm(nested)]
    author: Author,
}

/// A page of the audit log, the newest first; for administrators.
pub async fn list_audit_entries(deps: &Deps, query: &AuditQuery) -> Result<Page<AuditEntry>> {
    let limit = cursor::limit(query.limit);
    let to_actor: RelationDef = audit_entry::Entity::belongs_to(member::Entity)
        .from(audit_entry::Column::ActorId)
        .to(member::Column::Id)
        .into();
    let mut select =
        author::join(audit_entry::Entity::find().column_as(audit_entry::Column::ActorId, "author_id"), to_actor);
    if let Some(actor) = query.actor_id {
        select = select.filter(audit_entry::Column::ActorId.eq(actor.0));
    }
    if let Some(after) = &query.after {
        let [last] = cursor::decode::<1>(after)?;
        select = select.filter(audit_entry::Column::Id.lt(last));
    }
    let mut rows: Vec<Row> =
        select.order_by_desc(audit_entry::Column::Id).limit(limit + 1).into_model().all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.entry.id]);
    let threads: Vec<i64> =
        rows.iter().filter(|row| row.entry.subject_kind == "thread").map(|row| row.entry.subject_id).collect();
    let threads = forum::links_to(deps, threads).await?;
    let items = rows
        .into_iter()
        .map(|row| AuditEntry {
            id: row.entry.id,
            created_at: to_wire(row.entry.created_at),
            actor: row.author.into(),
            action: row.entry.action,
            thread: (row.entry.subject_kind == "thread").then(|| threads.get(&row.entry.subject_id).cloned()).flatten(),
            subject_kind: row.entry.subject_kind,
            subject_id: row.entry.subject_id,
            detail: row.entry.detail,
            reason: row.entry.reason,
            hash: row.entry.hash,
        })
        .collect();
    Ok(Page { items, next, total: None })
}
