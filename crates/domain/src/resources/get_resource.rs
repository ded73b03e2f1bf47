//! Getting a resource.

use api_types::ResourceId;
use api_types::resources::Resource;
use entity::resource;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::queries::{ResourceRow, joined_in_full};
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result};

/// Gets a resource.
pub async fn get_resource(deps: &Deps, id: ResourceId) -> Result<Resource> {
    let select = resource::Entity::find().select_only().columns([
        resource::Column::Id,
        resource::Column::Slug,
        resource::Column::Title,
        resource::Column::Summary,
        resource::Column::SummaryHtml,
        resource::Column::Kind,
        resource::Column::CreatedAt,
        resource::Column::Url,
        resource::Column::FileId,
        resource::Column::Licence,
        resource::Column::DownloadCount,
        resource::Column::AuthorId,
        resource::Column::ShelfId,
    ]);
    let select = joined_in_full(select).filter(resource::Column::Id.eq(id.0));
    let row: ResourceRow = select.into_model().one(&deps.read).await?.ok_or(Error::NotFound)?;
    let mut tags = tags::names_of(&deps.read, Carrier::Resource, vec![id.0]).await?;
    Ok(row.into_resource(tags.remove(&id.0).unwrap_or_default()))
}
