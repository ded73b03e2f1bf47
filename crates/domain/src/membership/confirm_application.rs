//! Confirms an applicant's address and makes the account of the applicant.

use api_types::accounts::{NewPassword, Role};
use entity::application;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::accounts::{
    Device, SignedIn, check_password, consume, find_link, hash_password, insert_member, open_session,
};
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::queries::language_of;

/// Confirms the address with the secret of the mailed link, sets a password and hands the
/// application to the staff. The link works once; a password that is refused does not use it up.
pub async fn confirm_application(deps: &Deps, new: &NewPassword, device: &Device) -> Result<SignedIn> {
    let now = deps.clock.now();
    let link = find_link(deps, &deps.read, "confirm_application", &new.token).await?;
    let id = link.application_id.ok_or(Error::LinkExpired)?;
    let row = application::Entity::find_by_id(id).one(&deps.read).await?.ok_or(Error::LinkExpired)?;
    check_password("password", &new.password, &row.email, &row.name)?;
    let password_hash = hash_password(deps, &new.password).await?;
    let transaction = deps.begin().await?;
    consume(deps, &transaction, "confirm_application", &new.token).await?;
    let language = language_of(&row.language);
    let member =
        insert_member(deps, &transaction, &row.name, &row.email, &password_hash, Role::Applicant, language).await?;
    let confirmed = application::Entity::update_many()
        .col_expr(application::Column::Status, Expr::value("submitted"))
        .col_expr(application::Column::ConfirmedAt, Expr::value(now))
        .col_expr(application::Column::MemberId, Expr::value(member.id))
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::Status.eq("awaiting_confirmation"))
        .exec(&transaction)
        .await?;
    if confirmed.rows_affected != 1 {
        return Err(Error::LinkExpired);
    }
    let signed_in = open_session(deps, &transaction, &member, device).await?;
    deps.commit(transaction).await?;
    Ok(signed_in)
}
