//! Secrets in links: mailed or printed, good once and for a time, stored hashed.

use std::time::Duration;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::{hashed, new_secret};
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::{mailed_link, sign_in_failure};

/// Answers that must not tell whether an address is known take at least this long, whatever they did.
pub(crate) const EVEN: Duration = Duration::from_millis(60);

/// How many mails one address may be sent on request, and within how many milliseconds.
const CAP: (u64, i64) = (5, 30 * 60_000);

/// How many days the link to a draft is good for, and the draft with it.
pub(crate) const DRAFT_DAYS: i64 = 30;

/// What a link allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To confirm the address of an application.
    ConfirmApplication(i64),
    /// To go on with an application that was left as a draft.
    ContinueApplication(i64),
    /// To set a new password for a member.
    ResetPassword(i64),
    /// To sign a member in.
    SignIn(i64),
    /// To make the first administrator.
    FirstAdministrator,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Self::ConfirmApplication(_) => "confirm_application",
            Self::ContinueApplication(_) => "continue_application",
            Self::ResetPassword(_) => "reset_password",
            Self::SignIn(_) => "sign_in",
            Self::FirstAdministrator => "first_administrator",
        }
    }

    const fn minutes(self) -> i64 {
        match self {
            Self::ConfirmApplication(_) => 48 * 60,
            Self::ContinueApplication(_) => DRAFT_DAYS * 24 * 60,
            Self::ResetPassword(_) => 60,
            Self::SignIn(_) => 15,
            Self::FirstAdministrator => 7 * 24 * 60,
        }
    }
}

/// Issues a link's secret, as part of a transaction; it ends those before it for the same purpose.
pub(crate) async fn issue<C: ConnectionTrait>(deps: &Deps, connection: &C, purpose: Purpose) -> Result<String> {
    let now = deps.clock.now();
    let token = new_secret()?;
    let (member_id, application_id) = match purpose {
        Purpose::ConfirmApplication(id) | Purpose::ContinueApplication(id) => (None, Some(id)),
        Purpose::ResetPassword(id) | Purpose::SignIn(id) => (Some(id), None),
        Purpose::FirstAdministrator => (None, None),
    };
    let mut before = mailed_link::Entity::delete_many().filter(mailed_link::Column::Purpose.eq(purpose.name()));
    if let Some(id) = member_id {
        before = before.filter(mailed_link::Column::MemberId.eq(id));
    }
    if let Some(id) = application_id {
        before = before.filter(mailed_link::Column::ApplicationId.eq(id));
    }
    before.exec(connection).await?;
    mailed_link::ActiveModel {
        purpose: Set(purpose.name().into()),
        token_hash: Set(hashed(&token)),
        member_id: Set(member_id),
        application_id: Set(application_id),
        created_at: Set(now),
        expires_at: Set(now + purpose.minutes() * 60_000),
        ..Default::default()
    }
    .insert(connection)
    .await?;
    Ok(token)
}

/// What a link is for, if it is still good; does not use it up.
pub(crate) async fn find_link<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    purpose: &str,
    token: &str,
) -> Result<mailed_link::Model> {
    mailed_link::Entity::find()
        .filter(mailed_link::Column::TokenHash.eq(hashed(token)))
        .filter(mailed_link::Column::Purpose.eq(purpose))
        .filter(mailed_link::Column::ExpiresAt.gt(deps.clock.now()))
        .one(connection)
        .await?
        .ok_or(Error::LinkExpired)
}

/// Uses a link's secret up, as part of a transaction, and gives what it was for: the application or the
/// member. Of several uses at once, one finds the row.
pub(crate) async fn consume<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    purpose: &str,
    token: &str,
) -> Result<mailed_link::Model> {
    let link = find_link(deps, connection, purpose, token).await?;
    let used = mailed_link::Entity::delete_by_id(link.id).exec(connection).await?;
    if used.rows_affected == 1 { Ok(link) } else { Err(Error::LinkExpired) }
}

/// Ends all links of a member's, as part of a transaction: what was mailed to an address that is no longer theirs.
pub(super) async fn end_links<C: ConnectionTrait>(connection: &C, member_id: i64) -> Result<()> {
    mailed_link::Entity::delete_many().filter(mailed_link::Column::MemberId.eq(member_id)).exec(connection).await?;
    Ok(())
}

/// Whether one more mail may go to an address on somebody's request; counts it if so.
pub(crate) async fn may_mail<C: ConnectionTrait>(deps: &Deps, connection: &C, key: &str) -> Result<bool> {
    let now = deps.clock.now();
    let subject = format!("mail:{key}");
    let sent = sign_in_failure::Entity::find()
        .filter(sign_in_failure::Column::Subject.eq(&subject))
        .filter(sign_in_failure::Column::FailedAt.gt(now - CAP.1))
        .count(connection)
        .await?;
    if sent >= CAP.0 {
        return Ok(false);
    }
    sign_in_failure::ActiveModel { subject: Set(subject), failed_at: Set(now), ..Default::default() }
        .insert(connection)
        .await?;
    Ok(true)
}
