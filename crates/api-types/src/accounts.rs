//! Accounts: members (persons), sessions, passwords.

mod links;
mod passkeys;
mod second_factor;

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

pub use links::{EmailChange, LinkSecret};
pub use passkeys::{NewPasskey, Passkey, PasskeyAnswer, PasskeyChallenge, PasskeyPatch};
pub use second_factor::{
    NewConfirmation, NewSecondFactor, NewSecondStep, RecoveryCodes, SecondFactor, SecondFactorSecret,
};

use crate::{MemberId, OrganisationId, SessionId, limits};

/// What a member may do. Each role includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Has applied and waits for a decision; sees the application and nothing else of the members' area.
    Applicant,
    /// Takes part.
    Member,
    /// Keeps order in the forum.
    Moderator,
    /// Runs the network.
    Admin,
}

/// The person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// The member's id.
    pub id: MemberId,
    /// The name shown to others.
    pub name: String,
    /// The address that mail goes to; shown to nobody else.
    pub email: String,
    /// What the member may do.
    pub role: Role,
    /// The organisation that is shown beside the name, if there is one.
    pub organisation: Option<String>,
    /// Its id.
    pub organisation_id: Option<OrganisationId>,
    /// Whether the role asks for a second factor that this session was not opened with: until then the member may
    /// do what members may.
    pub needs_second_factor: bool,
}

/// A member as others see one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberSummary {
    /// The member's id.
    pub id: MemberId,
    /// The name shown to others.
    pub name: String,
    /// The organisation that is shown beside the name, if there is one.
    pub organisation: Option<String>,
    /// Its id.
    pub organisation_id: Option<OrganisationId>,
}

/// A session: a short-lived access token and whom it is for. The refresh token is in a cookie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// The token for the `Authorization: Bearer` header. Keep it in memory only.
    pub access_token: String,
    /// When the access token ends; refresh the session before.
    pub expires_at: DateTime<Utc>,
    /// Who is signed in.
    pub member: Me,
}

/// One of the places where a member is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionSummary {
    /// The session's id.
    pub id: SessionId,
    /// Browser and system, such as "Firefox, Windows"; empty when neither is known.
    pub device: String,
    /// The network it was last used from, such as "192.0.2.x"; the rest of the address is not kept.
    pub network: String,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to within ten minutes.
    pub last_used_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

/// A request to sign in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSession {
    /// The member's e-mail address.
    #[garde(length(bytes, min = 1, max = limits::EMAIL))]
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    pub email: String,
    /// The member's password.
    #[garde(length(bytes, min = 1, max = limits::PASSWORD_MAX))]
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub password: String,
}

/// An address to send a link to: to set a new password, to sign in, to confirm an address.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMailedLink {
    /// The address to send it to. The answer is the same whether it is known or not.
    #[garde(length(bytes, min = 3, max = limits::EMAIL))]
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    pub email: String,
}

/// A new password, allowed by the secret of a mailed link.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The secret of the link.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub token: String,
    /// The password: 15 characters or more.
    #[garde(length(chars, min = limits::PASSWORD_MIN), length(bytes, max = limits::PASSWORD_MAX))]
    #[cfg_attr(feature = "openapi", schema(min_length = 15, max_length = 1024))]
    pub password: String,
}

/// A change of password by the member.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password until now.
    #[garde(length(bytes, min = 1, max = limits::PASSWORD_MAX))]
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub current_password: String,
    /// The new password: 15 characters or more.
    #[garde(length(chars, min = limits::PASSWORD_MIN), length(bytes, max = limits::PASSWORD_MAX))]
    #[cfg_attr(feature = "openapi", schema(min_length = 15, max_length = 1024))]
    pub password: String,
}

/// The first administrator of a new network, made once with the secret that the server printed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAdministrator {
    /// The secret of the link that the server printed.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub token: String,
    /// The name shown to others.
    #[garde(length(chars, min = 1, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name: String,
    /// The e-mail address.
    #[garde(length(bytes, min = 3, max = limits::EMAIL))]
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    pub email: String,
    /// The password: 15 characters or more.
    #[garde(length(chars, min = limits::PASSWORD_MIN), length(bytes, max = limits::PASSWORD_MAX))]
    #[cfg_attr(feature = "openapi", schema(min_length = 15, max_length = 1024))]
    pub password: String,
}

/// A role that a member is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRole {
    /// `member`, `moderator` or `admin`.
    #[garde(skip)]
    pub role: Role,
}
