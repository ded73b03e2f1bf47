//! A forgotten password, and the change of a known one.

use api_types::accounts::{NewMailedLink, NewPassword, PasswordChange};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::access::Signed;
use super::attempts::{count_attempt, forget_attempts};
use super::device::Device;
use super::email::Email;
use super::mailed_link::{EVEN, Purpose, consume, find_link, issue, may_mail};
use super::mails;
use super::password::{Verdict, check_password, hash_password, verify_password};
use super::second_step::enter;
use super::sessions::{SignedIn, end_all, open};
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use api_types::MemberId;
use entity::member;

/// Sends a link to set a new password, if the address is a member's. Who asks can't tell.
pub async fn request_password_reset(deps: &Deps, new: &NewMailedLink) -> Result<()> {
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
        let secret = issue(deps, &transaction, Purpose::ResetPassword(who.id)).await?;
        let message = mails::password_reset(&deps.options.base_url, &who, &secret);
        outbox::push(deps, &transaction, &Event::Mail(message)).await?;
    }
    deps.commit(transaction).await
}

/// Sets a new password with the secret of a link, and ends all sessions. Whoever has a second factor is asked for it.
pub async fn reset_password(deps: &Deps, new: &NewPassword, device: &Device) -> Result<SignedIn> {
    // The password is judged first, so that a weak one does not use up the link.
    let link = find_link(deps, &deps.read, "reset_password", &new.token).await?;
    let owner = member::Entity::find_by_id(link.member_id.unwrap_or_default()).one(&deps.read).await?;
    let owner = owner.ok_or(Error::LinkExpired)?;
    check_password("password", &new.password, &owner.email, &owner.name)?;
    let hash = hash_password(deps, &new.password).await?;
    let transaction = deps.begin().await?;
    let link = consume(deps, &transaction, "reset_password", &new.token).await?;
    let id = link.member_id.ok_or(Error::LinkExpired)?;
    let who = set(deps, &transaction, id, hash).await?;
    let entry = enter(deps, &transaction, &who, device).await?;
    deps.commit(transaction).await?;
    entry.opened()
}

/// Sets a new password for a member who knows the current one, and ends all other sessions.
pub async fn change_password(
    deps: &Deps,
    caller: &Signed,
    change: &PasswordChange,
    device: &Device,
) -> Result<SignedIn> {
    let who = member::Entity::find_by_id(caller.id.0).one(&deps.read).await?.ok_or(Error::Unauthenticated)?;
    check_password("password", &change.password, &who.email, &who.name)?;
    // The failures of a signed-in member who gives a wrong current password count like those at the door.
    let subject = format!("account:{}", who.email_key);
    count_attempt(deps, &subject).await?;
    if verify_password(deps, &change.current_password, Some(who.password_hash.clone())).await? == Verdict::Wrong {
        return Err(Error::field("current_password", "wrong", "This is not your current password."));
    }
    forget_attempts(deps, &subject).await?;
    let hash = hash_password(deps, &change.password).await?;
    let transaction = deps.begin().await?;
    let who = set(deps, &transaction, who.id, hash).await?;
    let signed_in = open(deps, &transaction, &who, device, caller.is_strong).await?;
    deps.commit(transaction).await?;
    Ok(signed_in)
}

async fn set<C: ConnectionTrait>(deps: &Deps, connection: &C, id: i64, hash: String) -> Result<member::Model> {
    member::Entity::update_many()
        .col_expr(member::Column::PasswordHash, Expr::value(hash))
        .filter(member::Column::Id.eq(id))
        .exec(connection)
        .await?;
    end_all(deps, connection, MemberId(id)).await?;
    let who = member::Entity::find_by_id(id).one(connection).await?.ok_or(Error::Unauthenticated)?;
    if who.is_suspended { Err(Error::LinkExpired) } else { Ok(who) }
}
