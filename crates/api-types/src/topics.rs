//! Topics: shelves (set by staff, everything stands on one) and tags.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::{ShelfId, TagId, limits};

/// The cloth of a shelf's spines: a fixed set, each tuned for contrast in light and dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// Brick red.
    #[default]
    Premises,
    /// Green.
    Volunteers,
    /// Ochre.
    Funding,
    /// Blue.
    Systems,
    /// Slate.
    Trustees,
    /// Rust.
    Activities,
    /// Leather.
    Stock,
    /// Petrol.
    Law,
}

impl Colour {
    /// Every colour there is.
    pub const ALL: [Self; 8] = [
        Self::Premises,
        Self::Volunteers,
        Self::Funding,
        Self::Systems,
        Self::Trustees,
        Self::Activities,
        Self::Stock,
        Self::Law,
    ];

    /// The name on the wire and in the style sheet (`s-premises`).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Premises => "premises",
            Self::Volunteers => "volunteers",
            Self::Funding => "funding",
            Self::Systems => "systems",
            Self::Trustees => "trustees",
            Self::Activities => "activities",
            Self::Stock => "stock",
            Self::Law => "law",
        }
    }
}

/// A shelf: a topic with a colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shelf {
    /// The shelf's id.
    pub id: ShelfId,
    /// The short name in addresses.
    pub slug: String,
    /// The name in English.
    pub name: String,
    /// The name in Welsh, where staff have given one.
    pub name_cy: Option<String>,
    /// The colour of its spines.
    pub colour: Colour,
    /// Its place among the shelves, from 1.
    pub position: i32,
    /// How many questions and resources stand on it.
    pub item_count: i64,
}

/// A new shelf.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewShelf {
    /// The name in English.
    #[garde(length(chars, min = 2, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name: String,
    /// The name in Welsh.
    #[garde(inner(length(chars, min = 2, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name_cy: Option<String>,
    /// The colour of its spines.
    #[garde(skip)]
    pub colour: Colour,
}

/// A change to a shelf; what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShelfPatch {
    /// The name in English.
    #[garde(inner(length(chars, min = 2, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The name in Welsh.
    #[garde(inner(length(chars, min = 2, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_cy: Option<String>,
    /// The colour of its spines.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
    /// Its place among the shelves, from 1.
    #[garde(inner(range(min = 1, max = 1000)))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<i32>,
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tag {
    /// The tag's id.
    pub id: TagId,
    /// The tag itself: lower-case letters, digits and hyphens.
    pub name: String,
    /// How many questions and resources carry it.
    pub item_count: i64,
}

/// Which tags to list: the most used first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct TagQuery {
    /// Only tags that begin with this.
    #[garde(inner(length(chars, max = limits::TAG)))]
    #[cfg_attr(feature = "openapi", param(max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
