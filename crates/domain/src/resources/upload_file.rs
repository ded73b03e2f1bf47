//! Uploading a file.

use api_types::limits::FILE_BYTES;
use api_types::resources::File;
use api_types::{FieldError, MemberId};
use bytes::{Bytes, BytesMut};
use entity::{file, member};
use futures_util::{Stream, StreamExt};
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::queries::to_file;
use super::{access, media_type};
use crate::accounts::access::Signed;
use crate::{Deps, Error, Result, text};

/// How many files a member may upload within [`WINDOW`].
const UPLOADS: u64 = 30;
/// Half an hour, in milliseconds.
const WINDOW: i64 = 30 * 60 * 1000;
/// Longest name of a file, in characters.
const NAME: usize = 100;

/// Uploads a file, to become part of a resource. It is stored before its row is written: a row never
/// stands for a file that is not there.
pub async fn upload_file<S, E>(deps: &Deps, signed: &Signed, name: &str, stream: S) -> Result<File>
where
    S: Stream<Item = std::result::Result<Bytes, E>> + Unpin,
{
    if !access::may_add(signed) {
        return Err(Error::Forbidden);
    }
    let name = cleaned(name)?;
    refuse_too_many(&deps.read, signed.id, deps.clock.now()).await?;

    let bytes = read(stream).await?;
    let media_type = media_type::detect(&name, &bytes).ok_or(Error::UnsupportedMediaType(media_type::ACCEPTED))?;
    let size = i64::try_from(bytes.len()).map_err(|error| Error::internal("measuring a file", error))?;

    let mut key = [0; 16];
    getrandom::fill(&mut key).map_err(|error| Error::internal("naming a file", error.to_string()))?;
    let storage_key = hex::encode(key);
    let path = Path::from(storage_key.as_str());
    deps.files
        .put(&path, PutPayload::from_bytes(bytes))
        .await
        .map_err(|error| Error::internal("storing a file", error))?;

    let row = file::ActiveModel {
        name: Set(name),
        media_type: Set(media_type.to_owned()),
        size: Set(size),
        storage_key: Set(storage_key),
        uploaded_by: Set(signed.id.0),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    };
    match insert(deps, signed.id, row).await {
        Ok(row) => Ok(to_file(row)),
        Err(error) => {
            if let Err(leftover) = deps.files.delete(&path).await {
                tracing::warn!(error = %leftover, "a file that no row stands for could not be removed");
            }
            Err(error)
        }
    }
}

async fn insert(deps: &Deps, member: MemberId, row: file::ActiveModel) -> Result<file::Model> {
    let tx = deps.begin().await?;
    // Uploads of one member wait for one another here, so that many at once are counted rightly.
    member::Entity::find_by_id(member.0).lock_exclusive().one(&tx).await?.ok_or(Error::Unauthenticated)?;
    refuse_too_many(&tx, member, deps.clock.now()).await?;
    let row = row.insert(&tx).await?;
    deps.commit(tx).await?;
    Ok(row)
}

async fn refuse_too_many<C: ConnectionTrait>(connection: &C, member: MemberId, now: i64) -> Result<()> {
    let oldest: Option<i64> = file::Entity::find()
        .select_only()
        .column(file::Column::CreatedAt)
        .filter(file::Column::UploadedBy.eq(member.0))
        .filter(file::Column::CreatedAt.gt(now - WINDOW))
        .order_by_desc(file::Column::CreatedAt)
        .offset(UPLOADS - 1)
        .limit(1)
        .into_tuple()
        .one(connection)
        .await?;
    match oldest {
        None => Ok(()),
        Some(oldest) => {
            let wait = (oldest + WINDOW - now).max(1000);
            Err(Error::RateLimited { retry_after_seconds: u64::try_from(wait).unwrap_or(0).div_ceil(1000) })
        }
    }
}

/// Reads an upload into memory, and no further than files may be long.
async fn read<S, E>(mut stream: S) -> Result<Bytes>
where
    S: Stream<Item = std::result::Result<Bytes, E>> + Unpin,
{
    let mut bytes = BytesMut::new();
    while let Some(part) = stream.next().await {
        let Ok(part) = part else { return Err(fault("incomplete", "The file did not arrive whole: try again.")) };
        if bytes.len() + part.len() > FILE_BYTES {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&part);
    }
    if bytes.is_empty() {
        return Err(fault("required", "The file is empty: choose another one."));
    }
    Ok(bytes.freeze())
}

fn fault(code: &str, message: &str) -> Error {
    Error::Invalid(vec![FieldError { field: "file".into(), code: code.into(), message: message.into() }])
}

/// The name without folders, quotes and control characters, cut in front of its ending if it is long.
pub(crate) fn cleaned(name: &str) -> Result<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let unquoted: String = last.chars().filter(|character| !matches!(character, '"' | '\'' | '`')).collect();
    let line = text::line("name", &unquoted)?;
    let name = line.trim_matches([' ', '.']);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if stem.is_empty() || ending.is_empty() {
        // Without an ending nothing says what the file is meant to be.
        return Err(Error::UnsupportedMediaType(media_type::ACCEPTED));
    }
    let stem: String = stem.chars().take(NAME.saturating_sub(ending.chars().count() + 1)).collect();
    Ok(format!("{}.{ending}", stem.trim_end()))
}
