//! Guides: resources that answers became.

use chrono::NaiveDate;
use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::{ResourceId, ShelfId, limits};

/// Whether a resource is there for everybody yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ResourceStatus {
    /// Its owner and moderators see it and finish it.
    Draft,
    /// It is there for everybody.
    #[default]
    Published,
}

impl ResourceStatus {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }
}

/// What the viewer may do with a resource.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResourceViewer {
    /// Whether the viewer may change it and, while it is a draft, publish or discard it.
    pub can_edit: bool,
}

/// The guide that an answer became, as its question shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GuideLink {
    /// The resource's id.
    pub id: ResourceId,
    /// The words after the id in the page's address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Whether it is a draft yet, which is told to those alone who may see it.
    pub is_draft: bool,
    /// By when it is to be looked at again.
    pub review_on: Option<NaiveDate>,
}

/// A change of a guide; what is absent stays, an empty text takes away.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GuidePatch {
    /// The title.
    #[garde(inner(length(chars, min = limits::TITLE_MIN, max = limits::TITLE)))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 150))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text, in markdown.
    #[garde(inner(length(chars, min = 1, max = limits::MARKDOWN)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The shelf it stands on.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf_id: Option<ShelfId>,
    /// Up to five tags: letters, digits and hyphens.
    #[garde(inner(length(max = limits::TAGS), inner(length(chars, min = 1, max = limits::TAG))))]
    #[cfg_attr(feature = "openapi", schema(max_items = 5, max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// An SPDX licence identifier or `all-rights-reserved`.
    #[garde(inner(length(chars, max = 50)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 50))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// By when it is to be looked at again.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", schema(max_length = 10))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
}
