//! Libraries: places of the register.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::Nation;
use crate::{LibraryId, OrganisationId, limits};

/// A library of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Library {
    /// The library's id.
    pub id: LibraryId,
    /// Its name.
    pub name: String,
    /// The library authority of its area.
    pub authority: String,
    /// The nation it is in.
    pub nation: Nation,
    /// The region, such as "East Midlands".
    pub region: String,
    /// The postal address in one line, without the postcode.
    pub address: String,
    /// The postcode.
    pub postcode: String,
    /// Whether its community runs it.
    pub is_community_managed: bool,
    /// Whether it has closed.
    pub is_closed: bool,
    /// Whether an organisation of the network runs it.
    pub is_claimed: bool,
    /// The organisation that runs it, when it is one of the network's.
    pub organisation_id: Option<OrganisationId>,
}

/// Which libraries to look up: the best match first, then by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct LibraryQuery {
    /// Words of the name, authority, address or postcode; each must occur.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
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
    /// Whether an organisation of the network runs them; both unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_claimed: Option<bool>,
    /// Whether they have closed; both unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_closed: Option<bool>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor that the page before gave.
    #[garde(inner(length(bytes, max = limits::CURSOR)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Whether to write what an import holds, or only to look.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct ImportQuery {
    /// True to say what would happen and write nothing.
    #[garde(skip)]
    #[serde(default)]
    pub preview: bool,
}

/// What an import of the register did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportReport {
    /// Whether it was only a preview.
    pub is_preview: bool,
    /// Rows read.
    pub rows: u64,
    /// Libraries that are new.
    pub created: u64,
    /// Libraries that were known and have changed.
    pub updated: u64,
    /// Libraries that were known and have not.
    pub unchanged: u64,
    /// How many rows had errors and were left out.
    pub failed: u64,
    /// The first hundred errors.
    pub errors: Vec<RowError>,
    /// The first ten libraries, as read.
    pub sample: Vec<String>,
    /// How many libraries the file has otherwise than members have left them: those stay as they are.
    pub kept: u64,
    /// The first hundred libraries that the file has otherwise than they are known.
    pub changes: Vec<RowChange>,
}

/// How a file has a library otherwise than it was known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowChange {
    /// The library.
    pub id: LibraryId,
    /// Its name as known.
    pub name: String,
    /// Whether members have changed it, so that it stays as they left it.
    pub is_kept: bool,
    /// What differs.
    pub fields: Vec<FieldChange>,
}

/// How one thing differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldChange {
    /// What it is: `name`, `authority`, `nation`, `region`, `address`, `postcode`, `place`, `is_community_managed` or
    /// `is_closed`.
    pub field: String,
    /// As it was known.
    pub from: String,
    /// As the file has it.
    pub to: String,
}

/// What is wrong with a row of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowError {
    /// The line of the file, from 1.
    pub line: u64,
    /// What is wrong and what to do.
    pub message: String,
}
