//! The change of one's address: in force once links sent to the old one and to the new one are both confirmed.

use api_types::accounts::{EmailChange, LinkSecret, NewMailedLink};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use super::access::{Actor, Signed};
use super::email::Email;
use super::mailed_link::{EVEN, end_links, may_mail};
use super::sessions::end_all_but;
use super::{hashed, mails, new_secret, notes};
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use entity::{email_change, invitation, member};

/// How long the two links are good, in milliseconds.
const GOOD_FOR: i64 = 24 * 60 * 60_000;

/// Asks for another address: a link goes to the old and to the new one. Whoever asks can't tell whether the new one
/// is another member's; that member is told, and there is no link that could be confirmed.
pub async fn request_email_change(deps: &Deps, caller: &Signed, new: &NewMailedLink) -> Result<()> {
    caller.require_recent(deps.clock.now())?;
    let email = Email::parse("email", &new.email)?;
    let (result, ()) = tokio::join!(send_links(deps, caller, &email), tokio::time::sleep(EVEN));
    result
}

async fn send_links(deps: &Deps, caller: &Signed, email: &Email) -> Result<()> {
    let now = deps.clock.now();
    let (for_old, for_new) = (new_secret()?, new_secret()?);
    let transaction = deps.begin().await?;
    // Of two requests at once the second replaces the first.
    let who = member::Entity::find_by_id(caller.id.0)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::Unauthenticated)?;
    if who.email_key == email.key {
        return Err(Error::field("email", "unchanged", "This is your address already."));
    }
    let owner = member::Entity::find().filter(member::Column::EmailKey.eq(&email.key)).one(&transaction).await?;
    // Neither the new address nor, through ever other ones, the old one is to be flooded.
    let may_mail =
        may_mail(deps, &transaction, &email.key).await? && may_mail(deps, &transaction, &who.email_key).await?;
    email_change::Entity::delete_many().filter(email_change::Column::MemberId.eq(who.id)).exec(&transaction).await?;
    email_change::ActiveModel {
        member_id: Set(who.id),
        email: Set(email.address.clone()),
        email_key: Set(email.key.clone()),
        old_token_hash: Set(hashed(&for_old)),
        new_token_hash: Set(hashed(&for_new)),
        old_confirmed_at: Set(None),
        new_confirmed_at: Set(None),
        created_at: Set(now),
        expires_at: Set(now + GOOD_FOR),
        ..Default::default()
    }
    .insert(&transaction)
    .await?;
    if may_mail {
        let base_url = &deps.options.base_url;
        let second = match &owner {
            None => mails::confirm_new_address(base_url, &who, &email.address, &for_new),
            Some(owner) => notes::address_wanted(base_url, owner),
        };
        let first = mails::confirm_old_address(base_url, &who, &email.address, &for_old);
        for message in [first, second] {
            outbox::push(deps, &transaction, &Event::Mail(message)).await?;
        }
    }
    deps.commit(transaction).await
}

/// Confirms one of the two addresses with the secret of its link, once. With both the new address is in force: other
/// sessions end, and so do the links that were mailed to the old one, which gets a note.
pub async fn confirm_email_change(deps: &Deps, actor: &Actor, secret: &LinkSecret) -> Result<EmailChange> {
    let now = deps.clock.now();
    let hash = hashed(&secret.token);
    let transaction = deps.begin().await?;
    let found = email_change::Entity::find()
        .filter(
            Condition::any()
                .add(email_change::Column::OldTokenHash.eq(&hash))
                .add(email_change::Column::NewTokenHash.eq(&hash)),
        )
        .filter(email_change::Column::ExpiresAt.gt(now))
        .one(&transaction)
        .await?
        .ok_or(Error::LinkExpired)?;
    let column = if found.old_token_hash == hash {
        email_change::Column::OldConfirmedAt
    } else {
        email_change::Column::NewConfirmedAt
    };
    let confirmed = email_change::Entity::update_many()
        .col_expr(column, Expr::value(now))
        .filter(email_change::Column::Id.eq(found.id))
        .filter(Expr::col(column).is_null())
        .exec(&transaction)
        .await?;
    if confirmed.rows_affected != 1 {
        return Err(Error::LinkExpired);
    }
    // The two may be confirmed at once: whoever takes the row away when both are there makes the change.
    let taken = email_change::Entity::delete_many()
        .filter(email_change::Column::Id.eq(found.id))
        .filter(email_change::Column::OldConfirmedAt.is_not_null())
        .filter(email_change::Column::NewConfirmedAt.is_not_null())
        .exec(&transaction)
        .await?;
    let is_done = taken.rows_affected == 1;
    if is_done {
        put_in_force(deps, &transaction, actor, &found).await?;
    }
    deps.commit(transaction).await?;
    Ok(EmailChange { is_done })
}

async fn put_in_force<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    actor: &Actor,
    change: &email_change::Model,
) -> Result<()> {
    let before = member::Entity::find_by_id(change.member_id).one(connection).await?.ok_or(Error::LinkExpired)?;
    if before.is_suspended {
        return Err(Error::LinkExpired);
    }
    let changed = member::Entity::update_many()
        .col_expr(member::Column::Email, Expr::value(change.email.clone()))
        .col_expr(member::Column::EmailKey, Expr::value(change.email_key.clone()))
        .filter(member::Column::Id.eq(before.id))
        .exec(connection)
        .await;
    if let Err(error) = changed {
        // Somebody has joined with the address meanwhile.
        let is_taken = is_unique_violation(&error, &["uq_members_email_key", "members.email_key"]);
        return Err(if is_taken { Error::LinkExpired } else { error.into() });
    }
    // Invitations that brought the member here stand under the address of now, so that they are theirs to see and erase.
    invitation::Entity::update_many()
        .col_expr(invitation::Column::Email, Expr::value(change.email.clone()))
        .col_expr(invitation::Column::EmailKey, Expr::value(change.email_key.clone()))
        .filter(invitation::Column::EmailKey.eq(&before.email_key))
        .exec(connection)
        .await?;
    let kept = match actor {
        Actor::Signed(signed) if signed.id.0 == before.id => Some(signed.session_id),
        _ => None,
    };
    end_all_but(deps, connection, before.id, kept).await?;
    end_links(connection, before.id).await?;
    let note = notes::address_changed(&deps.options.base_url, &before);
    outbox::push(deps, connection, &Event::Mail(note)).await
}
