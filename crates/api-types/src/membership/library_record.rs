//! Libraries as they are looked after: their page, and what is changed about them.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{Library, Nation, OrganisationSummary};
use crate::accounts::MemberSummary;
use crate::{OrganisationId, limits};

/// A library's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LibraryRecord {
    /// What lists show of it too.
    #[serde(flatten)]
    pub summary: Library,
    /// The organisation that runs it, when it is one of the network's.
    pub organisation: Option<OrganisationSummary>,
    /// Whether a member added it, since the register lacks it.
    pub is_added: bool,
    /// Whether staff have confirmed it; one that was added is shown to nobody else before.
    pub is_confirmed: bool,
    /// What the caller may do with it.
    pub viewer: LibraryViewer,
    /// The version, for edits.
    pub version: i32,
}

/// What a caller may do with a library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LibraryViewer {
    /// Whether the caller may change it.
    pub can_edit: bool,
    /// Whether the caller may give it out of its organisation's care.
    pub can_give_up: bool,
    /// Whether the caller decides if it stays in the register.
    pub can_confirm: bool,
    /// The organisations that the caller speaks for, which may take it on.
    pub carers: Vec<Carer>,
}

/// An organisation that may take a library on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Carer {
    /// The organisation.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
}

/// Which organisation takes a library on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCare {
    /// The organisation, which the caller speaks for.
    #[garde(skip)]
    pub organisation_id: OrganisationId,
}

/// A library that the register lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewLibrary {
    /// Its name.
    #[garde(length(chars, min = 2, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name: String,
    /// The library authority of its area.
    #[garde(length(chars, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default)]
    pub authority: String,
    /// The nation it is in.
    #[garde(skip)]
    pub nation: Nation,
    /// The region.
    #[garde(length(chars, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default)]
    pub region: String,
    /// The postal address in one line, without the postcode.
    #[garde(length(chars, min = 2, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub address: String,
    /// The postcode.
    #[garde(length(chars, min = 5, max = 10))]
    #[cfg_attr(feature = "openapi", schema(max_length = 10))]
    pub postcode: String,
    /// Whether its community runs it.
    #[garde(skip)]
    #[serde(default)]
    pub is_community_managed: bool,
}

/// A change of a library: what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LibraryPatch {
    /// Its name.
    #[garde(inner(length(chars, min = 2, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The library authority of its area.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// The nation it is in.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// The region.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The postal address in one line, without the postcode.
    #[garde(inner(length(chars, min = 2, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The postcode.
    #[garde(inner(length(chars, min = 5, max = 10)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 10))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Whether its community runs it.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_community_managed: Option<bool>,
    /// Whether it has closed.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_closed: Option<bool>,
}

/// What staff decide on a library that a member added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LibraryOutcome {
    /// It stands in the register from now on.
    Confirmed,
    /// It is taken out again.
    Declined,
}

/// A decision on a library that a member added; the member is mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewLibraryDecision {
    /// The outcome.
    #[garde(skip)]
    pub outcome: LibraryOutcome,
}

/// What staff look at in the register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisterQueue {
    /// Libraries that members added and staff have not decided on, the oldest first; a hundred at most.
    pub added: Vec<AddedLibrary>,
    /// The last twenty libraries that organisations took on, the latest first.
    pub taken_on: Vec<TakenOn>,
}

/// A library that a member added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddedLibrary {
    /// The library.
    pub library: Library,
    /// Who added it.
    pub added_by: Option<MemberSummary>,
    /// When.
    pub added_at: DateTime<Utc>,
}

/// A library that an organisation took on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakenOn {
    /// The library.
    pub library: Library,
    /// The organisation's name.
    pub organisation: String,
    /// When.
    pub taken_on_at: DateTime<Utc>,
}
