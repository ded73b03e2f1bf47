//! Drafts: what members are writing. Each is its member's alone.

use std::collections::HashMap;

use api_types::ThreadId;
use api_types::forum::{NewPostDraft, PostDraft, ThreadLink};
use entity::{draft, member, thread};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{access, queries};
use crate::accounts::access::{Actor, Signed};
use crate::clock::to_wire;
use crate::{Deps, Error, Result};

/// How many drafts a member may have: more are a programme's, not a person's.
const MOST: usize = 100;

/// Gets the draft of a place; where nothing was saved it is empty.
pub async fn get_draft(deps: &Deps, signed: &Signed, key: &str) -> Result<PostDraft> {
    let key = known(key)?;
    let row = of(signed, key).one(&deps.read).await?;
    Ok(row.map_or_else(|| PostDraft { key: key.into(), ..PostDraft::default() }, |row| to_draft(row, None)))
}

/// Lists the caller's drafts, the latest first.
pub async fn list_drafts(deps: &Deps, signed: &Signed) -> Result<Vec<PostDraft>> {
    let rows = draft::Entity::find()
        .filter(draft::Column::MemberId.eq(signed.id.0))
        .order_by_desc(draft::Column::SavedAt)
        .order_by_desc(draft::Column::Id)
        .limit(MOST as u64)
        .all(&deps.read)
        .await?;
    let ids: Vec<i64> = rows.iter().filter_map(|row| thread_of(&row.key)).collect();
    let mut links = HashMap::new();
    if !ids.is_empty() {
        let threads = thread::Entity::find()
            .filter(access::readable(&Actor::Signed(signed.clone())))
            .filter(thread::Column::Id.is_in(ids))
            .all(&deps.read)
            .await?;
        links.extend(threads.into_iter().map(|row| (row.id, row)));
    }
    let link = |row: &thread::Model| ThreadLink {
        id: ThreadId(row.id),
        kind: queries::kind_of(&row.kind),
        slug: row.slug.clone(),
        title: row.title.clone(),
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let thread = thread_of(&row.key).and_then(|id| links.get(&id)).map(link);
            to_draft(row, thread)
        })
        .collect())
}

/// Saves the draft of a place. When another browser has saved a different one since, that one is kept beside it, and
/// the answer says under which key.
pub async fn save_draft(deps: &Deps, signed: &Signed, key: &str, new: &NewPostDraft) -> Result<PostDraft> {
    let key = known(key)?;
    let now = deps.clock.now();
    let tx = deps.begin().await?;
    // Drafts of one member wait for one another here, so that two browsers never write over each other.
    member::Entity::find_by_id(signed.id.0).lock_exclusive().one(&tx).await?.ok_or(Error::Unauthenticated)?;
    let found = of(signed, key).one(&tx).await?;
    let mut kept_as = None;
    let saved = match found {
        Some(row) if is_same(&row, new) => row,
        Some(row) => {
            let version = row.version.wrapping_add(1);
            if row.version != new.version && !is_empty(&row) {
                kept_as = Some(keep_aside(&tx, signed, &row, now).await?);
            }
            let mut change = row.into_active_model();
            change.version = Set(version);
            change.saved_at = Set(now);
            write(&mut change, new);
            change.update(&tx).await?
        }
        None => {
            refuse_too_many(&tx, signed).await?;
            let mut row = draft::ActiveModel {
                member_id: Set(signed.id.0),
                key: Set(key.into()),
                saved_at: Set(now),
                // Never the version of one that was posted or thrown away in another browser.
                version: Set(new.version.wrapping_add(1)),
                ..Default::default()
            };
            write(&mut row, new);
            row.insert(&tx).await?
        }
    };
    tx.commit().await?;
    Ok(PostDraft { kept_as, ..to_draft(saved, None) })
}

/// Throws the draft of a place away.
pub async fn delete_draft(deps: &Deps, signed: &Signed, key: &str) -> Result<()> {
    let key = known(key)?;
    draft::Entity::delete_many()
        .filter(draft::Column::MemberId.eq(signed.id.0))
        .filter(draft::Column::Key.eq(key))
        .exec(&deps.write)
        .await?;
    Ok(())
}

fn of(signed: &Signed, key: &str) -> sea_orm::Select<draft::Entity> {
    draft::Entity::find().filter(draft::Column::MemberId.eq(signed.id.0)).filter(draft::Column::Key.eq(key))
}

/// Puts a draft aside under the first key that is free.
async fn keep_aside<C: ConnectionTrait>(tx: &C, signed: &Signed, row: &draft::Model, now: i64) -> Result<String> {
    refuse_too_many(tx, signed).await?;
    let place = row.key.split('~').next().unwrap_or(&row.key);
    let taken = keys(tx, signed).await?;
    let key = (2..=taken.len() + 2).map(|number| format!("{place}~{number}")).find(|key| !taken.contains(key));
    let key = key.unwrap_or_default();
    let mut aside = row.clone().into_active_model();
    aside.id = sea_orm::ActiveValue::NotSet;
    aside.key = Set(key.clone());
    aside.saved_at = Set(row.saved_at.min(now));
    aside.insert(tx).await?;
    Ok(key)
}

async fn keys<C: ConnectionTrait>(connection: &C, signed: &Signed) -> Result<Vec<String>> {
    Ok(draft::Entity::find()
        .select_only()
        .column(draft::Column::Key)
        .filter(draft::Column::MemberId.eq(signed.id.0))
        .into_tuple()
        .all(connection)
        .await?)
}

async fn refuse_too_many<C: ConnectionTrait>(connection: &C, signed: &Signed) -> Result<()> {
    if keys(connection, signed).await?.len() >= MOST {
        return Err(Error::Conflict("You have 100 drafts: throw away those that you no longer need."));
    }
    Ok(())
}

fn write(row: &mut draft::ActiveModel, new: &NewPostDraft) {
    row.title = Set(new.title.clone());
    row.body = Set(new.body.clone());
    row.shelf = Set(new.shelf.clone());
    row.tags = Set(new.tags.clone());
    row.is_confidential = Set(new.is_confidential);
    row.space = Set(new.space.clone());
}

fn is_same(row: &draft::Model, new: &NewPostDraft) -> bool {
    row.title == new.title
        && row.body == new.body
        && row.shelf == new.shelf
        && row.tags == new.tags
        && row.is_confidential == new.is_confidential
        && row.space == new.space
}

fn is_empty(row: &draft::Model) -> bool {
    row.title.trim().is_empty() && row.body.trim().is_empty()
}

/// The key, if it is that of a place.
fn known(key: &str) -> Result<&str> {
    let (place, copy) = key.split_once('~').map_or((key, None), |(place, copy)| (place, Some(copy)));
    let is_number = |text: &str| !text.is_empty() && text.len() < 19 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_place = matches!(place, "question" | "discussion")
        || place.split_once('-').is_some_and(|(kind, id)| matches!(kind, "thread" | "post") && is_number(id));
    if is_place && copy.is_none_or(is_number) { Ok(key) } else { Err(Error::NotFound) }
}

/// The thread that an answer or a reply is being written to.
fn thread_of(key: &str) -> Option<i64> {
    key.split('~').next()?.strip_prefix("thread-")?.parse().ok()
}

fn to_draft(row: draft::Model, thread: Option<ThreadLink>) -> PostDraft {
    PostDraft {
        key: row.key,
        title: row.title,
        body: row.body,
        shelf: row.shelf,
        tags: row.tags,
        is_confidential: row.is_confidential,
        space: row.space,
        saved_at: Some(to_wire(row.saved_at)),
        version: row.version,
        kept_as: None,
        thread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keys_of_places_are_known() {
        for key in ["question", "discussion", "thread-7", "post-12", "question~2"] {
            assert!(known(key).is_ok(), "{key}");
        }
        for key in ["", "thread-", "thread-x", "thread-7~", "page-3", "question~x", "thread-9999999999999999999999"] {
            assert!(known(key).is_err(), "{key}");
        }
    }
}
