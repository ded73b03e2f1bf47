//! The second step of signing in, for accounts that have a second factor.

use api_types::accounts::NewSecondStep;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};

use super::challenge::{self, Unfinished};
use super::device::Device;
use super::factor::{Factor, check_factor};
use super::sessions::{SignedIn, open};
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::member;

/// What the first step leads to.
pub(crate) enum Entry {
    /// A session.
    Open(SignedIn),
    /// A second step, with the secret for it.
    SecondStep(String),
}

impl Entry {
    /// The session, or the demand for the second step; to be asked once what was done before is committed.
    pub(crate) fn opened(self) -> Result<SignedIn> {
        match self {
            Self::Open(signed_in) => Ok(signed_in),
            Self::SecondStep(challenge) => Err(Error::SecondFactorRequired { challenge }),
        }
    }
}

/// Lets a member in whose first step was right, as part of a transaction.
pub(crate) async fn enter<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    who: &member::Model,
    device: &Device,
) -> Result<Entry> {
    if who.totp_confirmed_at.is_none() {
        return Ok(Entry::Open(open(deps, connection, who, device, false).await?));
    }
    // Whatever ends all sessions ends what is half done as well.
    let version = who.session_version.to_string();
    let secret = challenge::begin(deps, connection, Unfinished::SecondStep, Some(who.id), version).await?;
    Ok(Entry::SecondStep(secret))
}

/// Signs in with the challenge of the first step and a code of the second factor.
pub async fn sign_in_with_second_factor(deps: &Deps, new: &NewSecondStep, device: &Device) -> Result<SignedIn> {
    let factor = match (&new.code, &new.recovery_code) {
        (Some(code), None) => Factor::Code(code),
        (None, Some(code)) => Factor::RecoveryCode(code),
        _ => return Err(Error::field("code", "required", "Send a code or a recovery code, one of the two.")),
    };
    let found = challenge::find(deps, &deps.read, Unfinished::SecondStep, &new.challenge).await?;
    let id = found.member_id.ok_or(Error::LinkExpired)?;
    let who = member::Entity::find_by_id(id).one(&deps.read).await?.ok_or(Error::LinkExpired)?;
    if who.is_suspended || who.session_version.to_string() != found.state {
        return Err(Error::LinkExpired);
    }
    check_factor(deps, &who, factor).await?;
    let transaction = deps.begin().await?;
    challenge::use_up(&transaction, found.id).await?;
    let now = member::Entity::find_by_id(id).lock_exclusive().one(&transaction).await?.ok_or(Error::LinkExpired)?;
    if now.is_suspended || now.session_version != who.session_version {
        return Err(Error::LinkExpired);
    }
    let signed_in = open(deps, &transaction, &who, device, true).await?;
    deps.commit(transaction).await?;
    Ok(signed_in)
}
