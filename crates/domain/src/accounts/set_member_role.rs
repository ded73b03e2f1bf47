//! Gives a member another role in the network.

use api_types::MemberId;
use api_types::accounts::{NewRole, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access::Signed;
use super::{role_name, role_of};
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::member;

/// Makes a member a moderator or an administrator, or takes that back. Nobody changes their own role, so one
/// administrator is always left.
pub async fn set_member_role(deps: &Deps, signed: &Signed, id: MemberId, new: &NewRole) -> Result<()> {
    signed.require_recent(deps.clock.now())?;
    // With this one administrator is always left: the one who asks, who is locked below.
    if id == signed.id {
        return Err(Error::Forbidden);
    }
    if new.role == Role::Applicant {
        return Err(Error::field("role", "invalid", "Choose member, moderator or administrator."));
    }
    let transaction = deps.begin().await?;
    // All administrators are locked, in one order: of two who take each other's role, the second is told.
    let admins = member::Entity::find()
        .filter(member::Column::Role.eq("admin"))
        .filter(member::Column::IsSuspended.eq(false))
        .order_by_asc(member::Column::Id)
        .lock_exclusive()
        .all(&transaction)
        .await?;
    if !admins.iter().any(|admin| admin.id == signed.id.0) {
        return Err(Error::Forbidden);
    }
    let who = member::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    if role_of(&who.role) == Role::Applicant {
        return Err(Error::Conflict("This person is not a member yet: decide on the application first."));
    }
    member::Entity::update_many()
        .col_expr(member::Column::Role, Expr::value(role_name(new.role)))
        .filter(member::Column::Id.eq(id.0))
        .exec(&transaction)
        .await?;
    deps.commit(transaction).await
}
