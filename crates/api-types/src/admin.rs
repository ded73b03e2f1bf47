//! Admin: what the network is, and its settings.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::limits;

/// The network: its settings and how far it has grown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Network {
    /// The network's name.
    pub name: String,
    /// The heading of the registration form.
    pub join_heading: String,
    /// How many libraries the network wants to welcome.
    pub goal: i32,
    /// How many libraries have joined.
    pub library_count: i64,
    /// How many members there are.
    pub member_count: i64,
    /// How many questions there are.
    pub question_count: i64,
    /// How many resources there are.
    pub resource_count: i64,
}

/// A change to the network's settings; what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NetworkPatch {
    /// The network's name.
    #[garde(inner(length(chars, min = 2, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The heading of the registration form.
    #[garde(inner(length(chars, min = 2, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_heading: Option<String>,
    /// How many libraries the network wants to welcome.
    #[garde(inner(range(min = 1, max = 100_000)))]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100_000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<i32>,
}

/// Whether the server lives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Health {
    /// `live` or `ready`.
    pub status: String,
}
