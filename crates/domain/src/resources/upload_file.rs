//! Uploading a file, to be part of a resource.

use api_types::resources::File;
use api_types::{FileId, limits};
use bytes::{Bytes, BytesMut};
use entity::file;
use futures_util::{Stream, StreamExt};
use object_store::ObjectStoreExt as _;
use object_store::path::Path;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::accounts::access::Signed;
use crate::{Deps, Error, Result, accounts, text};

/// How many files a member may upload, and within how many milliseconds.
const MOST: (u64, i64) = (30, 30 * 60_000);

/// What is taken, said to who sends something else.
const TAKEN: &str = "Send a PDF, a Word, spreadsheet or slides file, a PNG, JPEG, GIF or WebP picture, or plain text or CSV, \
    with the ending that belongs to it.";

/// Stores a file: first the bytes, then the row, so that there is never a row without its file.
pub async fn upload_file<E>(
    deps: &Deps,
    signed: &Signed,
    name: &str,
    mut chunks: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
) -> Result<File> {
    let now = deps.clock.now();
    let recent = file::Entity::find()
        .filter(file::Column::UploadedBy.eq(signed.id.0))
        .filter(file::Column::CreatedAt.gt(now - MOST.1))
        .count(&deps.read)
        .await?;
    if recent >= MOST.0 {
        return Err(Error::RateLimited { retry_after_seconds: 30 * 60 });
    }
    let name = clean_name(name)?;
    let mut bytes = BytesMut::new();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Error::field("body", "broken", "The file broke off; send it again."))?;
        if bytes.len() + chunk.len() > limits::FILE_BYTES {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    if bytes.is_empty() {
        return Err(Error::field("body", "required", "The file is empty. Choose another."));
    }
    let media_type = media_type_of(&name, &bytes)?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let storage_key = accounts::new_secret()?;
    deps.files
        .put(&Path::from(storage_key.as_str()), bytes.freeze().into())
        .await
        .map_err(|error| Error::internal("storing a file", error))?;
    let row = file::ActiveModel {
        name: Set(name),
        media_type: Set(media_type.into()),
        size: Set(size),
        storage_key: Set(storage_key),
        uploaded_by: Set(signed.id.0),
        created_at: Set(now),
        ..Default::default()
    }
    .insert(&deps.write)
    .await?;
    Ok(File { id: FileId(row.id), name: row.name, media_type: row.media_type, size: row.size })
}

/// A file's name without folders and without signs that mean something in headers or on disks.
fn clean_name(typed: &str) -> Result<String> {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = text::line("name", last)?
        .chars()
        .filter(|character| !matches!(character, '"' | '\'' | '<' | '>' | ':' | '|' | '?' | '*' | ';'))
        .collect();
    let (stem, ending) = name.rsplit_once('.').ok_or(Error::UnsupportedMediaType(TAKEN))?;
    let stem: String = stem.trim_matches(['.', ' ']).chars().take(100).collect();
    if stem.is_empty() || ending.is_empty() || ending.len() > 5 {
        return Err(Error::UnsupportedMediaType(TAKEN));
    }
    Ok(format!("{stem}.{}", ending.to_lowercase()))
}

/// The type that the first bytes show; the ending of the name must belong to it.
fn media_type_of(name: &str, bytes: &[u8]) -> Result<&'static str> {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let found = infer::get(bytes).map(|kind| kind.mime_type());
    let is_zip = matches!(found, Some("application/zip")) || bytes.starts_with(b"PK\x03\x04");
    let is_compound = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    let is_text = found.is_none()
        && std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0') && !text.trim_start().starts_with('<'));
    let media_type = match ending {
        "pdf" if bytes.starts_with(b"%PDF-") => "application/pdf",
        "png" if found == Some("image/png") => "image/png",
        "jpg" | "jpeg" if found == Some("image/jpeg") => "image/jpeg",
        "gif" if found == Some("image/gif") => "image/gif",
        "webp" if found == Some("image/webp") => "image/webp",
        "docx" if is_zip => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" if is_zip => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" if is_zip => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" if is_zip => "application/vnd.oasis.opendocument.text",
        "ods" if is_zip => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" if is_zip => "application/vnd.oasis.opendocument.presentation",
        "doc" if is_compound => "application/msword",
        "xls" if is_compound => "application/vnd.ms-excel",
        "ppt" if is_compound => "application/vnd.ms-powerpoint",
        "txt" if is_text => "text/plain",
        "csv" if is_text => "text/csv",
        _ => return Err(Error::UnsupportedMediaType(TAKEN)),
    };
    Ok(media_type)
}
