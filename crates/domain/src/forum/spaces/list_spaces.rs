//! Listing the spaces.

use api_types::Page;
use api_types::forum::{Space, SpaceQuery};
use entity::space;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::queries::spaces_of;
use crate::accounts::access::Actor;
use crate::forum::access;
use crate::{Deps, Result, cursor};

/// Lists the spaces that the actor may know of, the open forum first, then as they were made.
pub async fn list_spaces(deps: &Deps, actor: &Actor, query: &SpaceQuery) -> Result<Page<Space>> {
    let limit = cursor::limit(query.limit);
    let mut select = space::Entity::find().filter(access::known(actor));
    if let Some(after) = &query.after {
        let [last] = cursor::decode::<1>(after)?;
        select = select.filter(space::Column::Id.gt(last));
    }
    let mut rows = select.order_by_asc(space::Column::Id).limit(limit + 1).all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    Ok(Page { items: spaces_of(deps, actor, rows).await?, next, total: None })
}
