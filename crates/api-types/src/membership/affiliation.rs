//! Affiliations: who belongs to which organisation.

use serde::{Deserialize, Serialize};

/// Where an affiliation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AffiliationStatus {
    /// The member has asked; nobody has decided.
    Requested,
    /// The member belongs to the organisation.
    Active,
    /// The member has left.
    Ended,
    /// The request was declined.
    Declined,
}

impl AffiliationStatus {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Active => "active",
            Self::Ended => "ended",
            Self::Declined => "declined",
        }
    }
}
