//! What of a file is here already.

use std::collections::{BTreeMap, HashMap};

use entity::{imported_post, post, thread};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef,
};

use super::prepare::Thread;
use crate::error::Result;
use crate::forum::queries;

/// How many posts are asked for by name at once.
const NAMED: usize = 500;

/// A post that was imported before, and how it is now.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Known {
    pub(super) post_id: i64,
    source: String,
    source_key: String,
    pub(super) fingerprint: String,
    pub(super) post_version: i32,
    pub(super) imported_score: i32,
    pub(super) thread_id: i64,
    pub(super) number: i32,
    pub(super) version: i32,
    deleted_at: Option<i64>,
    thread_deleted_at: Option<i64>,
}

impl Known {
    /// Whether members have changed or deleted it: then it stays as they left it.
    pub(super) fn is_ours(&self) -> bool {
        self.version != self.post_version || self.deleted_at.is_some() || self.is_in_deleted_thread()
    }

    /// Whether it has this key in its source.
    pub(super) fn is_named(&self, key: &str) -> bool {
        self.source_key == key
    }

    pub(super) fn is_in_deleted_thread(&self) -> bool {
        self.thread_deleted_at.is_some()
    }
}

/// Posts by source and key.
pub(super) type KnownPosts = HashMap<(String, String), Known>;

/// What is known of the posts of threads, in a query for each five hundred of a source.
pub(super) async fn known_posts<C: ConnectionTrait>(connection: &C, threads: &[Thread]) -> Result<KnownPosts> {
    let mut keys: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for thread in threads {
        keys.entry(&thread.source).or_default().extend(thread.posts.iter().map(|post| post.key.as_str()));
    }
    let mut known = HashMap::new();
    for (source, keys) in keys {
        for keys in keys.chunks(NAMED) {
            for row in named(connection, source, keys).await? {
                known.insert((row.source.clone(), row.source_key.clone()), row);
            }
        }
    }
    Ok(known)
}

/// The posts of a source that have these keys.
pub(super) async fn named<C: ConnectionTrait>(connection: &C, source: &str, keys: &[&str]) -> Result<Vec<Known>> {
    let to_post: RelationDef =
        imported_post::Entity::belongs_to(post::Entity).from(imported_post::Column::PostId).to(post::Column::Id).into();
    let rows = imported_post::Entity::find()
        .select_only()
        .columns([
            imported_post::Column::PostId,
            imported_post::Column::Source,
            imported_post::Column::SourceKey,
            imported_post::Column::Fingerprint,
            imported_post::Column::PostVersion,
        ])
        .column_as(imported_post::Column::Score, "imported_score")
        .join(JoinType::InnerJoin, to_post)
        .columns([post::Column::ThreadId, post::Column::Number, post::Column::Version, post::Column::DeletedAt])
        .join(JoinType::InnerJoin, queries::post_to_thread())
        .column_as(thread::Column::DeletedAt, "thread_deleted_at")
        .filter(imported_post::Column::Source.eq(source))
        .filter(imported_post::Column::SourceKey.is_in(keys.iter().copied()))
        .into_model()
        .all(connection)
        .await?;
    Ok(rows)
}
