//! Makes an organisation of the demo, with a library in its care and its people.

use api_types::membership::AffiliationRole;
use entity::{affiliation, library, member, organisation};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::organisation::{Founding, found, take_in, take_on};
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Founds an organisation that runs a library and takes people in; the first is its primary contact.
pub async fn create_organisation(deps: &Deps, library_id: i64, people: &[(i64, AffiliationRole)]) -> Result<i64> {
    create_organisation_at(deps, library_id, people, deps.clock.now()).await
}

/// The same, as if it had happened at a time that has been.
pub async fn create_organisation_at(
    deps: &Deps,
    library_id: i64,
    people: &[(i64, AffiliationRole)],
    joined_at: i64,
) -> Result<i64> {
    let library = library::Entity::find_by_id(library_id).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let transaction = deps.begin().await?;
    let id = found(deps, &transaction, &Founding::of_library(&library)).await?;
    take_on(deps, &transaction, id, library_id).await?;
    for (member_id, role) in people {
        take_in(deps, &transaction, id, *member_id, *role, None).await?;
    }
    date(&transaction, id, people, joined_at).await?;
    deps.commit(transaction).await?;
    Ok(id)
}

/// Writes when all of it happened: nobody belonged, nor had an account later, than they joined.
async fn date<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    people: &[(i64, AffiliationRole)],
    joined_at: i64,
) -> Result<()> {
    organisation::Entity::update_many()
        .col_expr(organisation::Column::CreatedAt, Expr::value(joined_at))
        .filter(organisation::Column::Id.eq(id))
        .exec(connection)
        .await?;
    library::Entity::update_many()
        .col_expr(library::Column::ClaimedAt, Expr::value(joined_at))
        .filter(library::Column::OrganisationId.eq(id))
        .exec(connection)
        .await?;
    affiliation::Entity::update_many()
        .col_expr(affiliation::Column::CreatedAt, Expr::value(joined_at))
        .col_expr(affiliation::Column::DecidedAt, Expr::value(joined_at))
        .filter(affiliation::Column::OrganisationId.eq(id))
        .exec(connection)
        .await?;
    member::Entity::update_many()
        .col_expr(member::Column::CreatedAt, Expr::value(joined_at))
        .filter(member::Column::Id.is_in(people.iter().map(|(member_id, _)| *member_id)))
        .filter(member::Column::CreatedAt.gt(joined_at))
        .exec(connection)
        .await?;
    Ok(())
}
