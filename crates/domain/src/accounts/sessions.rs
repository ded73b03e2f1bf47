//! Sessions: one a signed-in device, with a refresh token that changes at each use.

use api_types::accounts::{Me, Session};
use api_types::{MemberId, OrganisationId};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

use super::access::{Signed, needs_second_factor};
use super::device::Device;
use super::mails;
use super::{SESSION_SECONDS, SESSION_SECONDS_IN_ALL, hashed, new_secret, role_of};
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use entity::{member, organisation, session};

/// How long the refresh token before is still good, in milliseconds: two pages may refresh at once.
const GRACE: i64 = 10_000;

/// What signing in gives.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session as it stands on the wire.
    pub session: Session,
    /// The new refresh token for the cookie; none when the cookie is to stay as it is.
    pub refresh_token: Option<String>,
}

/// Opens a session for a member, who has given a second factor or not, as part of a transaction.
pub(super) async fn open<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    who: &member::Model,
    device: &Device,
    is_strong: bool,
) -> Result<SignedIn> {
    let now = deps.clock.now();
    let token = new_secret()?;
    let opened = session::ActiveModel {
        member_id: Set(who.id),
        token_hash: Set(hashed(&token)),
        previous_token_hash: Set(None),
        rotated_at: Set(now),
        created_at: Set(now),
        expires_at: Set(now + SESSION_SECONDS * 1000),
        revoked_at: Set(None),
        device: Set(device.name.clone()),
        address: Set(device.network.clone()),
        last_used_at: Set(now),
        authenticated_at: Set(now),
        is_strong: Set(is_strong),
        ..Default::default()
    }
    .insert(connection)
    .await?;
    Ok(SignedIn { session: on_the_wire(deps, connection, who, &opened).await?, refresh_token: Some(token) })
}

async fn on_the_wire<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    who: &member::Model,
    session: &session::Model,
) -> Result<Session> {
    let (access_token, expires_at) = deps.keys.issue(who.id, session.id, who.session_version, deps.clock.now())?;
    let member = me(deps, connection, who, session.is_strong).await?;
    Ok(Session { access_token, expires_at: to_wire(expires_at), member })
}

async fn me<C: ConnectionTrait>(deps: &Deps, connection: &C, who: &member::Model, is_strong: bool) -> Result<Me> {
    let role = role_of(&who.role);
    let organisation = match who.organisation_id {
        Some(id) => organisation::Entity::find_by_id(id).one(connection).await?.map(|organisation| organisation.name),
        None => None,
    };
    Ok(Me {
        id: MemberId(who.id),
        name: who.name.clone(),
        email: who.email.clone(),
        role,
        organisation,
        organisation_id: who.organisation_id.map(OrganisationId),
        needs_second_factor: needs_second_factor(deps.options.require_second_factor, role, is_strong),
    })
}

/// Tells who is signed in.
pub async fn get_me(deps: &Deps, caller: &Signed) -> Result<Me> {
    let who = member::Entity::find_by_id(caller.id.0).one(&deps.read).await?.ok_or(Error::Unauthenticated)?;
    me(deps, &deps.read, &who, caller.is_strong).await
}

/// A new access token for a refresh token, which is replaced. One that was replaced before ends the
/// session when it comes back after the grace: somebody else has it.
pub async fn refresh_session(deps: &Deps, token: &str, device: &Device) -> Result<SignedIn> {
    if token.len() != 64 {
        return Err(Error::Unauthenticated);
    }
    let now = deps.clock.now();
    let hash = hashed(token);
    let fresh = new_secret()?;
    let transaction = deps.begin().await?;
    let found = session::Entity::find()
        .filter(
            Condition::any()
                .add(session::Column::TokenHash.eq(&hash))
                .add(session::Column::PreviousTokenHash.eq(&hash)),
        )
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .filter(session::Column::CreatedAt.gt(now - SESSION_SECONDS_IN_ALL * 1000))
        .one(&transaction)
        .await?
        .ok_or(Error::Unauthenticated)?;
    let who = member::Entity::find_by_id(found.member_id).one(&transaction).await?.ok_or(Error::Unauthenticated)?;
    if who.is_suspended {
        return Err(Error::Unauthenticated);
    }
    // Only one of several that come at once finds its token still there and replaces it.
    let rotated = session::Entity::update_many()
        .col_expr(session::Column::TokenHash, Expr::value(hashed(&fresh)))
        .col_expr(session::Column::PreviousTokenHash, Expr::value(hash.clone()))
        .col_expr(session::Column::RotatedAt, Expr::value(now))
        .col_expr(session::Column::LastUsedAt, Expr::value(now))
        .col_expr(session::Column::Device, Expr::value(device.name.clone()))
        .col_expr(session::Column::Address, Expr::value(device.network.clone()))
        .col_expr(session::Column::ExpiresAt, Expr::value(now + SESSION_SECONDS * 1000))
        .filter(session::Column::Id.eq(found.id))
        .filter(session::Column::TokenHash.eq(&hash))
        .exec(&transaction)
        .await?
        .rows_affected
        == 1;
    if !rotated && found.token_hash != hash && now - found.rotated_at > GRACE {
        revoke(&transaction, found.id, now).await?;
        let message = mails::session_ended(&deps.options.base_url, &who);
        outbox::push(deps, &transaction, &Event::Mail(message)).await?;
        deps.commit(transaction).await?;
        tracing::warn!(session_id = found.id, "a refresh token was used again: its session is ended");
        return Err(Error::Unauthenticated);
    }
    let session = on_the_wire(deps, &transaction, &who, &found).await?;
    transaction.commit().await?;
    Ok(SignedIn { session, refresh_token: rotated.then_some(fresh) })
}

async fn revoke<C: ConnectionTrait>(connection: &C, session_id: i64, now: i64) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::Id.eq(session_id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Ends the caller's session.
pub async fn sign_out(deps: &Deps, caller: &Signed) -> Result<()> {
    revoke(&deps.write, caller.session_id, deps.clock.now()).await
}

/// Ends all of the caller's sessions.
pub async fn sign_out_everywhere(deps: &Deps, caller: &Signed) -> Result<()> {
    let transaction = deps.begin().await?;
    end_all(deps, &transaction, caller.id).await?;
    deps.commit(transaction).await
}

/// Ends all of a member's sessions on behalf of staff, as when a device was stolen.
pub async fn end_member_sessions(deps: &Deps, id: MemberId) -> Result<()> {
    let transaction = deps.begin().await?;
    member::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    end_all(deps, &transaction, id).await?;
    deps.commit(transaction).await
}

/// Ends all of a member's sessions and every access token, as part of a transaction.
pub(crate) async fn end_all<C: ConnectionTrait>(deps: &Deps, connection: &C, who: MemberId) -> Result<()> {
    end_all_but(deps, connection, who.0, None).await
}

/// The same but for one session, which goes on with a new access token.
pub(super) async fn end_all_but<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    member_id: i64,
    kept: Option<i64>,
) -> Result<()> {
    // The member first: who signs in at the same time holds that row, and is either ended here or refused there.
    member::Entity::update_many()
        .col_expr(member::Column::SessionVersion, Expr::col(member::Column::SessionVersion).add(1))
        .filter(member::Column::Id.eq(member_id))
        .exec(connection)
        .await?;
    revoke_others(deps, connection, member_id, kept).await
}

/// Ends all of a member's sessions but one, whose access token stays good.
pub(super) async fn revoke_others<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    member_id: i64,
    kept: Option<i64>,
) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(deps.clock.now()))
        .filter(session::Column::MemberId.eq(member_id))
        .filter(session::Column::Id.ne(kept.unwrap_or_default()))
        .filter(session::Column::RevokedAt.is_null())
        .exec(connection)
        .await?;
    Ok(())
}
