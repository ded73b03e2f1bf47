//! Adding a resource.

use api_types::resources::{NewResource, Resource};
use api_types::{FileId, MemberId, ResourceId};
use entity::{file, resource};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::get_resource::get_resource;
use crate::accounts::access::Signed;
use crate::constraint::is_unique_violation;
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// Adds a link or an uploaded file to the catalogue.
pub async fn add_resource(deps: &Deps, signed: &Signed, new: &NewResource) -> Result<Resource> {
    let id = add_resource_at(deps, signed.id, new, deps.clock.now()).await?;
    get_resource(deps, id).await
}

/// Adds a resource in a member's name, at a time in milliseconds since 1970.
pub async fn add_resource_at(deps: &Deps, author: MemberId, new: &NewResource, at: i64) -> Result<ResourceId> {
    let title = text::title("title", &new.title)?;
    let summary = text::lines("summary", &new.summary)?;
    let names = tags::parse(&new.tags)?;
    let licence = text::optional_line("licence", new.licence.as_ref())?;
    let url = match (&new.url, new.file_id) {
        (Some(url), None) => Some(web_address(url)?),
        (None, Some(file_id)) => {
            own_file(deps, author, file_id).await?;
            None
        }
        (None, None) => return Err(Error::field("url", "required", "Give a web address or upload a file.")),
        (Some(_), Some(_)) => return Err(Error::field("url", "invalid", "Give a web address or a file, not both.")),
    };
    let rendered = text::render(&summary).await?;

    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    count_on_shelf(&tx, new.shelf_id.0, 1).await?;
    let row = resource::ActiveModel {
        slug: Set(text::slug(&title)),
        title: Set(title),
        summary: Set(summary),
        excerpt: Set(text::excerpt(&rendered.plain)),
        summary_html: Set(rendered.html),
        renderer_version: Set(text::RENDERER_VERSION),
        kind: Set(new.kind.as_str().into()),
        shelf_id: Set(new.shelf_id.0),
        author_id: Set(author.0),
        created_at: Set(at),
        url: Set(url),
        file_id: Set(new.file_id.map(|id| id.0)),
        licence: Set(licence),
        download_count: Set(0),
        ..Default::default()
    };
    let row = row.insert(&tx).await.map_err(|error| {
        if is_unique_violation(&error, &["uq_resources_file_id", "resources.file_id"]) {
            used_file()
        } else {
            error.into()
        }
    })?;
    outbox::push(deps, &tx, &Event::ResourceChanged { id: row.id }).await?;
    tags::attach(&tx, Carrier::Resource, row.id, &names).await?;
    deps.commit(tx).await?;
    Ok(ResourceId(row.id))
}

fn used_file() -> Error {
    Error::field("file_id", "used", "This file is part of a resource already. Upload it again.")
}

/// The file must be the author's own; of another's nothing is told.
async fn own_file(deps: &Deps, author: MemberId, id: FileId) -> Result<()> {
    let row = file::Entity::find_by_id(id.0).one(&deps.read).await?;
    match row {
        Some(row) if row.uploaded_by == author.0 => Ok(()),
        _ => Err(Error::field("file_id", "unknown", "Upload the file first.")),
    }
}

/// An address on the web: http or https, a host, no name or password in it, no blanks.
fn web_address(typed: &str) -> Result<String> {
    let wrong = || Error::field("url", "invalid", "Give the whole web address, beginning with https://.");
    let url = text::line("url", typed)?;
    let lower = url.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).ok_or_else(wrong)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.split(':').next().unwrap_or_default();
    let is_host = host.contains('.')
        && host.split('.').all(|label| !label.is_empty() && label.chars().all(|character| character.is_alphanumeric() || character == '-'));
    if !is_host || authority.contains('@') || url.chars().any(|character| character.is_whitespace() || matches!(character, '"' | '<' | '>' | '\\')) {
        return Err(wrong());
    }
    Ok(url)
}
