//! Signing in with a mailed link instead of a password.

use api_types::accounts::{LinkSecret, NewMailedLink};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::device::Device;
use super::email::Email;
use super::mailed_link::{EVEN, Purpose, consume, issue, may_mail};
use super::mails;
use super::second_step::enter;
use super::sessions::SignedIn;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use entity::member;

/// Sends a link that signs in, if the address is a member's. Who asks can't tell.
pub async fn request_sign_in_link(deps: &Deps, new: &NewMailedLink) -> Result<()> {
    let email = Email::parse("email", &new.email)?;
    let (result, ()) = tokio::join!(send_link(deps, &email), tokio::time::sleep(EVEN));
    result
}

async fn send_link(deps: &Deps, email: &Email) -> Result<()> {
    let transaction = deps.begin().await?;
    let may_mail = may_mail(deps, &transaction, &email.key).await?;
    let who = member::Entity::find()
        .filter(member::Column::EmailKey.eq(&email.key))
        .filter(member::Column::IsSuspended.eq(false))
        .one(&transaction)
        .await?;
    if let Some(who) = who.filter(|_| may_mail) {
        let secret = issue(deps, &transaction, Purpose::SignIn(who.id)).await?;
        let message = mails::sign_in_link(&deps.options.base_url, &who, &secret);
        outbox::push(deps, &transaction, &Event::Mail(message)).await?;
    }
    deps.commit(transaction).await
}

/// Signs in with the secret of a mailed link, once. Whoever has a second factor is asked for it.
pub async fn sign_in_with_link(deps: &Deps, new: &LinkSecret, device: &Device) -> Result<SignedIn> {
    let transaction = deps.begin().await?;
    let link = consume(deps, &transaction, "sign_in", &new.token).await?;
    let id = link.member_id.ok_or(Error::LinkExpired)?;
    let who = member::Entity::find_by_id(id).one(&transaction).await?.ok_or(Error::LinkExpired)?;
    if who.is_suspended {
        return Err(Error::LinkExpired);
    }
    let entry = enter(deps, &transaction, &who, device).await?;
    deps.commit(transaction).await?;
    entry.opened()
}
