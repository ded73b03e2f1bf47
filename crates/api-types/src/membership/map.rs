//! The map: where organisations and libraries are, near each other and near somebody.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{Nation, OrganisationKind};
use crate::{LibraryId, OrganisationId, limits};

/// Which things the map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MapShow {
    /// Organisations, and the libraries of the register that do not stand where their organisation does.
    #[default]
    All,
    /// Organisations only.
    Organisations,
    /// The libraries of the register only.
    Libraries,
}

impl MapShow {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 3] = [Self::All, Self::Organisations, Self::Libraries];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Organisations => "organisations",
            Self::Libraries => "libraries",
        }
    }
}

/// Which part of the map to look at, and what of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct MapQuery {
    /// Words of the name, authority, region or postcode; each must occur.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Which things; all unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<MapShow>,
    /// What the organisations are. Libraries of the register are left out then.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// The nation.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// The region, as it is written.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The library authority, as it is written.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// The western edge in degrees of longitude; that of the four nations unless said.
    #[garde(inner(range(min = -180.0, max = 180.0)))]
    #[cfg_attr(feature = "openapi", param(minimum = -180, maximum = 180))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub west: Option<f64>,
    /// The southern edge in degrees of latitude.
    #[garde(inner(range(min = -90.0, max = 90.0)))]
    #[cfg_attr(feature = "openapi", param(minimum = -90, maximum = 90))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub south: Option<f64>,
    /// The eastern edge in degrees of longitude.
    #[garde(inner(range(min = -180.0, max = 180.0)))]
    #[cfg_attr(feature = "openapi", param(minimum = -180, maximum = 180))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub east: Option<f64>,
    /// The northern edge in degrees of latitude.
    #[garde(inner(range(min = -90.0, max = 90.0)))]
    #[cfg_attr(feature = "openapi", param(minimum = -90, maximum = 90))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub north: Option<f64>,
    /// How closely it is looked at: 0 shows the four nations, each step a part half as high.
    #[garde(inner(range(min = 0, max = limits::ZOOM)))]
    #[cfg_attr(feature = "openapi", param(minimum = 0, maximum = 8))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zoom: Option<u8>,
}

/// A part of the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MapPoints {
    /// The marks in it, some hundred at most, from north to south and then from west to east.
    pub marks: Vec<MapMark>,
    /// Organisations that tell no more than their region, or whose place is not known, counted for each region.
    /// They stand at the region's middle, whatever part of the map is looked at.
    pub regions: Vec<MapRegion>,
    /// The first fifty things in it, by name.
    pub items: Vec<MapItem>,
    /// How many things are in it.
    pub total: u64,
    /// How many things have no place on the map, and no region either.
    pub unplaced: u64,
}

/// A mark on the map: one thing, or several that are near each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MapMark {
    /// The latitude in degrees; of several, their middle.
    pub latitude: f64,
    /// The longitude in degrees; of several, their middle.
    pub longitude: f64,
    /// How many organisations it stands for.
    pub organisation_count: u32,
    /// How many libraries of the register it stands for.
    pub library_count: u32,
    /// How many of those libraries have joined.
    pub joined_count: u32,
    /// The thing, where it is one alone.
    pub item: Option<MapItem>,
}

/// Organisations that are counted at the middle of their region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MapRegion {
    /// The nation.
    pub nation: Nation,
    /// The region as those organisations write it, where they all write the same.
    pub region: Option<String>,
    /// The latitude of its middle in degrees.
    pub latitude: f64,
    /// The longitude of its middle in degrees.
    pub longitude: f64,
    /// How many organisations.
    pub organisation_count: u32,
}

/// Something on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MapItem {
    /// The organisation; of a library, the one that runs it, if it has joined.
    pub organisation_id: Option<OrganisationId>,
    /// The library of the register, where it is one.
    pub library_id: Option<LibraryId>,
    /// The words after the id in the address of an organisation's page.
    pub slug: Option<String>,
    /// The name.
    pub name: String,
    /// What the organisation is; nothing for a library.
    pub kind: Option<OrganisationKind>,
    /// The nation, if known.
    pub nation: Option<Nation>,
    /// The region.
    pub region: String,
    /// The library authority of its area.
    pub authority: String,
    /// The postcode, as exact as the organisation chose.
    pub postcode: String,
    /// The latitude in degrees, as exact as the organisation chose.
    pub latitude: f64,
    /// The longitude in degrees, as exact as the organisation chose.
    pub longitude: f64,
    /// How far it is from where somebody asked, in kilometres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
}

/// Near which place to look, and for what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct NearQuery {
    /// The place: a latitude and a longitude in degrees with a comma between them, or a postcode.
    #[garde(length(chars, max = 40))]
    #[cfg_attr(feature = "openapi", param(max_length = 40))]
    pub near: String,
    /// Words of the name, authority, region or postcode; each must occur.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Which things; all unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<MapShow>,
    /// What the organisations are. Libraries of the register are left out then.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// The nation.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// The region, as it is written.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The library authority, as it is written.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What is near a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Near {
    /// The latitude of the place in degrees.
    pub latitude: f64,
    /// The longitude of the place in degrees.
    pub longitude: f64,
    /// What is near it, the nearest first.
    pub items: Vec<MapItem>,
}
