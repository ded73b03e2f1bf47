//! The parts that people have in organisations.

use client::types::membership::AffiliationRole;

/// The parts in the order of forms, each with the message that names it.
pub const PARTS: [(AffiliationRole, &str); 6] = [
    (AffiliationRole::Trustee, "part-trustee"),
    (AffiliationRole::Manager, "part-manager"),
    (AffiliationRole::Volunteer, "part-volunteer"),
    (AffiliationRole::Staff, "part-staff"),
    (AffiliationRole::Liaison, "part-liaison"),
    (AffiliationRole::Other, "part-other"),
];

/// The message that names a part in a library.
pub fn part_message(part: AffiliationRole) -> &'static str {
    PARTS.iter().find(|(one, _)| *one == part).map_or("part-other", |(_, message)| message)
}
