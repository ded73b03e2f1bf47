//! A tag with all that is known of it, and its care.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::{TagId, limits};

/// A tag with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TagDetail {
    /// The tag's id.
    pub id: TagId,
    /// The tag itself: lower-case letters, digits and hyphens.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Other words that stand for it.
    pub synonyms: Vec<String>,
    /// How many questions, discussions and resources carry it.
    pub item_count: i64,
    /// The version, for `If-Match`.
    pub version: i32,
    /// Whether the viewer follows it.
    pub is_followed: bool,
    /// Whether the viewer may change and merge it.
    pub can_edit: bool,
}

/// A change to a tag; what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TagPatch {
    /// What it is for.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Other words that stand for it: all of them.
    #[garde(inner(length(max = limits::SYNONYMS), inner(length(chars, min = 1, max = limits::TAG))))]
    #[cfg_attr(feature = "openapi", schema(max_items = 20, max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub synonyms: Option<Vec<String>>,
}

/// The tag that another becomes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TagMerge {
    /// Its name.
    #[garde(length(chars, min = 1, max = limits::TAG))]
    #[cfg_attr(feature = "openapi", schema(max_length = 30))]
    pub into: String,
}
