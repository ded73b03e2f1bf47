//! Growth: libraries that may join, how far the network covers the country, who brings others in.

use chrono::{DateTime, NaiveDate, Utc};
use garde::Validate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::accounts::MemberSummary;
use crate::membership::{Library, Nation};
use crate::{ApplicationId, MemberId, OrganisationId, limits};

/// How near a library of the register is to the network. What can be known from its applications and its
/// organisation is known from there; staff say the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProspectStatus {
    /// Nobody has written to it.
    #[default]
    NotContacted,
    /// Staff have written to it.
    Contacted,
    /// An application claims it and waits for a decision.
    Applied,
    /// It is in the care of an organisation of the network.
    Joined,
    /// It has joined, and somebody of its organisation was here within ninety days.
    Active,
    /// It does not want to join.
    Declined,
}

impl ProspectStatus {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 6] =
        [Self::NotContacted, Self::Contacted, Self::Applied, Self::Joined, Self::Active, Self::Declined];
    /// Those that staff can set.
    pub const BY_HAND: [Self; 3] = [Self::NotContacted, Self::Contacted, Self::Declined];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotContacted => "not_contacted",
            Self::Contacted => "contacted",
            Self::Applied => "applied",
            Self::Joined => "joined",
            Self::Active => "active",
            Self::Declined => "declined",
        }
    }

    /// The one with this name on the wire; an unknown one has not been contacted.
    #[must_use]
    pub fn named(word: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.as_str() == word).unwrap_or_default()
    }
}

/// Which prospects to list: by name, or those with a next step due by its date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct ProspectQuery {
    /// Words of the name, authority, address or postcode; each must occur.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// How near they are; those that have not joined unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ProspectStatus>,
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
    /// Whether its community runs it.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_community_managed: Option<bool>,
    /// Who looks after them.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_id: Option<MemberId>,
    /// True for those alone whose next step is due.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<bool>,
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

/// A library that may join, in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProspectSummary {
    /// The library.
    pub library: Library,
    /// How near it is.
    pub status: ProspectStatus,
    /// What to do next.
    pub next_step: String,
    /// When to do it.
    pub next_step_on: Option<NaiveDate>,
    /// Whether that day has come.
    pub is_due: bool,
    /// Who looks after it.
    pub owner: Option<MemberSummary>,
}

/// A library that may join.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Prospect {
    /// What lists show of it too.
    #[serde(flatten)]
    pub summary: ProspectSummary,
    /// What staff have set, which counts while nothing more is known.
    pub status_by_hand: ProspectStatus,
    /// The application that claims it, when one waits for a decision.
    pub application_id: Option<ApplicationId>,
    /// What staff have noted, the newest first, a hundred at most.
    pub notes: Vec<ProspectNote>,
    /// The version, for edits; 0 before the first.
    pub version: i32,
}

/// A note on a library that may join.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProspectNote {
    /// Its id.
    pub id: i64,
    /// Who wrote it.
    pub author: MemberSummary,
    /// The note.
    pub body: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
}

/// A new note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewProspectNote {
    /// The note, as plain text.
    #[garde(length(chars, min = 1, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 2000))]
    pub body: String,
}

/// A change of what staff know of a prospect: what is absent stays, null takes away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProspectPatch {
    /// How near it is: not contacted, contacted or declined. The rest follows from applications and organisations.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ProspectStatus>,
    /// What to do next; an empty text takes it away.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_step: Option<String>,
    /// When to do it.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date, max_length = 10))]
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub next_step_on: Option<Option<NaiveDate>>,
    /// Who looks after it: somebody of the staff.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<MemberId>))]
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub owner_id: Option<Option<MemberId>>,
}

/// Reads a field that is there, be it null: one that is absent is not read at all.
#[expect(clippy::option_option, reason = "in a change, what is absent and what is null are two things")]
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// How far the network covers the country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Coverage {
    /// How many libraries the network wants to welcome.
    pub goal: i32,
    /// All libraries of the register that are open.
    pub all: CoverageCounts,
    /// By nation.
    pub nations: Vec<CoverageOf>,
    /// By region.
    pub regions: Vec<CoverageOf>,
    /// By library authority.
    pub authorities: Vec<CoverageOf>,
    /// How many libraries joined in each of the last twelve months, this month last.
    pub months: Vec<MonthJoined>,
    /// The members who brought in most organisations, ten at most.
    pub referrers: Vec<Referrer>,
}

/// How far a place is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CoverageOf {
    /// The nation.
    pub nation: Nation,
    /// The region; empty for a nation.
    pub region: String,
    /// The library authority; empty for a nation and a region.
    pub authority: String,
    /// The counts.
    pub counts: CoverageCounts,
}

/// Libraries of a place, by how near they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CoverageCounts {
    /// In the register and open.
    pub libraries: i64,
    /// Of those, run by their community.
    pub community_managed: i64,
    /// Joined, the active ones among them.
    pub joined: i64,
    /// Applied and waiting for a decision.
    pub applied: i64,
    /// Contacted by staff, without an answer so far.
    pub contacted: i64,
    /// How many of a hundred libraries have joined.
    pub share: i64,
}

/// How many libraries joined in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MonthJoined {
    /// The month's first day.
    pub month: NaiveDate,
    /// How many.
    pub joined: i64,
}

/// A member who brought others in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Referrer {
    /// The member.
    pub member: MemberSummary,
    /// How many organisations joined through the member's link.
    pub organisation_count: i64,
}

/// A member's referral link and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Referral {
    /// The member's code.
    pub code: String,
    /// The link that others join with.
    pub link: String,
    /// How many applications that came with it wait for a decision.
    pub waiting_count: i64,
    /// The organisations that joined with it, the newest first, a hundred at most.
    pub organisations: Vec<ReferredOrganisation>,
}

/// An organisation that joined with a referral link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferredOrganisation {
    /// Its id.
    pub id: OrganisationId,
    /// The words after the id in the page's address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// When it joined.
    pub joined_at: DateTime<Utc>,
}
