//! Who may do what with organisations, and how exactly they are shown. Organisations are public; who belongs to
//! them is for members.

use api_types::accounts::Role;
use api_types::membership::Exactness;
use entity::{affiliation, library, organisation};
use sea_orm::{ColumnTrait, Condition};

use crate::accounts::access::{Actor, Signed};
use crate::error::Error;

/// Whether the caller runs the network.
pub(super) fn is_staff(signed: &Signed) -> bool {
    signed.role >= Role::Admin
}

/// Whether the member may change the organisation, decide who belongs to it and who holds what.
pub(super) fn may_edit(signed: &Signed, row: &organisation::Model) -> bool {
    is_staff(signed) || (signed.role >= Role::Member && row.primary_contact_id == Some(signed.id.0))
}

/// Whether the caller may change the organisation, whoever it is.
pub(super) fn viewer_may_edit(actor: &Actor, row: &organisation::Model) -> bool {
    matches!(actor, Actor::Signed(signed) if may_edit(signed, row))
}

/// Whether the caller may see who belongs to organisations: applicants wait for a decision.
pub(super) fn may_see_people(actor: &Actor) -> bool {
    actor.role() >= Some(Role::Member)
}

/// Where an organisation is, as exactly as is told.
pub(super) struct Place {
    pub(super) postcode: String,
    pub(super) latitude: Option<f64>,
    pub(super) longitude: Option<f64>,
}

/// Where the organisation is, as exactly as it chose. What is found by words and what is answered both come from
/// here, so that a search cannot tell more than a page does.
///
/// The libraries in an organisation's care are not blurred: their addresses stand in open registers.
pub(super) fn place(row: &organisation::Model) -> Place {
    place_of(&row.exactness, &row.postcode, row.latitude, row.longitude)
}

/// The same, of what is stored, for lists that read no more than they need.
pub(super) fn place_of(exactness: &str, postcode: &str, latitude: Option<f64>, longitude: Option<f64>) -> Place {
    match exactness_of(exactness) {
        Exactness::Exact => Place { postcode: postcode.to_owned(), latitude, longitude },
        Exactness::Town => Place {
            postcode: postcode.split_whitespace().next().unwrap_or_default().to_owned(),
            latitude: latitude.map(|degrees| rounded(degrees, 0.05)),
            longitude: longitude.map(|degrees| rounded(degrees, 0.08)),
        },
        Exactness::Region => Place { postcode: String::new(), latitude: None, longitude: None },
    }
}

/// The exactness of a stored word. An unknown word tells least.
pub(super) fn exactness_of(word: &str) -> Exactness {
    Exactness::named(word).unwrap_or(Exactness::Region)
}

/// Degrees rounded to a step: 0.05 of latitude, and 0.08 of longitude at these latitudes, are some 5 km. The two
/// decimals after it are the step's own.
fn rounded(degrees: f64, step: f64) -> f64 {
    ((degrees / step).round() * step * 100.0).round() / 100.0
}

/// What somebody is answered who may not act on an affiliation: who belongs is known to members, who wishes to, was
/// declined or has left is not.
pub(super) fn refused(signed: &Signed, row: &affiliation::Model) -> Error {
    if signed.is_held_back || row.status == "active" { signed.refused() } else { Error::NotFound }
}

/// Which libraries the caller may know of: those of the register, and what the caller added. None for staff, who
/// know of all.
pub(super) fn libraries_known_to(actor: &Actor) -> Option<Condition> {
    if matches!(actor, Actor::Signed(signed) if is_staff(signed)) {
        return None;
    }
    let mut known = Condition::any().add(library::Column::IsConfirmed.eq(true));
    if let Some(id) = actor.id() {
        known = known.add(library::Column::AddedBy.eq(id.0));
    }
    Some(known)
}

/// Whether the caller may know of a library.
pub(super) fn may_see_library(actor: &Actor, row: &library::Model) -> bool {
    row.is_confirmed || matches!(actor, Actor::Signed(signed) if is_staff(signed) || row.added_by == Some(signed.id.0))
}

/// Whether the member may change a library: staff, who speaks for the organisation that runs it, and, until staff
/// have confirmed it, who added it.
pub(super) fn may_edit_library(
    signed: &Signed,
    row: &library::Model,
    organisation: Option<&organisation::Model>,
) -> bool {
    is_staff(signed)
        || organisation.is_some_and(|organisation| may_edit(signed, organisation))
        || (!row.is_confirmed && row.added_by == Some(signed.id.0))
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn coordinates_are_rounded_to_some_kilometres() {
        assert!((rounded(51.6214, 0.05) - 51.6).abs() < 1e-9);
        assert!((rounded(-3.4321, 0.08) - -3.44).abs() < 1e-9);
    }
}
