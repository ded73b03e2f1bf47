//! What is half done: signing in before the second step, adding or using a passkey. Good for five minutes, once.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{hashed, new_secret};
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::challenge;

/// How long a challenge is good, in milliseconds.
const GOOD_FOR: i64 = 5 * 60_000;

/// What is half done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfinished {
    /// The first step of signing in was right.
    SecondStep,
    /// A passkey is being added.
    NewPasskey,
    /// A passkey is being used.
    Passkey,
}

impl Unfinished {
    const fn name(self) -> &'static str {
        match self {
            Self::SecondStep => "second_factor",
            Self::NewPasskey => "register_passkey",
            Self::Passkey => "use_passkey",
        }
    }
}

/// Begins something and gives its secret; what nobody has finished in time is cleared away.
pub(super) async fn begin<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    what: Unfinished,
    member_id: Option<i64>,
    state: String,
) -> Result<String> {
    let now = deps.clock.now();
    let secret = new_secret()?;
    challenge::Entity::delete_many().filter(challenge::Column::ExpiresAt.lt(now)).exec(connection).await?;
    challenge::ActiveModel {
        token_hash: Set(hashed(&secret)),
        purpose: Set(what.name().into()),
        member_id: Set(member_id),
        state: Set(state),
        created_at: Set(now),
        expires_at: Set(now + GOOD_FOR),
        ..Default::default()
    }
    .insert(connection)
    .await?;
    Ok(secret)
}

/// What a secret stands for, if it is still good; does not use it up.
pub(super) async fn find<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    what: Unfinished,
    secret: &str,
) -> Result<challenge::Model> {
    challenge::Entity::find()
        .filter(challenge::Column::TokenHash.eq(hashed(secret)))
        .filter(challenge::Column::Purpose.eq(what.name()))
        .filter(challenge::Column::ExpiresAt.gt(deps.clock.now()))
        .one(connection)
        .await?
        .ok_or(Error::LinkExpired)
}

/// Uses it up; of several uses at once one finds the row.
pub(super) async fn use_up<C: ConnectionTrait>(connection: &C, id: i64) -> Result<()> {
    let used = challenge::Entity::delete_by_id(id).exec(connection).await?;
    if used.rows_affected == 1 { Ok(()) } else { Err(Error::LinkExpired) }
}
