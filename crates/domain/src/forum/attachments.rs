//! Files and pictures within posts.
//!
//! Each has an address that cannot be guessed and that stands in the text of its post alone, so it is told to those who
//! may read the post: browsers show pictures without saying who asks. With the post, the address is gone.

use std::collections::BTreeSet;

use api_types::forum::Attachment;
use api_types::limits::FILE_BYTES;
use bytes::Bytes;
use entity::{attachment, draft, member, post, post_revision, post_suggestion, thread};
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};
use sea_orm::sea_query::{Expr, LikeExpr};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QuerySelect, RelationDef,
};

use super::{access, queries};
use crate::accounts::access::Signed;
use crate::membership::contains;
use crate::people::picture;
use crate::resources::{media_type, upload_file};
use crate::{Deps, Error, Result};

/// What all their paths begin with.
pub(crate) const PATH: &str = "/api/v1/attachments/";
/// How long the last part of a path is.
const KEY: usize = 32;
/// How many files a member may upload within [`WINDOW`].
const UPLOADS: u64 = 40;
/// Half an hour, in milliseconds.
const WINDOW: i64 = 30 * 60 * 1000;
/// How wide and high a picture in a post is at most, in pixels.
const SIDE: u32 = 1_600;
/// How many orphans are looked at in one go.
const ORPHANS: u64 = 500;

/// Uploads a file, to be put into a post. Pictures are made anew, so that nothing else of the file is kept.
pub async fn upload_attachment(deps: &Deps, signed: &Signed, name: &str, bytes: Vec<u8>) -> Result<Attachment> {
    if !access::takes_part(signed) {
        return Err(Error::Forbidden);
    }
    if bytes.len() > FILE_BYTES {
        return Err(Error::TooLarge);
    }
    let mut name = upload_file::cleaned(name)?;
    refuse_too_many(&deps.read, signed, deps.clock.now()).await?;
    let found = media_type::detect(&name, &bytes).ok_or(Error::UnsupportedMediaType(media_type::ACCEPTED))?;
    let is_picture = matches!(found, "image/png" | "image/jpeg" | "image/webp");
    let (media_type, bytes) = if is_picture {
        name = format!("{}.jpg", name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem));
        (picture::MEDIA_TYPE, picture::remade_within(bytes, SIDE).await?)
    } else {
        (found, bytes)
    };
    let size = i64::try_from(bytes.len()).map_err(|error| Error::internal("measuring a file", error))?;
    // It is stored before its row is written: a row never stands for a file that is not there.
    let key = picture::new_key()?;
    let place = Path::from(key.as_str());
    deps.files
        .put(&place, PutPayload::from_bytes(bytes.into()))
        .await
        .map_err(|error| Error::internal("storing a file", error))?;
    let row = attachment::ActiveModel {
        key: Set(key),
        name: Set(name),
        media_type: Set(media_type.into()),
        size: Set(size),
        uploaded_by: Set(signed.id.0),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    };
    match insert(deps, signed, row).await {
        Ok(row) => Ok(to_attachment(row)),
        Err(error) => {
            if let Err(leftover) = deps.files.delete(&place).await {
                tracing::warn!(error = %leftover, "a file that no row stands for could not be removed");
            }
            Err(error)
        }
    }
}

/// What is at an address: the name, the media type and the bytes.
pub async fn get_attachment(deps: &Deps, key: &str) -> Result<(Attachment, Bytes)> {
    let to_post: RelationDef =
        attachment::Entity::belongs_to(post::Entity).from(attachment::Column::PostId).to(post::Column::Id).into();
    // Once in a post it is there for as long as the post and its thread are.
    let row = attachment::Entity::find()
        .join(JoinType::LeftJoin, to_post)
        .join(JoinType::LeftJoin, queries::post_to_thread())
        .filter(attachment::Column::Key.eq(key))
        .filter(post::Column::DeletedAt.is_null())
        .filter(thread::Column::DeletedAt.is_null())
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    let failed = |error| Error::internal("reading a file", error);
    let bytes = deps.files.get(&Path::from(row.key.as_str())).await.map_err(failed)?.bytes().await.map_err(failed)?;
    Ok((to_attachment(row), bytes))
}

/// Notes which of the member's uploads stand in a post now, as part of the transaction that writes it.
pub(super) async fn tie<C: ConnectionTrait>(tx: &C, post_id: i64, member: i64, body: &str) -> Result<()> {
    let keys = keys_in(body);
    if keys.is_empty() {
        return Ok(());
    }
    attachment::Entity::update_many()
        .col_expr(attachment::Column::PostId, Expr::value(post_id))
        .filter(attachment::Column::Key.is_in(keys))
        .filter(attachment::Column::UploadedBy.eq(member))
        .filter(attachment::Column::PostId.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes away the rows of what is tied to a post and stands in it no more, neither now nor in what is kept of what it
/// said or was to say; gives their keys, whose files [`remove_files`] removes once that is committed.
pub(super) async fn let_go<C: ConnectionTrait>(tx: &C, post_id: i64) -> Result<Vec<String>> {
    let tied = attachment::Entity::find().filter(attachment::Column::PostId.eq(post_id)).all(tx).await?;
    if tied.is_empty() {
        return Ok(Vec::new());
    }
    // Nobody is to put one back meanwhile.
    let now = post::Entity::find_by_id(post_id).lock_exclusive().one(tx).await?.map(|row| row.body);
    let before: Vec<String> = post_revision::Entity::find()
        .select_only()
        .column(post_revision::Column::Body)
        .filter(post_revision::Column::PostId.eq(post_id))
        .into_tuple()
        .all(tx)
        .await?;
    let suggested: Vec<(String, String)> = post_suggestion::Entity::find()
        .select_only()
        .columns([post_suggestion::Column::OldBody, post_suggestion::Column::Body])
        .filter(post_suggestion::Column::PostId.eq(post_id))
        .into_tuple()
        .all(tx)
        .await?;
    let texts = now.into_iter().chain(before).chain(suggested.into_iter().flat_map(|(old, new)| [old, new]));
    let standing: BTreeSet<String> = texts.flat_map(|text| keys_in(&text)).collect();
    let gone: Vec<attachment::Model> = tied.into_iter().filter(|row| !standing.contains(&row.key)).collect();
    delete(tx, &gone).await?;
    Ok(gone.into_iter().map(|row| row.key).collect())
}

/// Deletes what is attached to posts that were deleted before a moment, or whose threads were, before those go.
pub(crate) async fn purge_deleted(deps: &Deps, before: i64) -> Result<u64> {
    let to_post: RelationDef =
        attachment::Entity::belongs_to(post::Entity).from(attachment::Column::PostId).to(post::Column::Id).into();
    let with_post = Condition::all().add(post::Column::DeletedAt.lt(before)).add(post::Column::Number.gt(1));
    let with_thread =
        Condition::all().add(thread::Column::DeletedAt.lt(before)).add(thread::Column::MergedIntoId.is_null());
    let mut gone = 0;
    loop {
        let rows = attachment::Entity::find()
            .join(JoinType::InnerJoin, to_post.clone())
            .join(JoinType::InnerJoin, queries::post_to_thread())
            .filter(Condition::any().add(with_post.clone()).add(with_thread.clone()))
            .limit(ORPHANS)
            .all(&deps.write)
            .await?;
        if rows.is_empty() {
            return Ok(gone);
        }
        gone += delete(&deps.write, &rows).await?;
        remove_files(deps, rows.into_iter().map(|row| row.key).collect()).await;
    }
}

async fn delete<C: ConnectionTrait>(connection: &C, rows: &[attachment::Model]) -> Result<u64> {
    let ids = attachment::Column::Id.is_in(rows.iter().map(|row| row.id));
    Ok(attachment::Entity::delete_many().filter(ids).exec(connection).await?.rows_affected)
}

/// Deletes uploads that came before a moment and stand in no post and no draft.
pub(crate) async fn purge_orphans(deps: &Deps, before: i64) -> Result<u64> {
    let loose = attachment::Entity::find()
        .filter(attachment::Column::PostId.is_null())
        .filter(attachment::Column::CreatedAt.lt(before))
        .limit(ORPHANS)
        .all(&deps.read)
        .await?;
    let mut gone = 0;
    for row in loose {
        let mentioned = draft::Entity::find()
            .filter(draft::Column::MemberId.eq(row.uploaded_by))
            .filter(draft::Column::Body.like(LikeExpr::new(contains(&row.key)).escape('!')))
            .count(&deps.read)
            .await?;
        if mentioned > 0 {
            continue;
        }
        let done = attachment::Entity::delete_many()
            .filter(attachment::Column::Id.eq(row.id))
            .filter(attachment::Column::PostId.is_null())
            .exec(&deps.write)
            .await?;
        if done.rows_affected > 0 {
            remove_file(deps, &row.key).await;
            gone += 1;
        }
    }
    Ok(gone)
}

/// Removes files that no row stands for any more.
pub(super) async fn remove_files(deps: &Deps, keys: Vec<String>) {
    for key in keys {
        remove_file(deps, &key).await;
    }
}

/// Removes a file that no row stands for any more. One that stays behind is found by nobody.
async fn remove_file(deps: &Deps, key: &str) {
    if let Err(error) = deps.files.delete(&Path::from(key)).await {
        tracing::warn!(%error, "a file that is in no post could not be removed");
    }
}

/// The last part of an address of an attachment, if that is what it is.
pub(crate) fn key_of(address: &str) -> Option<&str> {
    let key = address.strip_prefix(PATH)?;
    (key.len() == KEY && key.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'))).then_some(key)
}

/// The keys of the addresses that stand in a text.
fn keys_in(body: &str) -> BTreeSet<String> {
    body.match_indices(PATH)
        .filter_map(|(place, _)| body.get(place..place + PATH.len() + KEY).and_then(key_of))
        .map(str::to_owned)
        .collect()
}

async fn insert(deps: &Deps, signed: &Signed, row: attachment::ActiveModel) -> Result<attachment::Model> {
    let tx = deps.begin().await?;
    // Uploads of one member wait for one another here, so that many at once are counted rightly.
    member::Entity::find_by_id(signed.id.0).lock_exclusive().one(&tx).await?.ok_or(Error::Unauthenticated)?;
    refuse_too_many(&tx, signed, deps.clock.now()).await?;
    let row = row.insert(&tx).await?;
    tx.commit().await?;
    Ok(row)
}

async fn refuse_too_many<C: ConnectionTrait>(connection: &C, signed: &Signed, now: i64) -> Result<()> {
    let recent = attachment::Entity::find()
        .filter(attachment::Column::UploadedBy.eq(signed.id.0))
        .filter(attachment::Column::CreatedAt.gt(now - WINDOW))
        .count(connection)
        .await?;
    if recent >= UPLOADS {
        return Err(Error::RateLimited { retry_after_seconds: 30 * 60 });
    }
    Ok(())
}

fn to_attachment(row: attachment::Model) -> Attachment {
    Attachment {
        path: format!("{PATH}{}", row.key),
        is_picture: row.media_type == picture::MEDIA_TYPE,
        name: row.name,
        media_type: row.media_type,
        size: row.size,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_a_text() {
        let key = "0123456789abcdef0123456789abcdef";
        let body = format!("![a]({PATH}{key}) and {PATH}short and [ŵ](https://evil.example{PATH}{key})");
        assert_eq!(keys_in(&body), [key.to_owned()].into());
        assert_eq!(key_of(&format!("{PATH}{key}")), Some(key));
        assert_eq!(key_of(&format!("{PATH}{key}/..")), None);
        assert_eq!(key_of(&format!("{PATH}../{}", &key[3..])), None);
    }
}
