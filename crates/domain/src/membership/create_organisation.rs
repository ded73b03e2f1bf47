//! Makes an organisation of the demo, with a library in its care and its people.

use api_types::membership::AffiliationRole;
use entity::library;
use sea_orm::EntityTrait;

use super::organisation::{Founding, found, take_in, take_on};
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Founds an organisation that runs a library and takes people in; the first is its primary contact.
pub async fn create_organisation(deps: &Deps, library_id: i64, people: &[(i64, AffiliationRole)]) -> Result<i64> {
    let library = library::Entity::find_by_id(library_id).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let transaction = deps.begin().await?;
    let id = found(deps, &transaction, &Founding::of_library(&library)).await?;
    take_on(deps, &transaction, id, library_id).await?;
    for (member_id, role) in people {
        take_in(deps, &transaction, id, *member_id, *role, None).await?;
    }
    deps.commit(transaction).await?;
    Ok(id)
}
