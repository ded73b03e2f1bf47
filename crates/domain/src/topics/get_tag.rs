//! Getting a tag.

use api_types::TagId;
use api_types::accounts::Role;
use api_types::tags::TagDetail;
use entity::{follow, tag, tag_synonym};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::tags;
use crate::accounts::access::Actor;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Gets a tag by its name, or by another word that stands for it.
pub async fn get_tag(deps: &Deps, actor: &Actor, name: &str) -> Result<TagDetail> {
    let id = tags::id_of(&deps.read, name).await?.ok_or(Error::NotFound)?;
    if !tags::is_known(deps, actor, id).await? {
        return Err(Error::NotFound);
    }
    detail_of(deps, actor, id).await
}

/// A tag as the viewer sees it.
pub(super) async fn detail_of(deps: &Deps, actor: &Actor, id: i64) -> Result<TagDetail> {
    let row = tag::Entity::find_by_id(id).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let synonyms: Vec<String> = tag_synonym::Entity::find()
        .select_only()
        .column(tag_synonym::Column::Name)
        .filter(tag_synonym::Column::TagId.eq(id))
        .order_by_asc(tag_synonym::Column::Name)
        .into_tuple()
        .all(&deps.read)
        .await?;
    let is_followed = match actor.id() {
        Some(member) => follow::Entity::find_by_id((member.0, "tag".to_owned(), id)).one(&deps.read).await?.is_some(),
        None => false,
    };
    Ok(TagDetail {
        id: TagId(row.id),
        name: row.name,
        description: row.description,
        synonyms,
        item_count: row.item_count,
        version: row.version,
        is_followed,
        can_edit: actor.role().is_some_and(|role| role >= Role::Moderator),
    })
}
