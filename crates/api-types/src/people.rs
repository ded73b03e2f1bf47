//! People: profiles, who sees what of them, and finding people by what they can do.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::accounts::{MemberSummary, Role};
use crate::membership::{AffiliationRole, Nation, OrganisationKind};
use crate::{MemberId, OrganisationId, limits};

/// Who sees a part of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody who visits.
    Network,
    /// Members of the network.
    Members,
    /// Those who run the network.
    Staff,
}

impl Audience {
    /// All of them, the widest first.
    pub const ALL: [Self; 3] = [Self::Network, Self::Members, Self::Staff];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Members => "members",
            Self::Staff => "staff",
        }
    }
}

/// Who sees which part of a profile. The name, and the organisation that is shown with it, stand beside what a
/// member writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Visibility {
    /// What the member says about themselves.
    #[garde(skip)]
    pub about: Audience,
    /// The picture.
    #[garde(skip)]
    pub picture: Audience,
    /// The languages.
    #[garde(skip)]
    pub languages: Audience,
    /// The skills, offered and wanted.
    #[garde(skip)]
    pub skills: Audience,
    /// The e-mail address.
    #[garde(skip)]
    pub email: Audience,
    /// The telephone number.
    #[garde(skip)]
    pub telephone: Audience,
}

impl Default for Visibility {
    /// Members see what is written for them; the ways to reach somebody are given by hand.
    fn default() -> Self {
        Self {
            about: Audience::Members,
            picture: Audience::Members,
            languages: Audience::Members,
            skills: Audience::Members,
            email: Audience::Staff,
            telephone: Audience::Staff,
        }
    }
}

/// The caller's own profile, as it is changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Profile {
    /// The member's id.
    pub id: MemberId,
    /// The name.
    pub name: String,
    /// The address that mail goes to.
    pub email: String,
    /// What the member says about themselves, as markdown.
    pub about: String,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The languages, as the member writes them.
    pub languages: String,
    /// What the member can help with.
    pub skills_offered: Vec<String>,
    /// What the member would like help with.
    pub skills_wanted: Vec<String>,
    /// The path of the picture.
    pub picture: Option<String>,
    /// Who sees what.
    pub visibility: Visibility,
    /// The version, for edits.
    pub version: i32,
}

/// A change of the caller's own profile: what is absent stays, an empty text takes away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfilePatch {
    /// What the member says about themselves, as markdown.
    #[garde(inner(length(chars, max = limits::TEXT)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The telephone number.
    #[garde(inner(length(chars, max = limits::TELEPHONE)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// The languages.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<String>,
    /// What the member can help with; twenty at most.
    #[garde(inner(length(max = limits::SKILLS), inner(length(chars, min = 1, max = limits::SKILL))))]
    #[cfg_attr(feature = "openapi", schema(max_items = 20, max_length = 60))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skills_offered: Option<Vec<String>>,
    /// What the member would like help with; twenty at most.
    #[garde(inner(length(max = limits::SKILLS), inner(length(chars, min = 1, max = limits::SKILL))))]
    #[cfg_attr(feature = "openapi", schema(max_items = 20, max_length = 60))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skills_wanted: Option<Vec<String>>,
    /// Who sees what.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visibility: Option<Visibility>,
}

/// A member's page, as far as the caller may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    /// The name, and the organisation that is shown with it.
    #[serde(flatten)]
    pub summary: MemberSummary,
    /// The path of the picture.
    pub picture: Option<String>,
    /// What the member says about themselves, as sanitised HTML; empty when nothing is told.
    pub about_html: String,
    /// The languages, as the member writes them; empty when nothing is told.
    pub languages: String,
    /// The e-mail address, where the member shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The telephone number, where the member shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// What the member can help with.
    pub skills_offered: Vec<String>,
    /// What the member would like help with.
    pub skills_wanted: Vec<String>,
    /// The organisations that the member belongs to; told to members only.
    pub organisations: Vec<MemberOrganisation>,
    /// The role in the network; told to staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Whether it is the caller's own page.
    pub is_own: bool,
}

/// An organisation that a member belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberOrganisation {
    /// The organisation.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// The member's part in it.
    pub role: AffiliationRole,
}

/// A member in a list, as far as members may see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberEntry {
    /// The name, and the organisation that is shown with it.
    #[serde(flatten)]
    pub summary: MemberSummary,
    /// The path of the picture.
    pub picture: Option<String>,
    /// What the member can help with.
    pub skills_offered: Vec<String>,
    /// What the member would like help with.
    pub skills_wanted: Vec<String>,
}

/// Whether a skill is offered or wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The member can help with it.
    Offered,
    /// The member would like help with it.
    Wanted,
}

impl Direction {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Wanted => "wanted",
        }
    }
}

/// Which members to list, by name. What a member hides from members finds nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct MemberQuery {
    /// Words of the name, the skills, the languages or what is said; each must occur.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// The nation of an organisation that they belong to.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// The region of an organisation that they belong to, as it is written.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// What an organisation is that they belong to.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// A skill that they offer, or want if `direction` says so.
    #[garde(inner(length(chars, max = limits::SKILL)))]
    #[cfg_attr(feature = "openapi", param(max_length = 60))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<String>,
    /// Whether the skill is offered, which it is unless said, or wanted.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
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

/// Which skills to list, the most used first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct SkillQuery {
    /// What they hold, anywhere.
    #[garde(inner(length(chars, max = limits::SKILL)))]
    #[cfg_attr(feature = "openapi", param(max_length = 60))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Whether they are offered or wanted; both unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A skill in use, as far as members may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Skill {
    /// The skill, as somebody wrote it.
    pub skill: String,
    /// How many members offer or want it.
    pub member_count: i64,
}
