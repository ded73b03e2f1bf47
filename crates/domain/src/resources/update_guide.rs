//! Finishing a guide: changing it, publishing it, or discarding the draft.

use api_types::ResourceId;
use api_types::resources::{GuidePatch, Resource, ResourceStatus};
use entity::{resource, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};

use super::access;
use super::add_resource::licence_of;
use super::get_resource::get_resource;
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// The guide, locked, if the member may change it and it stands at the version that was read.
async fn locked<C: ConnectionTrait>(tx: &C, signed: &Signed, id: ResourceId, version: i32) -> Result<resource::Model> {
    let row = resource::Entity::find_by_id(id.0).lock_exclusive().one(tx).await?.ok_or(Error::NotFound)?;
    if !access::may_edit(signed, &row) {
        return Err(if access::may_see(&Actor::Signed(signed.clone()), &row) {
            signed.refused()
        } else {
            Error::NotFound
        });
    }
    if row.version != version {
        return Err(Error::EditConflict);
    }
    Ok(row)
}

/// Changes a guide that was read at `version`. What is absent stays.
pub async fn update_guide(
    deps: &Deps,
    signed: &Signed,
    id: ResourceId,
    version: i32,
    patch: &GuidePatch,
) -> Result<Resource> {
    let title = patch.title.as_ref().map(|title| text::title("title", title)).transpose()?;
    let summary = patch.summary.as_ref().map(|summary| text::lines("summary", summary)).transpose()?;
    let names = patch.tags.as_ref().map(|names| tags::parse(names)).transpose()?;
    let licence = licence_of(patch.licence.as_ref())?;
    let rendered = match &summary {
        Some(summary) => Some(text::render(summary).await?),
        None => None,
    };
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let row = locked(&tx, signed, id, version).await?;
    let is_published = access::is_published(&row);
    let shelf = row.shelf_id;
    let mut change = row.into_active_model();
    if let Some(title) = title {
        change.slug = Set(text::slug(&title));
        change.title = Set(title);
    }
    if let (Some(summary), Some(rendered)) = (summary, rendered) {
        change.excerpt = Set(text::excerpt(&rendered.plain));
        change.summary = Set(summary);
        change.summary_html = Set(rendered.html);
        change.renderer_version = Set(text::RENDERER_VERSION);
    }
    if patch.licence.is_some() {
        change.licence = Set(licence);
    }
    if let Some(date) = patch.review_on {
        change.review_on = Set(Some(date.to_string()));
    }
    if let Some(wanted) = patch.shelf_id.filter(|wanted| wanted.0 != shelf) {
        // Counting finds the shelf, so that one that does not exist is told of by the name of its field.
        count_on_shelf(&tx, wanted.0, i64::from(is_published)).await?;
        count_on_shelf(&tx, shelf, -i64::from(is_published)).await?;
        change.shelf_id = Set(wanted.0);
    }
    change.version = Set(version.wrapping_add(1));
    change.update(&tx).await?;
    if let Some(names) = names {
        tags::detach_from_resource(&tx, id.0, is_published).await?;
        tags::attach(&tx, Carrier::Resource, id.0, &names, is_published).await?;
    }
    outbox::push(deps, &tx, &Event::ResourceChanged { id: id.0 }).await?;
    deps.commit(tx).await?;
    get_resource(deps, &Actor::Signed(signed.clone()), id).await
}

/// Publishes a draft that was read at `version`: from then on everybody sees, finds and counts it.
pub async fn publish_guide(deps: &Deps, signed: &Signed, id: ResourceId, version: i32) -> Result<Resource> {
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let row = locked(&tx, signed, id, version).await?;
    if access::is_published(&row) {
        return Err(Error::Conflict("This guide is published already."));
    }
    count_on_shelf(&tx, row.shelf_id, 1).await?;
    let mut change = row.into_active_model();
    change.status = Set(ResourceStatus::Published.as_str().into());
    change.created_at = Set(deps.clock.now());
    change.version = Set(version.wrapping_add(1));
    change.update(&tx).await?;
    let names = tags::names_of(&tx, Carrier::Resource, vec![id.0]).await?.remove(&id.0).unwrap_or_default();
    tags::detach_from_resource(&tx, id.0, false).await?;
    tags::attach(&tx, Carrier::Resource, id.0, &names, true).await?;
    outbox::push(deps, &tx, &Event::ResourceChanged { id: id.0 }).await?;
    deps.commit(tx).await?;
    get_resource(deps, &Actor::Signed(signed.clone()), id).await
}

/// Discards a draft that was read at `version`; the answer stays, and can become another one.
pub async fn discard_guide(deps: &Deps, signed: &Signed, id: ResourceId, version: i32) -> Result<()> {
    let tx = deps.begin().await?;
    let row = locked(&tx, signed, id, version).await?;
    if access::is_published(&row) {
        return Err(Error::Conflict("A guide that is published cannot be discarded. Ask a moderator."));
    }
    thread::Entity::update_many()
        .col_expr(thread::Column::GuideId, Expr::value(Option::<i64>::None))
        .filter(thread::Column::GuideId.eq(id.0))
        .exec(&tx)
        .await?;
    tags::detach_from_resource(&tx, id.0, false).await?;
    resource::Entity::delete_by_id(id.0).exec(&tx).await?;
    deps.commit(tx).await
}
