//! Accounts: members (persons), credentials, sessions, tokens.

pub mod access;
pub mod email;
pub mod token;

mod attempts;
mod authenticate;
mod challenge;
mod confirm_identity;
mod create_administrator;
mod create_member;
mod device;
mod email_change;
mod factor;
mod list_sessions;
mod mailed_link;
mod mails;
mod notes;
mod passkey_sign_in;
mod passkeys;
mod password;
mod password_reset;
mod second_factor;
mod second_step;
mod sessions;
mod set_member_role;
mod sign_in;
mod sign_in_link;

pub use authenticate::authenticate;
pub use confirm_identity::confirm_identity;
pub use create_administrator::{administrator_link, create_administrator, create_first_administrator};
pub use create_member::create_member;
pub(crate) use create_member::insert_member;
pub use device::Device;
pub use email_change::{confirm_email_change, request_email_change};
pub use list_sessions::{end_session, list_sessions};
pub(crate) use mailed_link::{DRAFT_DAYS, EVEN, Purpose, consume, find_link, issue, may_mail};
pub use passkey_sign_in::{begin_passkey_sign_in, sign_in_with_passkey};
pub use passkeys::{add_passkey, begin_passkey, delete_passkey, list_passkeys, rename_passkey};
pub use password::{check_password, hash_password};
pub use password_reset::{change_password, request_password_reset, reset_password};
pub use second_factor::{
    begin_second_factor, confirm_second_factor, get_second_factor, remove_second_factor, renew_recovery_codes,
};
pub(crate) use second_step::enter;
pub use second_step::sign_in_with_second_factor;
pub(crate) use sessions::end_all;
pub use sessions::{SignedIn, end_member_sessions, get_me, refresh_session, sign_out, sign_out_everywhere};
pub use set_member_role::set_member_role;
pub use sign_in::sign_in;
pub use sign_in_link::{request_sign_in_link, sign_in_with_link};

/// How long a session lasts without being used, in seconds.
pub const SESSION_SECONDS: i64 = 30 * 24 * 60 * 60;

/// How long a session lasts in all, in seconds: half a year.
const SESSION_SECONDS_IN_ALL: i64 = 182 * 24 * 60 * 60;

use api_types::accounts::Role;

/// A role as it is stored.
#[must_use]
pub const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Applicant => "applicant",
        Role::Member => "member",
        Role::Moderator => "moderator",
        Role::Admin => "admin",
    }
}

/// A stored role. What is not known may do least.
#[must_use]
pub fn role_of(name: &str) -> Role {
    match name {
        "member" => Role::Member,
        "moderator" => Role::Moderator,
        "admin" => Role::Admin,
        _ => Role::Applicant,
    }
}

/// A new secret of 256 bits, in hexadecimal.
pub(crate) fn new_secret() -> crate::Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| crate::Error::internal("drawing random numbers", error))?;
    Ok(hex::encode(bytes))
}

/// A secret as it is stored.
pub(crate) fn hashed(secret: &str) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(secret.as_bytes()))
}
