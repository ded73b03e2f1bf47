//! Passkeys: keys on a device or in a password manager that sign in without a password (WebAuthn).

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{PasskeyId, limits};

/// A passkey of the member's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// What the member calls it.
    pub name: String,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// What a browser needs to make or to use a passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasskeyChallenge {
    /// Send it back with the browser's answer, within five minutes, once.
    pub challenge: String,
    /// For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub options: Map<String, Value>,
}

/// A new passkey.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPasskey {
    /// The `challenge` that the options came with.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub challenge: String,
    /// What the member calls it.
    #[garde(length(chars, min = 1, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// What `navigator.credentials.create` gave, as its `toJSON` has it.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub credential: Map<String, Value>,
}

/// What a passkey answered to a challenge.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeyAnswer {
    /// The `challenge` that the options came with.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub challenge: String,
    /// What `navigator.credentials.get` gave, as its `toJSON` has it.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub credential: Map<String, Value>,
}

/// A change of a passkey's name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeyPatch {
    /// What the member calls it.
    #[garde(length(chars, min = 1, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub name: String,
}
