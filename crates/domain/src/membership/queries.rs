//! Rows as they stand on the wire.

use api_types::membership::{AffiliationRole, Language, Library, Nation, OrganisationKind, OrganisationSummary};
use api_types::{LibraryId, OrganisationId};
use entity::{library, organisation};

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

/// The nation of a stored word.
pub(crate) fn nation_of(word: &str) -> Nation {
    match word {
        "wales" => Nation::Wales,
        "scotland" => Nation::Scotland,
        "northern_ireland" => Nation::NorthernIreland,
        _ => Nation::England,
    }
}

/// The language of a stored code.
pub(crate) fn language_of(code: &str) -> Language {
    if code == "cy" { Language::Cy } else { Language::En }
}
