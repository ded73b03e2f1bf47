//! Authors of what is imported: members of this network who are named by id, and rows for all others with which nobody
//! can sign in, and to which nothing can be mailed.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use entity::{imported_member, member};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use sha2::{Digest, Sha256};

use super::prepare::{Thread, Writer};
use crate::error::Result;

/// How many rows one statement writes or names.
const AT_ONCE: usize = 500;

/// Who of the members that threads name by id are no members who take part.
pub(super) async fn unknown_members<C: ConnectionTrait>(connection: &C, threads: &[Thread]) -> Result<HashSet<i64>> {
    let mut named = HashSet::new();
    for post in threads.iter().flat_map(|thread| &thread.posts) {
        if let Writer::Member(id) = post.author {
            named.insert(id);
        }
    }
    if named.is_empty() {
        return Ok(named);
    }
    let ids: Vec<i64> = named.iter().copied().collect();
    for ids in ids.chunks(AT_ONCE) {
        let found: Vec<i64> = member::Entity::find()
            .select_only()
            .column(member::Column::Id)
            .filter(member::Column::Id.is_in(ids.iter().copied()))
            .filter(member::Column::Role.ne("applicant"))
            .filter(member::Column::IsSuspended.eq(false))
            .into_tuple()
            .all(connection)
            .await?;
        for id in found {
            named.remove(&id);
        }
    }
    Ok(named)
}

/// The strangers among the authors of threads who are known from before.
pub(super) async fn known_strangers<C: ConnectionTrait>(
    connection: &C,
    threads: &[Thread],
) -> Result<HashMap<(String, String), i64>> {
    let mut ids: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for post in threads.iter().flat_map(|thread| &thread.posts) {
        if let Writer::Stranger { source, id, .. } = &post.author {
            ids.entry(source).or_default().insert(id);
        }
    }
    let mut known = HashMap::new();
    for (source, ids) in ids {
        let ids: Vec<&str> = ids.into_iter().collect();
        for ids in ids.chunks(AT_ONCE) {
            let rows = imported_member::Entity::find()
                .filter(imported_member::Column::Source.eq(source))
                .filter(imported_member::Column::SourceId.is_in(ids.iter().copied()))
                .all(connection)
                .await?;
            known.extend(rows.into_iter().map(|row| ((row.source, row.source_id), row.member_id)));
        }
    }
    Ok(known)
}

/// Those of the strangers who wanted to be erased here: nothing of theirs comes in again.
pub(super) async fn erased_strangers<C: ConnectionTrait>(
    connection: &C,
    known: &HashMap<(String, String), i64>,
) -> Result<HashSet<i64>> {
    let ids: Vec<i64> = known.values().copied().collect();
    let mut erased = HashSet::new();
    for ids in ids.chunks(AT_ONCE) {
        let found: Vec<i64> = member::Entity::find()
            .select_only()
            .column(member::Column::Id)
            .filter(member::Column::Id.is_in(ids.iter().copied()))
            .filter(member::Column::EmailKey.starts_with("erased-"))
            .into_tuple()
            .all(connection)
            .await?;
        erased.extend(found);
    }
    Ok(erased)
}

/// Those of the authors who are neither members nor known, each once, with their names.
pub(super) fn new_strangers(
    threads: &[Thread],
    known: &HashMap<(String, String), i64>,
) -> BTreeMap<(String, String), String> {
    let mut new = BTreeMap::new();
    for post in threads.iter().flat_map(|thread| &thread.posts) {
        if let Writer::Stranger { source, id, name } = &post.author {
            let key = (source.clone(), id.clone());
            if !known.contains_key(&key) {
                new.entry(key).or_insert_with(|| name.clone());
            }
        }
    }
    new
}

/// Makes rows for strangers, and adds them to those that are known.
pub(super) async fn add_strangers<C: ConnectionTrait>(
    connection: &C,
    new: BTreeMap<(String, String), String>,
    now: i64,
    known: &mut HashMap<(String, String), i64>,
) -> Result<()> {
    let new: Vec<_> = new.into_iter().collect();
    for part in new.chunks(AT_ONCE) {
        let addresses: Vec<String> = part.iter().map(|((source, id), _)| address(source, id)).collect();
        let rows = part.iter().zip(&addresses).map(|((_, name), address)| member::ActiveModel {
            name: Set(name.clone()),
            // Nothing can be mailed there (RFC 2606), and nobody can sign in with it.
            email: Set(address.clone()),
            email_key: Set(address.clone()),
            password_hash: Set("!".into()),
            role: Set("applicant".into()),
            is_suspended: Set(true),
            language: Set("en".into()),
            session_version: Set(1),
            created_at: Set(now),
            search_text: Set(String::new()),
            visibility: Set("{}".into()),
            ..Default::default()
        });
        member::Entity::insert_many(rows).exec_without_returning(connection).await?;
        let made: Vec<(String, i64)> = member::Entity::find()
            .select_only()
            .column(member::Column::EmailKey)
            .column(member::Column::Id)
            .filter(member::Column::EmailKey.is_in(&addresses))
            .into_tuple()
            .all(connection)
            .await?;
        let made: HashMap<String, i64> = made.into_iter().collect();
        let mut links = Vec::with_capacity(part.len());
        for (((source, id), _), address) in part.iter().zip(&addresses) {
            if let Some(member_id) = made.get(address).copied() {
                known.insert((source.clone(), id.clone()), member_id);
                links.push(imported_member::ActiveModel {
                    source: Set(source.clone()),
                    source_id: Set(id.clone()),
                    member_id: Set(member_id),
                });
            }
        }
        imported_member::Entity::insert_many(links).exec_without_returning(connection).await?;
    }
    Ok(())
}

/// What stands where members have their address: nobody's, and another one for each stranger.
fn address(source: &str, id: &str) -> String {
    let hash = hex::encode(Sha256::digest(format!("{}\n{source}\n{id}", source.len())));
    format!("imported-{}@imported.invalid", hash.chars().take(32).collect::<String>())
}

/// Which member wrote a post.
pub(super) fn member_of(writer: &Writer, known: &HashMap<(String, String), i64>) -> Option<i64> {
    match writer {
        Writer::Member(id) => Some(*id),
        Writer::Stranger { source, id, .. } => known.get(&(source.clone(), id.clone())).copied(),
    }
}
