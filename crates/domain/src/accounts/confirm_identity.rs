//! The proof that it is still oneself, asked for before what may be dangerous.

use api_types::accounts::NewConfirmation;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::access::Signed;
use super::attempts::{count_attempt, forget_attempts};
use super::factor::{Factor, check_factor};
use super::passkey_sign_in::check_passkey;
use super::password::{Verdict, verify_password};
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::{member, session};

/// Notes that the caller has just proved who they are: by password, by a code of the app or by a passkey. With one of
/// the last two the session is strong from now on.
pub async fn confirm_identity(deps: &Deps, caller: &Signed, new: &NewConfirmation) -> Result<()> {
    let who = member::Entity::find_by_id(caller.id.0).one(&deps.read).await?.ok_or(Error::Unauthenticated)?;
    let is_strong = match (&new.password, &new.code, &new.passkey) {
        (Some(password), None, None) => {
            let subject = format!("account:{}", who.email_key);
            count_attempt(deps, &subject).await?;
            if verify_password(deps, password, Some(who.password_hash.clone())).await? == Verdict::Wrong {
                return Err(Error::field("password", "wrong", "This is not your password."));
            }
            forget_attempts(deps, &subject).await?;
            false
        }
        (None, Some(code), None) => {
            check_factor(deps, &who, Factor::Code(code)).await?;
            true
        }
        (None, None, Some(answer)) => {
            let owner = check_passkey(deps, answer).await?;
            if owner.id != who.id {
                return Err(Error::field("passkey", "wrong", "This passkey is another member's."));
            }
            true
        }
        _ => {
            let words = "Send a password, a code or a passkey's answer, one of the three.";
            return Err(Error::field("password", "required", words));
        }
    };
    let mut change =
        session::Entity::update_many().col_expr(session::Column::AuthenticatedAt, Expr::value(deps.clock.now()));
    if is_strong {
        change = change.col_expr(session::Column::IsStrong, Expr::value(true));
    }
    change.filter(session::Column::Id.eq(caller.session_id)).exec(&deps.write).await?;
    Ok(())
}
