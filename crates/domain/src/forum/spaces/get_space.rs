//! Getting a space.

use api_types::forum::Space;
use entity::space;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::queries::space_of;
use crate::accounts::access::Actor;
use crate::forum::access;
use crate::{Deps, Error, Result};

/// Gets a space by its id, or by the words in its address, which are never a number.
pub async fn get_space(deps: &Deps, actor: &Actor, key: &str) -> Result<Space> {
    let select = space::Entity::find().filter(access::known(actor));
    let select = match key.parse::<i64>() {
        Ok(id) => select.filter(space::Column::Id.eq(id)),
        Err(_) => select.filter(space::Column::Slug.eq(key)),
    };
    let row = select.one(&deps.read).await?.ok_or(Error::NotFound)?;
    space_of(deps, actor, row).await
}
