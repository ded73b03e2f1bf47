//! Rows as they stand on the wire.

use api_types::membership::{
    AffiliationRole, ApplicationStatus, ApplicationSummary, Language, Library, Nation, OrganisationKind,
    OrganisationSummary,
};
use api_types::{ApplicationId, LibraryId, OrganisationId};
use entity::{application, library, organisation};

use crate::clock::to_wire;
use crate::membership::access;

/// A library.
pub(crate) fn library_of(row: library::Model) -> Library {
    Library {
        id: LibraryId(row.id),
        nation: nation_of(&row.nation),
        name: row.name,
        authority: row.authority,
        region: row.region,
        address: row.address,
        postcode: row.postcode,
        is_community_managed: row.is_community_managed,
        is_closed: row.is_closed,
        is_claimed: row.organisation_id.is_some(),
        organisation_id: row.organisation_id.map(OrganisationId),
    }
}

/// An organisation in a list, as exactly as it chose.
pub(crate) fn organisation_of(row: &organisation::Model) -> OrganisationSummary {
    let place = access::place(row);
    OrganisationSummary {
        id: OrganisationId(row.id),
        slug: row.slug.clone(),
        name: row.name.clone(),
        kind: OrganisationKind::named(&row.kind).unwrap_or(OrganisationKind::Body),
        nation: row.nation.as_deref().map(nation_of),
        region: row.region.clone(),
        authority: row.authority.clone(),
        postcode: place.postcode,
        latitude: place.latitude,
        longitude: place.longitude,
        library_count: row.library_count,
        member_count: row.member_count,
    }
}

/// The part of a stored word.
pub(crate) fn part_of(word: &str) -> AffiliationRole {
    AffiliationRole::ALL.into_iter().find(|role| role.as_str() == word).unwrap_or(AffiliationRole::Other)
}

/// An application in the staff's queue.
pub(crate) fn summary_of(row: application::Model) -> ApplicationSummary {
    ApplicationSummary {
        id: ApplicationId(row.id),
        status: status_of(&row.status),
        created_at: to_wire(row.created_at),
        name: row.name,
        organisation: row.organisation,
        member_type: row.member_type,
    }
}

/// The nation of a stored word.
pub(crate) fn nation_of(word: &str) -> Nation {
    match word {
        "wales" => Nation::Wales,
        "scotland" => Nation::Scotland,
        "northern_ireland" => Nation::NorthernIreland,
        _ => Nation::England,
    }
}

/// The status of a stored word. An unknown word counts as not confirmed, which allows nothing.
pub(crate) fn status_of(word: &str) -> ApplicationStatus {
    match word {
        "submitted" => ApplicationStatus::Submitted,
        "approved" => ApplicationStatus::Approved,
        "rejected" => ApplicationStatus::Rejected,
        _ => ApplicationStatus::AwaitingConfirmation,
    }
}

/// The language of a stored code.
pub(crate) fn language_of(code: &str) -> Language {
    if code == "cy" { Language::Cy } else { Language::En }
}
