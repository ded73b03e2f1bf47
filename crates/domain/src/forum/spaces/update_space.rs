//! Changing a space.

use api_types::SpaceId;
use api_types::forum::{Space, SpaceAccess, SpacePatch};
use entity::space;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect, Statement,
};

use super::queries::space_of;
use crate::accounts::access::{Actor, Signed};
use crate::audit::{self, Act, Subject};
use crate::forum::access;
use crate::{Deps, Error, Result, outbox, text};

/// How many of a space's threads stand on each shelf, which everybody sees, more or less.
const ON_SHELVES: &str = "UPDATE shelves SET item_count = item_count + $2 * (SELECT COUNT(*) FROM threads \
    WHERE threads.shelf_id = shelves.id AND threads.space_id = $1 AND threads.deleted_at IS NULL) \
    WHERE id IN (SELECT shelf_id FROM threads WHERE space_id = $1)";
/// How many of a space's threads carry each tag, more or less.
const WITH_TAGS: &str = "UPDATE tags SET item_count = item_count + $2 * (SELECT COUNT(*) FROM thread_tags \
    JOIN threads ON threads.id = thread_tags.thread_id WHERE thread_tags.tag_id = tags.id \
    AND threads.space_id = $1 AND threads.deleted_at IS NULL) WHERE id IN (SELECT tag_id FROM thread_tags \
    JOIN threads ON threads.id = thread_tags.thread_id WHERE threads.space_id = $1)";
/// Every thread of a space is to be indexed again, since other people may find it now.
const INDEXED_AGAIN: &str = "INSERT INTO outbox (kind, payload, created_at) \
    SELECT 'search', '{\"kind\":\"thread_changed\",\"id\":' || threads.id || '}', $2 FROM threads WHERE space_id = $1";

/// Changes a space that was read at `version`, for administrators; what is absent stays, and so does its address.
pub async fn update_space(
    deps: &Deps,
    signed: &Signed,
    id: SpaceId,
    version: i32,
    patch: &SpacePatch,
) -> Result<Space> {
    let name = patch.name.as_ref().map(|name| text::line("name", name)).transpose()?;
    let description = patch.description.as_ref().map(|lines| text::optional_lines("description", lines)).transpose()?;
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let row = space::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if row.version != version {
        return Err(Error::EditConflict);
    }
    if id.0 == access::OPEN_FORUM && patch.access.is_some_and(|access| access != SpaceAccess::Public) {
        return Err(Error::field("access", "invalid", "The open forum stays open. Make another space for others."));
    }
    let before = row.access.clone();
    let mut change = row.into_active_model();
    change.version = Set(version.wrapping_add(1));
    if let Some(name) = name {
        change.name = Set(name);
    }
    if let Some(description) = description {
        change.description = Set(description);
    }
    if let Some(access) = patch.access {
        change.access = Set(access.as_str().into());
    }
    if let Some(seconds) = patch.slow_mode_seconds {
        change.slow_mode_seconds = Set(seconds);
    }
    let row = change.update(&tx).await?;
    if row.access != before {
        let change = i64::from(access::is_counted(&row.access)) - i64::from(access::is_counted(&before));
        let backend = tx.get_database_backend();
        if change != 0 {
            for sql in [ON_SHELVES, WITH_TAGS] {
                tx.execute_raw(Statement::from_sql_and_values(backend, sql, [row.id.into(), change.into()])).await?;
            }
        }
        let values = [row.id.into(), deps.clock.now().into()];
        tx.execute_raw(Statement::from_sql_and_values(backend, INDEXED_AGAIN, values)).await?;
    }
    let act = Act {
        action: "update_space",
        subject: Subject::Space(row.id),
        detail: format!("access={} slow_mode_seconds={}", row.access, row.slow_mode_seconds),
        reason: "",
    };
    audit::record(deps, &tx, signed, act).await?;
    deps.commit(tx).await?;
    space_of(deps, &Actor::Signed(signed.clone()), row).await
}
