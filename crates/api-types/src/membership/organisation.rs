//! Organisations: what is known of them, and how they are found.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{AffiliationStatus, Library, Nation};
use crate::accounts::MemberSummary;
use crate::{OrganisationId, limits};

words! {
    /// What an organisation is in the network.
    OrganisationKind {
        /// Runs a library or several.
        Library = "library",
        /// Explores taking one on.
        Exploring = "exploring",
        /// A council.
        Council = "council",
        /// A body that supports libraries.
        Body = "body",
    }

    /// How exactly an organisation is shown on the map, and its postcode with it.
    Exactness {
        /// With the whole postcode.
        Exact = "exact",
        /// With the postcode's first half and a place a few kilometres round.
        Town = "town",
        /// With the region only.
        Region = "region",
    }

    /// The legal form.
    LegalForm {
        /// Charitable incorporated organisation.
        CharitableIncorporatedOrganisation = "charitable_incorporated_organisation",
        /// Company limited by guarantee that is a charity.
        CharitableCompany = "charitable_company",
        /// Community interest company.
        CommunityInterestCompany = "community_interest_company",
        /// Community benefit society or co-operative.
        RegisteredSociety = "registered_society",
        /// Charitable trust.
        Trust = "trust",
        /// Association that is not incorporated.
        UnincorporatedAssociation = "unincorporated_association",
        /// Another company.
        Company = "company",
        /// Council or another public body.
        PublicBody = "public_body",
        /// Another form.
        Other = "other",
    }

    /// How the library is run.
    OperatingModel {
        /// By the community alone, without the council.
        Independent = "independent",
        /// By the community, within the council's service.
        CommunityManaged = "community_managed",
        /// By the council, with volunteers.
        CommunitySupported = "community_supported",
        /// By an organisation that the council pays.
        Commissioned = "commissioned",
    }
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Organisation {
    /// What lists show of it too.
    #[serde(flatten)]
    pub summary: OrganisationSummary,
    /// What it says of itself, as markdown.
    pub about: String,
    /// The same as sanitised HTML.
    pub about_html: String,
    /// The address of its website.
    pub website: Option<String>,
    /// Its number as an org-id, such as `GB-CHC-1182047`.
    pub number: Option<String>,
    /// Its legal form.
    pub legal_form: Option<LegalForm>,
    /// How it runs its library.
    pub model: Option<OperatingModel>,
    /// How exactly it is shown on the map.
    pub exactness: Exactness,
    /// The libraries in its care, a hundred at most. Their addresses stand in open registers and are shown whole.
    pub libraries: Vec<Library>,
    /// Who speaks for it; told to members only.
    pub primary_contact: Option<MemberSummary>,
    /// Who votes for it; told to members only.
    pub voter: Option<MemberSummary>,
    /// What the caller is to it and may do.
    pub viewer: OrganisationViewer,
    /// The version, for edits.
    pub version: i32,
}

/// What a caller is to an organisation and may do with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganisationViewer {
    /// Whether the caller may change it, decide who belongs to it and who holds what.
    pub can_edit: bool,
    /// Whether the caller may see who belongs to it.
    pub can_see_people: bool,
    /// The caller's own affiliation with it, if there is an open one.
    pub affiliation: Option<AffiliationStatus>,
}

/// An organisation in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganisationSummary {
    /// The organisation's id.
    pub id: OrganisationId,
    /// The words after the id in the page's address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is in the network.
    pub kind: OrganisationKind,
    /// The nation, if known.
    pub nation: Option<Nation>,
    /// The region, such as "East Midlands".
    pub region: String,
    /// The library authority of its area.
    pub authority: String,
    /// The postcode, as exact as the organisation chose.
    pub postcode: String,
    /// The latitude in degrees, as exact as the organisation chose.
    pub latitude: Option<f64>,
    /// The longitude in degrees, as exact as the organisation chose.
    pub longitude: Option<f64>,
    /// How many libraries are in its care.
    pub library_count: i32,
    /// How many members belong to it.
    pub member_count: i32,
}

/// A change of an organisation: what is absent stays, an empty text takes away.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganisationPatch {
    /// Its name.
    #[garde(inner(length(chars, min = 2, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it says of itself, as markdown.
    #[garde(inner(length(chars, max = limits::MARKDOWN)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The address of its website.
    #[garde(inner(length(bytes, max = limits::URL)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The number of the charity, company or society, as the register has it or as an org-id.
    #[garde(inner(length(chars, max = 30)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its legal form.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<LegalForm>,
    /// How it runs its library.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<OperatingModel>,
    /// The nation.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// The region.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The library authority of its area.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// The postcode.
    #[garde(inner(length(chars, max = 10)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 10))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// How exactly it is shown on the map.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exactness: Option<Exactness>,
}

/// Which organisations to list, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct OrganisationQuery {
    /// Words of the name, authority, region or postcode; each must occur.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// What they are.
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
    /// How their library is run.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<OperatingModel>,
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
