//! A member's second factor: switched on with a code of the app, renewed, switched off.

use api_types::accounts::{NewSecondFactor, RecoveryCodes, SecondFactor, SecondFactorSecret};
use qrcode::{Color, EcLevel, QrCode};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::access::{Signed, needs_second_factor};
use super::attempts::{count_attempt, forget_attempts};
use super::factor::{new_recovery_codes, new_totp_secret, require_strength, step_of, subject, wrong};
use super::sessions::revoke_others;
use super::{notes, role_of};
use crate::admin::network_name;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use entity::{member, recovery_code, session};

async fn found<C: ConnectionTrait>(connection: &C, caller: &Signed) -> Result<member::Model> {
    member::Entity::find_by_id(caller.id.0).one(connection).await?.ok_or(Error::Unauthenticated)
}

/// Tells how the caller's second factor stands.
pub async fn get_second_factor(deps: &Deps, caller: &Signed) -> Result<SecondFactor> {
    let who = found(&deps.read, caller).await?;
    let left = recovery_code::Entity::find()
        .filter(recovery_code::Column::MemberId.eq(who.id))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(&deps.read)
        .await?;
    Ok(SecondFactor {
        confirmed_at: who.totp_confirmed_at.map(to_wire),
        recovery_codes_left: left,
        is_required: needs_second_factor(deps.options.require_second_factor, role_of(&who.role), false),
    })
}

/// Gives the caller a secret for an authenticator app. It counts once a code of it is confirmed.
pub async fn begin_second_factor(deps: &Deps, caller: &Signed) -> Result<SecondFactorSecret> {
    caller.require_recent(deps.clock.now())?;
    let secret = new_totp_secret()?;
    let who = found(&deps.read, caller).await?;
    require_strength(&deps.read, caller, &who).await?;
    let issuer = network_name(&deps.read).await?;
    let set = member::Entity::update_many()
        .col_expr(member::Column::TotpSecret, Expr::value(secret.clone()))
        .filter(member::Column::Id.eq(who.id))
        .filter(member::Column::TotpConfirmedAt.is_null())
        .exec(&deps.write)
        .await?;
    if set.rows_affected != 1 {
        return Err(Error::Conflict("Your second factor is on already. Switch it off first to set it up anew."));
    }
    let uri = otpauth(&issuer, &who.email, &secret);
    let (qr_path, qr_size) = drawn(&uri)?;
    Ok(SecondFactorSecret { secret, uri, qr_path, qr_size })
}

/// The address that authenticator apps read.
fn otpauth(issuer: &str, account: &str, secret: &str) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    // A colon parts the issuer from the account.
    let issuer = encoded(&issuer.replace(':', " "));
    format!(
        "otpauth://totp/{issuer}:{}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30",
        encoded(account)
    )
}

/// A QR code as the path of an SVG, and how many units it is wide: a stroke for each run of dark modules.
fn drawn(text: &str) -> Result<(String, u32)> {
    use std::fmt::Write as _;
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|error| Error::internal("drawing a QR code", error.to_string()))?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        while let Some(start) = row.iter().skip(x).position(|color| *color == Color::Dark).map(|ahead| x + ahead) {
            let run = row.iter().skip(start).take_while(|color| **color == Color::Dark).count();
            // Writing to a text cannot fail.
            let _ = write!(path, "M{start} {y}h{run}v1h-{run}z");
            x = start + run;
        }
    }
    Ok((path, u32::try_from(width).unwrap_or(u32::MAX)))
}

/// Switches the second factor on with a code of the app, and gives recovery codes. The session is strong from now
/// on, and all others end.
pub async fn confirm_second_factor(deps: &Deps, caller: &Signed, new: &NewSecondFactor) -> Result<RecoveryCodes> {
    caller.require_recent(deps.clock.now())?;
    let who = found(&deps.read, caller).await?;
    let Some(secret) = who.totp_secret.as_ref().filter(|_| who.totp_confirmed_at.is_none()) else {
        return Err(Error::Conflict("There is nothing to confirm: ask for a secret first."));
    };
    require_strength(&deps.read, caller, &who).await?;
    let subject = subject(who.id);
    count_attempt(deps, &subject).await?;
    let step = step_of(deps, secret, &new.code)?.ok_or_else(|| wrong("code"))?;
    let transaction = deps.begin().await?;
    let confirmed = member::Entity::update_many()
        .col_expr(member::Column::TotpConfirmedAt, Expr::value(deps.clock.now()))
        .col_expr(member::Column::TotpLastStep, Expr::value(step))
        .filter(member::Column::Id.eq(who.id))
        .filter(member::Column::TotpSecret.eq(secret))
        .filter(member::Column::TotpConfirmedAt.is_null())
        .exec(&transaction)
        .await?;
    if confirmed.rows_affected != 1 {
        return Err(Error::Conflict("Your second factor is on already."));
    }
    let codes = new_recovery_codes(&transaction, who.id).await?;
    // Sessions from before have no second factor behind them.
    revoke_others(deps, &transaction, who.id, Some(caller.session_id)).await?;
    session::Entity::update_many()
        .col_expr(session::Column::IsStrong, Expr::value(true))
        .filter(session::Column::Id.eq(caller.session_id))
        .exec(&transaction)
        .await?;
    let note = notes::second_factor_on(&deps.options.base_url, &who);
    outbox::push(deps, &transaction, &Event::Mail(note)).await?;
    deps.commit(transaction).await?;
    forget_attempts(deps, &subject).await?;
    Ok(RecoveryCodes { codes })
}

/// Gives new recovery codes; those before are good no more.
pub async fn renew_recovery_codes(deps: &Deps, caller: &Signed) -> Result<RecoveryCodes> {
    caller.require_recent(deps.clock.now())?;
    let transaction = deps.begin().await?;
    let who = found(&transaction, caller).await?;
    require_strength(&transaction, caller, &who).await?;
    if who.totp_confirmed_at.is_none() {
        return Err(Error::Conflict("Your second factor is off: there is nothing to recover."));
    }
    let codes = new_recovery_codes(&transaction, who.id).await?;
    let note = notes::recovery_codes_renewed(&deps.options.base_url, &who);
    outbox::push(deps, &transaction, &Event::Mail(note)).await?;
    deps.commit(transaction).await?;
    Ok(RecoveryCodes { codes })
}

/// Switches the second factor off. No session of the member's is strong any more.
pub async fn remove_second_factor(deps: &Deps, caller: &Signed) -> Result<()> {
    caller.require_recent(deps.clock.now())?;
    let transaction = deps.begin().await?;
    let who = found(&transaction, caller).await?;
    require_strength(&transaction, caller, &who).await?;
    member::Entity::update_many()
        .col_expr(member::Column::TotpSecret, Expr::value(None::<String>))
        .col_expr(member::Column::TotpConfirmedAt, Expr::value(None::<i64>))
        .col_expr(member::Column::TotpLastStep, Expr::value(None::<i64>))
        .filter(member::Column::Id.eq(who.id))
        .exec(&transaction)
        .await?;
    recovery_code::Entity::delete_many().filter(recovery_code::Column::MemberId.eq(who.id)).exec(&transaction).await?;
    session::Entity::update_many()
        .col_expr(session::Column::IsStrong, Expr::value(false))
        .filter(session::Column::MemberId.eq(who.id))
        .exec(&transaction)
        .await?;
    if who.totp_confirmed_at.is_some() {
        let note = notes::second_factor_off(&deps.options.base_url, &who);
        outbox::push(deps, &transaction, &Event::Mail(note)).await?;
    }
    deps.commit(transaction).await
}
