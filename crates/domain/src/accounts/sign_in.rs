//! Signing in with e-mail address and password.

use api_types::accounts::NewSession;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::device::Device;
use super::email::Email;
use super::password::{Verdict, verify_password};
use super::second_step::enter;
use super::sessions::SignedIn;
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::{member, sign_in_failure};

const MINUTE: i64 = 60_000;

/// How many failures there may be on one account, and within how many milliseconds.
pub(super) const ACCOUNT: (u64, i64) = (10, 15 * MINUTE);
/// How many failures may come from one address, and within how many milliseconds.
const ADDRESS: (u64, i64) = (30, 60 * MINUTE);

/// Signs a member in, or asks for the second step. An unknown address costs as much time as a wrong password and gets the same answer.
pub async fn sign_in(deps: &Deps, new: &NewSession, address: &str, device: &Device) -> Result<SignedIn> {
    let key = Email::parse("email", &new.email).map_or_else(|_| new.email.to_lowercase(), |email| email.key);
    let account = format!("account:{key}");
    let address = format!("address:{address}");
    refuse_after_failures(deps, &account, ACCOUNT).await?;
    refuse_after_failures(deps, &address, ADDRESS).await?;
    let who = member::Entity::find().filter(member::Column::EmailKey.eq(&key)).one(&deps.read).await?;
    let stored = who.as_ref().map(|who| who.password_hash.clone());
    let verdict = verify_password(deps, &new.password, stored).await?;
    // Many at once are no way around the limits: what was told wrong meanwhile counts before a verdict is told.
    refuse_after_failures(deps, &account, ACCOUNT).await?;
    refuse_after_failures(deps, &address, ADDRESS).await?;
    let who = match who {
        Some(who) if verdict != Verdict::Wrong && !who.is_suspended => who,
        _ => {
            record_failure(deps, &account).await?;
            record_failure(deps, &address).await?;
            return Err(Error::WrongCredentials);
        }
    };
    let stronger = match verdict {
        Verdict::RightButWeak => Some(super::hash_password(deps, &new.password).await?),
        _ => None,
    };
    let transaction = deps.begin().await?;
    let judged = who;
    let who = member::Entity::find_by_id(judged.id)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::WrongCredentials)?;
    // Hashing takes its time: a password that was changed meanwhile, or a suspension, counts.
    if who.password_hash != judged.password_hash || who.session_version != judged.session_version || who.is_suspended {
        return Err(Error::WrongCredentials);
    }
    if let Some(hash) = stronger {
        member::Entity::update_many()
            .col_expr(member::Column::PasswordHash, Expr::value(hash))
            .filter(member::Column::Id.eq(who.id))
            .exec(&transaction)
            .await?;
    }
    sign_in_failure::Entity::delete_many()
        .filter(sign_in_failure::Column::Subject.eq(&account))
        .exec(&transaction)
        .await?;
    let entry = enter(deps, &transaction, &who, device).await?;
    transaction.commit().await?;
    entry.opened()
}

/// Refuses when there were too many failures; the failures are in the database, so that a restart or
/// another node changes nothing.
pub(super) async fn refuse_after_failures(deps: &Deps, subject: &str, (most, window): (u64, i64)) -> Result<()> {
    let now = deps.clock.now();
    let recent = sign_in_failure::Entity::find()
        .filter(sign_in_failure::Column::Subject.eq(subject))
        .filter(sign_in_failure::Column::FailedAt.gt(now - window));
    if recent.clone().count(&deps.read).await? < most {
        return Ok(());
    }
    let oldest = recent.order_by_asc(sign_in_failure::Column::FailedAt).one(&deps.read).await?;
    let free_at = oldest.map_or(now, |failure| failure.failed_at + window);
    let retry_after_seconds = u64::try_from((free_at - now + 999) / 1000).unwrap_or(1).max(1);
    Err(Error::RateLimited { retry_after_seconds })
}

/// Counts a failure, and forgets those that count no more.
pub(super) async fn record_failure(deps: &Deps, subject: &str) -> Result<()> {
    let now = deps.clock.now();
    sign_in_failure::ActiveModel { subject: Set(subject.into()), failed_at: Set(now), ..Default::default() }
        .insert(&deps.write)
        .await?;
    sign_in_failure::Entity::delete_many()
        .filter(sign_in_failure::Column::Subject.eq(subject))
        .filter(sign_in_failure::Column::FailedAt.lt(now - ADDRESS.1))
        .exec(&deps.write)
        .await?;
    Ok(())
}
