//! Making a member.

use api_types::MemberId;
use api_types::accounts::Role;
use api_types::membership::Language;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};

use super::email::Email;
use super::role_name;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::member;

/// Makes a member with a hashed password.
pub async fn create_member(
    deps: &Deps,
    name: &str,
    email: &str,
    password_hash: &str,
    role: Role,
    language: Language,
) -> Result<MemberId> {
    let made = insert_member(deps, &deps.write, name, email, password_hash, role, language).await?;
    deps.touch();
    Ok(MemberId(made.id))
}

/// The same as part of a transaction.
pub(crate) async fn insert_member<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    name: &str,
    email: &str,
    password_hash: &str,
    role: Role,
    language: Language,
) -> Result<member::Model> {
    let email = Email::parse("email", email)?;
    let name = crate::text::line("name", name)?;
    let inserted = member::ActiveModel {
        search_text: Set(crate::people::folded_name(&name)),
        name: Set(name),
        email: Set(email.address),
        email_key: Set(email.key),
        password_hash: Set(password_hash.into()),
        role: Set(role_name(role).into()),
        is_suspended: Set(false),
        language: Set(language.as_str().into()),
        session_version: Set(1),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    }
    .insert(connection)
    .await;
    inserted.map_err(|error| {
        if is_unique_violation(&error, &["uq_members_email_key", "members.email_key"]) {
            Error::Conflict("There is a member with this email address already: sign in instead.")
        } else {
            error.into()
        }
    })
}
