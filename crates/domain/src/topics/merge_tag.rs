//! Merging a tag into another.

use api_types::tags::{TagDetail, TagMerge};
use entity::{tag, thread_tag};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement};

use super::get_tag::detail_of;
use super::tags;
use crate::accounts::access::{Actor, Signed};
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};

/// What is done to all that hangs on the tag `$1`, so that it hangs on the tag `$2`.
const STATEMENTS: [&str; 11] = [
    "INSERT INTO thread_tags (thread_id, tag_id) SELECT thread_id, $2 FROM thread_tags WHERE tag_id = $1 \
     ON CONFLICT (thread_id, tag_id) DO NOTHING",
    "DELETE FROM thread_tags WHERE tag_id = $1 AND $2 > 0",
    "INSERT INTO resource_tags (resource_id, tag_id) SELECT resource_id, $2 FROM resource_tags WHERE tag_id = $1 \
     ON CONFLICT (resource_id, tag_id) DO NOTHING",
    "DELETE FROM resource_tags WHERE tag_id = $1 AND $2 > 0",
    "INSERT INTO follows (member_id, kind, target_id, created_at) SELECT member_id, kind, $2, created_at FROM follows \
     WHERE kind = 'tag' AND target_id = $1 ON CONFLICT (member_id, kind, target_id) DO NOTHING",
    "DELETE FROM follows WHERE kind = 'tag' AND target_id = $1 AND $2 > 0",
    "UPDATE tag_synonyms SET tag_id = $2 WHERE tag_id = $1",
    "INSERT INTO tag_synonyms (name, tag_id) SELECT name, $2 FROM tags WHERE id = $1",
    "DELETE FROM tags WHERE id = $1 AND $2 > 0",
    "UPDATE tags SET version = version + 1 WHERE id = $2 AND $1 > 0",
    "UPDATE tags SET item_count = (SELECT COUNT(*) FROM thread_tags c JOIN threads ON threads.id = c.thread_id \
     JOIN spaces ON spaces.id = threads.space_id WHERE c.tag_id = tags.id AND threads.deleted_at IS NULL \
     AND spaces.access = 'public') + (SELECT COUNT(*) FROM resource_tags r \
     JOIN resources ON resources.id = r.resource_id WHERE r.tag_id = tags.id AND resources.status = 'published') \
     WHERE id = $2 AND $1 > 0",
];

/// Merges a tag into another: what carries it and who follows it go over, and its name stands for the other from now on.
pub async fn merge_tag(deps: &Deps, signed: &Signed, name: &str, merge: &TagMerge) -> Result<TagDetail> {
    let from = tags::id_of(&deps.read, name).await?.ok_or(Error::NotFound)?;
    let Some(into) = tags::id_of(&deps.read, &merge.into).await? else {
        return Err(Error::field("into", "invalid", "There is no such tag."));
    };
    if from == into {
        return Err(Error::field("into", "invalid", "This is the same tag."));
    }
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    // Both are kept from those who tag something meanwhile, whose counts would be lost.
    let both = tag::Entity::find()
        .filter(tag::Column::Id.is_in([from, into]))
        .order_by_asc(tag::Column::Name)
        .lock_exclusive()
        .all(&tx)
        .await?;
    if both.len() < 2 {
        return Err(Error::NotFound);
    }
    let threads: Vec<i64> = thread_tag::Entity::find()
        .select_only()
        .column(thread_tag::Column::ThreadId)
        .filter(thread_tag::Column::TagId.eq(from))
        .into_tuple()
        .all(&tx)
        .await?;
    let resources: Vec<i64> = entity::resource_tag::Entity::find()
        .select_only()
        .column(entity::resource_tag::Column::ResourceId)
        .filter(entity::resource_tag::Column::TagId.eq(from))
        .into_tuple()
        .all(&tx)
        .await?;
    for sql in STATEMENTS {
        let backend = tx.get_database_backend();
        tx.execute_raw(Statement::from_sql_and_values(backend, sql, [from.into(), into.into()])).await?;
    }
    let changed = threads.into_iter().map(|id| Event::ThreadChanged { id });
    let changed: Vec<Event> = changed.chain(resources.into_iter().map(|id| Event::ResourceChanged { id })).collect();
    outbox::push_all(deps, &tx, &changed).await?;
    deps.commit(tx).await?;
    detail_of(deps, &Actor::Signed(signed.clone()), into).await
}
