//! Second factors: codes of an app (TOTP, RFC 6238), recovery codes, and the proof that it is still oneself.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::PasskeyAnswer;
use crate::limits;

/// How the member's second factor stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactor {
    /// Since when codes are asked for at sign-in; none while they are not.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// How many recovery codes are left.
    pub recovery_codes_left: u64,
    /// Whether the member's role asks for one.
    pub is_required: bool,
}

/// A secret for an authenticator app. It counts once a code of it is confirmed, and is shown only now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactorSecret {
    /// The secret in base 32, to type into the app.
    pub secret: String,
    /// The same as an `otpauth` address.
    pub uri: String,
    /// The address as a QR code: the path of an SVG whose dark modules are squares of one unit.
    pub qr_path: String,
    /// How many units the QR code is wide and high, without a quiet zone.
    pub qr_size: u32,
}

/// A code of the authenticator app.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSecondFactor {
    /// The six digits that the app shows now.
    #[garde(length(bytes, min = 1, max = limits::CODE))]
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub code: String,
}

/// Recovery codes, each good once. They are stored hashed and shown only now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    /// The codes.
    pub codes: Vec<String>,
}

/// The second step of signing in: the challenge that the first step gave, and one of the two codes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSecondStep {
    /// The `challenge` of the problem `second_factor_required`.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub challenge: String,
    /// The six digits that the authenticator app shows now.
    #[garde(length(bytes, min = 1, max = limits::CODE))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub code: Option<String>,
    /// A recovery code, where the app is not at hand.
    #[garde(length(bytes, min = 1, max = limits::CODE))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub recovery_code: Option<String>,
}

/// The proof that it is still oneself who sits there: one of the three.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewConfirmation {
    /// The member's password.
    #[garde(length(bytes, min = 1, max = limits::PASSWORD_MAX))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub password: Option<String>,
    /// The six digits that the authenticator app shows now.
    #[garde(length(bytes, min = 1, max = limits::CODE))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 40))]
    pub code: Option<String>,
    /// What a passkey of the member's answered.
    #[garde(dive)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passkey: Option<PasskeyAnswer>,
}
