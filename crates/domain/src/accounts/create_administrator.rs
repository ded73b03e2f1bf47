//! Administrators: the first one by a link that is printed once, others from the command line.

use api_types::MemberId;
use api_types::accounts::{NewAdministrator, Role};
use api_types::membership::Language;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::create_member::{create_member, insert_member};
use super::device::Device;
use super::mailed_link::{Purpose, consume, issue};
use super::password::{check_password, hash_password};
use super::sessions::{SignedIn, open};
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::member;

async fn there_is_one<C: ConnectionTrait>(connection: &C) -> Result<bool> {
    Ok(member::Entity::find().filter(member::Column::Role.eq("admin")).count(connection).await? > 0)
}

/// A link that makes the first administrator; none when there is one. It ends the links before it.
pub async fn administrator_link(deps: &Deps) -> Result<Option<String>> {
    if there_is_one(&deps.read).await? {
        return Ok(None);
    }
    let transaction = deps.begin().await?;
    let token = issue(deps, &transaction, Purpose::FirstAdministrator).await?;
    transaction.commit().await?;
    Ok(Some(format!("{}/setup#token={token}", deps.options.base_url)))
}

/// Makes the first administrator with the secret of the link, once.
pub async fn create_first_administrator(deps: &Deps, new: &NewAdministrator, device: &Device) -> Result<SignedIn> {
    check_password("password", &new.password, &new.email, &new.name)?;
    let hash = hash_password(deps, &new.password).await?;
    let transaction = deps.begin().await?;
    consume(deps, &transaction, "first_administrator", &new.token).await?;
    if there_is_one(&transaction).await? {
        return Err(Error::LinkExpired);
    }
    let who = insert_member(deps, &transaction, &new.name, &new.email, &hash, Role::Admin, Language::En).await?;
    let signed_in = open(deps, &transaction, &who, device, false).await?;
    deps.commit(transaction).await?;
    Ok(signed_in)
}

/// Makes an administrator. For the command line, whose user has the machine anyway.
pub async fn create_administrator(deps: &Deps, name: &str, email: &str, password: &str) -> Result<MemberId> {
    check_password("password", password, email, name)?;
    let hash = hash_password(deps, password).await?;
    create_member(deps, name, email, &hash, Role::Admin, Language::En).await
}
