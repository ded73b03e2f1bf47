//! The chain of hashes through the audit log.

use entity::audit_entry;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};

use crate::{Deps, Result};

/// How many entries are read at once.
const ENTRIES: u64 = 1000;

/// The hash of an entry: of everything in it, and of the hash of the one before.
pub(super) fn hash_of(row: &audit_entry::Model) -> String {
    // As JSON, so that no two rows are written alike.
    let said = serde_json::json!([
        row.previous_hash,
        row.id,
        row.created_at,
        row.actor_id,
        row.action,
        row.subject_kind,
        row.subject_id,
        row.detail,
        row.reason,
    ]);
    hex::encode(Sha256::digest(said.to_string()))
}

/// What is wrong with the chain, each with the entry at which it shows. After one that was changed, those that follow
/// are held against what stands there now, so that each fault is named once.
pub(crate) async fn faults(deps: &Deps) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let (mut last, mut hash) = (0, String::new());
    loop {
        let rows = audit_entry::Entity::find()
            .filter(audit_entry::Column::Id.gt(last))
            .order_by_asc(audit_entry::Column::Id)
            .limit(ENTRIES)
            .all(&deps.read)
            .await?;
        if rows.is_empty() {
            return Ok(faults);
        }
        for row in rows {
            if row.id != last + 1 {
                faults.push(format!("The audit entry {} is missing: {} comes after {last}.", last + 1, row.id));
            } else if row.previous_hash != hash {
                faults.push(format!("The audit entry {} does not follow from the one before it.", row.id));
            }
            if hash_of(&row) != row.hash {
                faults.push(format!("The audit entry {} was changed after it was written.", row.id));
            }
            last = row.id;
            hash = row.hash;
        }
    }
}
