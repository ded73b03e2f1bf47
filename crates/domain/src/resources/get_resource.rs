//! Getting a resource.

use api_types::ResourceId;
use api_types::resources::Resource;
use entity::resource;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};

use super::queries::{self, Attached};
use crate::author::{self, Author};
use crate::clock::to_wire;
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

/// Gets a resource.
pub async fn get_resource(deps: &Deps, id: ResourceId) -> Result<Resource> {
    let select = author::join(resource::Entity::find(), queries::to_author());
    let select = queries::join_file(join_shelf(select, queries::to_shelf()));
    let row: Row =
        select.filter(resource::Column::Id.eq(id.0)).into_model().one(&deps.read).await?.ok_or(Error::NotFound)?;
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
        url: resource.url,
        file: row.file.into_file(),
        licence: resource.licence,
        download_count: resource.download_count,
    })
}
