//! Takes an invitation back.

use api_types::InvitationId;
use entity::{invitation, organisation};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::access;
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Takes an invitation back that nobody has taken up: by who sent it, and by those who may change the organisation.
/// For others it is not there.
pub async fn withdraw_invitation(deps: &Deps, signed: &Signed, id: InvitationId) -> Result<()> {
    let transaction = deps.begin().await?;
    let row = invitation::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    let organisation = match row.organisation_id {
        Some(id) => organisation::Entity::find_by_id(id).one(&transaction).await?,
        None => None,
    };
    let may = row.invited_by == signed.id.0
        || access::is_staff(signed)
        || organisation.is_some_and(|organisation| access::may_edit(signed, &organisation));
    if !may {
        return Err(Error::NotFound);
    }
    let withdrawn = invitation::Entity::update_many()
        .col_expr(invitation::Column::Status, Expr::value("withdrawn"))
        .filter(invitation::Column::Id.eq(id.0))
        .filter(invitation::Column::Status.eq("sent"))
        .exec(&transaction)
        .await?;
    let now = invitation::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    if withdrawn.rows_affected != 1 && now.status == "accepted" {
        return Err(Error::Conflict("The invitation has been taken up already. Take the person out instead."));
    }
    deps.commit(transaction).await
}
