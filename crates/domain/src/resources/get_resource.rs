//! Getting a resource.

use std::collections::HashSet;

use api_types::ResourceId;
use api_types::resources::{GuideLink, Resource, ResourceStatus, ResourceViewer};
use chrono::NaiveDate;
use entity::{resource, resource_author};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};

use super::access;
use super::queries::{self, Attached};
use crate::accounts::access::Actor;
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::forum;
use crate::membership::people::summaries;
use crate::topics::queries::{Standing, join_shelf};
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result};

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    resource: resource::Model,
    #[sea_orm(nested)]
    author: Author,
    #[sea_orm(nested)]
    shelf: Standing,
    #[sea_orm(nested)]
    file: Attached,
}

/// Gets a resource. A draft is as unknown as nothing to those who may not see it.
pub async fn get_resource(deps: &Deps, actor: &Actor, id: ResourceId) -> Result<Resource> {
    let select = author::join(resource::Entity::find(), queries::to_author());
    let select = queries::join_file(join_shelf(select, queries::to_shelf()));
    let row: Row =
        select.filter(resource::Column::Id.eq(id.0)).into_model().one(&deps.read).await?.ok_or(Error::NotFound)?;
    if !access::may_see(actor, &row.resource) {
        return Err(Error::NotFound);
    }
    let (mut authors, mut owner, mut question) = (Vec::new(), None, None);
    if let Some(owner_id) = row.resource.owner_id {
        let ids: Vec<i64> = resource_author::Entity::find()
            .select_only()
            .column(resource_author::Column::MemberId)
            .filter(resource_author::Column::ResourceId.eq(id.0))
            .order_by_asc(resource_author::Column::Place)
            .into_tuple()
            .all(&deps.read)
            .await?;
        let people = summaries(&deps.read, ids.iter().copied().chain([owner_id])).await?;
        authors = ids.iter().filter_map(|id| people.get(id).cloned()).collect();
        owner = people.get(&owner_id).cloned();
    }
    if let Some(thread) = row.resource.thread_id {
        question = forum::link_to(deps, actor, thread).await?;
    }
    let can_edit = matches!(actor, Actor::Signed(signed) if access::may_edit(signed, &row.resource));
    let status = if access::is_published(&row.resource) { ResourceStatus::Published } else { ResourceStatus::Draft };
    let mut tags = tags::names_of(&deps.read, Carrier::Resource, vec![id.0]).await?;
    let resource = row.resource;
    Ok(Resource {
        id,
        slug: resource.slug,
        title: resource.title,
        summary: resource.summary,
        summary_html: resource.summary_html,
        kind: queries::kind(&resource.kind),
        shelf: row.shelf.into(),
        tags: tags.remove(&id.0).unwrap_or_default(),
        author: row.author.into(),
        created_at: to_wire(resource.created_at),
        url: resource.url.filter(|url| !url.is_empty()),
        file: row.file.into_file(),
        licence: resource.licence,
        download_count: resource.download_count,
        status,
        authors,
        owner,
        review_on: date_of(resource.review_on.as_deref()),
        question,
        version: resource.version,
        viewer: ResourceViewer { can_edit },
    })
}

/// A guide as its question shows it, if the viewer may see it.
pub(crate) async fn guide_link(deps: &Deps, actor: &Actor, id: i64) -> Result<Option<GuideLink>> {
    let found = resource::Entity::find_by_id(id).one(&deps.read).await?;
    Ok(found.filter(|row| access::may_see(actor, row)).map(|row| GuideLink {
        id: ResourceId(row.id),
        is_draft: !access::is_published(&row),
        review_on: date_of(row.review_on.as_deref()),
        slug: row.slug,
        title: row.title,
    }))
}

/// Which of some resources are there for everybody.
pub(crate) async fn published_of<C: ConnectionTrait>(connection: &C, ids: Vec<i64>) -> Result<HashSet<i64>> {
    let ids: Vec<i64> = resource::Entity::find()
        .select_only()
        .column(resource::Column::Id)
        .filter(resource::Column::Id.is_in(ids))
        .filter(resource::Column::Status.eq(ResourceStatus::Published.as_str()))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(ids.into_iter().collect())
}

fn date_of(kept: Option<&str>) -> Option<NaiveDate> {
    kept?.parse().ok()
}
