//! Adding a resource.

use api_types::resources::{NewResource, Resource, ResourceStatus};
use api_types::{FieldError, FileId, MemberId, ResourceId, limits};
use entity::{file, resource};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::access;
use super::get_resource::get_resource;
use crate::accounts::access::{Actor, Signed};
use crate::constraint::is_unique_violation;
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// Adds a resource: a link, or a file that the member has uploaded.
pub async fn add_resource(deps: &Deps, signed: &Signed, new: &NewResource) -> Result<Resource> {
    if !access::may_add(signed) {
        return Err(Error::Forbidden);
    }
    let id = add_resource_at(deps, signed.id, new, deps.clock.now()).await?;
    get_resource(deps, &Actor::Signed(signed.clone()), id).await
}

/// Adds a resource in a member's name, at a time in milliseconds since 1970. The member is not asked:
/// this is for [`add_resource`] and for the demonstration network.
pub async fn add_resource_at(deps: &Deps, author: MemberId, new: &NewResource, at: i64) -> Result<ResourceId> {
    let title = text::title("title", &new.title)?;
    let summary = text::lines("summary", &new.summary)?;
    let names = tags::parse(&new.tags)?;
    let licence = licence_of(new.licence.as_ref())?;
    let url = new.url.as_deref().map(str::trim).filter(|url| !url.is_empty());
    let (url, file) = match (url, new.file_id) {
        (Some(url), None) => (Some(address(url)?), None),
        (None, Some(file)) => (None, Some(file)),
        (Some(_), Some(_)) => return Err(one_of_both("Give either an address or a file, not both.")),
        (None, None) => return Err(one_of_both("Give an address or upload a file.")),
    };
    let rendered = text::render(&summary).await?;

    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    if let Some(file) = file {
        require_own_and_unused(&tx, author, file).await?;
    }
    // The shelf is counted first, so that one that does not exist is told of by the name of its field.
    count_on_shelf(&tx, new.shelf_id.0, 1).await?;
    let row = resource::ActiveModel {
        slug: Set(text::slug(&title)),
        title: Set(title),
        summary: Set(summary),
        excerpt: Set(text::excerpt(&rendered.plain)),
        summary_html: Set(rendered.html),
        renderer_version: Set(text::RENDERER_VERSION),
        kind: Set(new.kind.as_str().to_owned()),
        shelf_id: Set(new.shelf_id.0),
        author_id: Set(author.0),
        created_at: Set(at),
        url: Set(url),
        file_id: Set(file.map(|file| file.0)),
        licence: Set(licence),
        download_count: Set(0),
        status: Set(ResourceStatus::Published.as_str().into()),
        version: Set(1),
        ..Default::default()
    }
    .insert(&tx)
    .await
    .map_err(|error| {
        if is_unique_violation(&error, &["uq_resources_file_id", "resources.file_id"]) { used() } else { error.into() }
    })?;
    outbox::push(deps, &tx, &Event::ResourceChanged { id: row.id }).await?;
    tags::attach(&tx, Carrier::Resource, row.id, &names, true).await?;
    deps.commit(tx).await?;
    Ok(ResourceId(row.id))
}

/// Somebody else's file is as unknown as one that does not exist.
async fn require_own_and_unused<C: ConnectionTrait>(tx: &C, author: MemberId, id: FileId) -> Result<()> {
    let own = file::Entity::find_by_id(id.0).filter(file::Column::UploadedBy.eq(author.0)).one(tx).await?;
    if own.is_none() {
        return Err(Error::field("file_id", "invalid", "Upload the file first."));
    }
    if resource::Entity::find().filter(resource::Column::FileId.eq(id.0)).count(tx).await? > 0 {
        return Err(used());
    }
    Ok(())
}

fn used() -> Error {
    Error::field("file_id", "already_used", "This file is part of a resource already: upload it again.")
}

fn one_of_both(message: &str) -> Error {
    let fault = |field: &str| FieldError { field: field.into(), code: "one_of".into(), message: message.into() };
    Error::Invalid(vec![fault("url"), fault("file_id")])
}

/// A web address in its normal form. User names are refused, since they make an address look like
/// that of another host.
pub(crate) fn address(typed: &str) -> Result<String> {
    let url = url::Url::parse(typed).ok().filter(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.host_str().is_some_and(|host| !host.is_empty())
            && url.username().is_empty()
            && url.password().is_none()
    });
    match url {
        Some(url) if url.as_str().len() <= limits::URL => Ok(url.into()),
        Some(_) => Err(Error::field("url", "too_long", "Give a shorter address.")),
        None => Err(Error::field("url", "invalid", "Give a whole address that begins with https:// or http://.")),
    }
}

/// A licence as it is kept.
pub(super) fn licence_of(typed: Option<&String>) -> Result<Option<String>> {
    let licence = text::optional_line("licence", typed)?;
    if licence.as_deref().is_some_and(|licence| !is_licence(licence)) {
        return Err(Error::field(
            "licence",
            "invalid",
            "Give the licence by its SPDX identifier, such as CC-BY-4.0, or all-rights-reserved.",
        ));
    }
    Ok(licence)
}

/// Whether it has the form of an SPDX identifier. The list itself grows, so it is not checked.
fn is_licence(licence: &str) -> bool {
    licence.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '.' | '+'))
}
