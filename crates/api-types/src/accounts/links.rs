//! Mailed links that sign in, and the change of one's address with links to both.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::limits;

/// A secret that came in a mailed link.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkSecret {
    /// The secret of the link.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub token: String,
}

/// How a change of address stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmailChange {
    /// Whether both addresses are confirmed and the new one is in force; else the other link is waited for.
    pub is_done: bool,
}
