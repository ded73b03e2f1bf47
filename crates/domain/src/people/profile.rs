//! A member's own profile as it stands on the wire.

use api_types::MemberId;
use api_types::people::Profile;
use entity::member;

use super::access::visibility_of;
use super::picture;
use super::skills::Skills;

/// The profile of a row.
pub(super) fn to_profile(row: member::Model, skills: Skills) -> Profile {
    Profile {
        id: MemberId(row.id),
        visibility: visibility_of(&row),
        picture: row.picture_key.as_deref().map(picture::path),
        name: row.name,
        email: row.email,
        about: row.about,
        telephone: row.telephone,
        languages: row.languages,
        skills_offered: skills.offered,
        skills_wanted: skills.wanted,
        version: row.version,
    }
}
