//! Codes of the second factor: those of an authenticator app (TOTP, RFC 6238) and recovery codes.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use totp_rs::{Builder, Secret, Totp};

use super::access::Signed;
use super::attempts::{count_attempt, forget_attempts};
use super::{hashed, notes, role_of};
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use api_types::accounts::Role;
use entity::{member, passkey, recovery_code};

/// How many bytes a secret has (RFC 4226, section 4).
const SECRET_BYTES: usize = 20;
/// How many recovery codes there are.
const CODES: usize = 10;
/// How many bytes a recovery code has: 16 characters in base 32.
const CODE_BYTES: usize = 10;

/// What is given as the second factor.
#[derive(Clone, Copy)]
pub(super) enum Factor<'a> {
    /// A code of the app.
    Code(&'a str),
    /// A recovery code.
    RecoveryCode(&'a str),
}

fn random<const BYTES: usize>() -> Result<[u8; BYTES]> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| Error::internal("drawing random numbers", error))?;
    Ok(bytes)
}

/// A new secret, in base 32.
pub(super) fn new_totp_secret() -> Result<String> {
    Ok(Secret::from(random::<SECRET_BYTES>()?).to_base32())
}

fn totp(secret: &str) -> Result<Totp> {
    let failed = |error: &dyn std::fmt::Display| Error::internal("reading a second factor", error.to_string());
    let secret = Secret::try_from_base32(secret).map_err(|error| failed(&error))?;
    Builder::new().with_secret(secret).with_skew(1).build().map_err(|error| failed(&error))
}

/// The time step that a code is of, if it is right now or one step before or after.
pub(super) fn step_of(deps: &Deps, secret: &str, code: &str) -> Result<Option<i64>> {
    let digits: String = code.chars().filter(|character| !character.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let now = u64::try_from(deps.clock.now() / 1000).unwrap_or(0);
    Ok(totp(secret)?.check(&digits, now).and_then(|step| i64::try_from(step).ok()))
}

/// Whom wrong codes are counted for. A right password does not clear this count, as it does that at the door.
pub(super) fn subject(member_id: i64) -> String {
    format!("factor:{member_id}")
}

/// Refuses to change how a member signs in from a session that has no more than a password behind it, where more is
/// asked for at the door: else whoever knows the password could take the second factor away, or put their own there.
pub(super) async fn require_strength<C: ConnectionTrait>(
    connection: &C,
    caller: &Signed,
    who: &member::Model,
) -> Result<()> {
    if caller.is_strong {
        return Ok(());
    }
    // Passkeys guard the rights of staff. Others sign in with a password as well, and may do as much with it.
    let is_guarded = who.totp_confirmed_at.is_some()
        || (role_of(&who.role) >= Role::Moderator
            && passkey::Entity::find().filter(passkey::Column::MemberId.eq(who.id)).count(connection).await? > 0);
    if is_guarded { Err(Error::SecondFactorMissing) } else { Ok(()) }
}

/// What is said of a wrong code.
pub(super) fn wrong(field: &str) -> Error {
    let words = match field {
        "recovery_code" => "This is none of your recovery codes, or it has been used.",
        _ => "This code is not right. Each works once and for a minute or so: type the one that is shown now.",
    };
    Error::field(field, "wrong", words)
}

/// Checks a code of a member's second factor and uses it up; too many wrong ones are refused.
pub(super) async fn check_factor(deps: &Deps, who: &member::Model, factor: Factor<'_>) -> Result<()> {
    let subject = subject(who.id);
    count_attempt(deps, &subject).await?;
    let (is_right, field) = match factor {
        Factor::Code(code) => (use_code(deps, who, code).await?, "code"),
        Factor::RecoveryCode(code) => (use_recovery_code(deps, who, code).await?, "recovery_code"),
    };
    if !is_right {
        return Err(wrong(field));
    }
    forget_attempts(deps, &subject).await
}

/// Of several uses of a code at once, and of all later ones, one raises the last step.
async fn use_code(deps: &Deps, who: &member::Model, code: &str) -> Result<bool> {
    let (Some(secret), Some(_)) = (&who.totp_secret, who.totp_confirmed_at) else { return Ok(false) };
    let Some(step) = step_of(deps, secret, code)? else { return Ok(false) };
    let is_later =
        Condition::any().add(member::Column::TotpLastStep.is_null()).add(member::Column::TotpLastStep.lt(step));
    let used = member::Entity::update_many()
        .col_expr(member::Column::TotpLastStep, Expr::value(step))
        .filter(member::Column::Id.eq(who.id))
        .filter(member::Column::TotpSecret.eq(secret))
        .filter(is_later)
        .exec(&deps.write)
        .await?;
    Ok(used.rows_affected == 1)
}

async fn use_recovery_code(deps: &Deps, who: &member::Model, code: &str) -> Result<bool> {
    if who.totp_confirmed_at.is_none() {
        return Ok(false);
    }
    let transaction = deps.begin().await?;
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(deps.clock.now()))
        .filter(recovery_code::Column::MemberId.eq(who.id))
        .filter(recovery_code::Column::CodeHash.eq(hashed_code(code)))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(&transaction)
        .await?;
    if used.rows_affected != 1 {
        return Ok(false);
    }
    let note = notes::recovery_code_used(&deps.options.base_url, who);
    outbox::push(deps, &transaction, &Event::Mail(note)).await?;
    deps.commit(transaction).await?;
    Ok(true)
}

/// A recovery code as it is stored, whatever its writer put between its parts.
fn hashed_code(code: &str) -> String {
    let letters: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    hashed(&letters.to_ascii_lowercase())
}

/// Gives a member new recovery codes in place of those before, as part of a transaction.
pub(super) async fn new_recovery_codes<C: ConnectionTrait>(connection: &C, member_id: i64) -> Result<Vec<String>> {
    use sea_orm::ActiveValue::Set;
    recovery_code::Entity::delete_many().filter(recovery_code::Column::MemberId.eq(member_id)).exec(connection).await?;
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let letters = Secret::from(random::<CODE_BYTES>()?.to_vec()).to_base32().to_ascii_lowercase();
        let parts: Vec<&str> = (0..letters.len()).step_by(4).filter_map(|at| letters.get(at..at + 4)).collect();
        codes.push(parts.join("-"));
    }
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        member_id: Set(member_id),
        code_hash: Set(hashed_code(code)),
        used_at: Set(None),
        ..Default::default()
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(connection).await?;
    Ok(codes)
}
