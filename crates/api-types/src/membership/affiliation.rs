//! Affiliations: who belongs to which organisation, who holds what in it, and handing it over.

use chrono::{DateTime, NaiveDate, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::AffiliationRole;
use crate::accounts::MemberSummary;
use crate::{AffiliationId, MemberId, OrganisationId, limits};

/// Where an affiliation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AffiliationStatus {
    /// The member has asked; nobody has decided.
    Requested,
    /// The member belongs to the organisation.
    Active,
    /// The member has left.
    Ended,
    /// The request was declined.
    Declined,
}

impl AffiliationStatus {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Active => "active",
            Self::Ended => "ended",
            Self::Declined => "declined",
        }
    }
}

/// Somebody's part in an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Affiliation {
    /// The affiliation's id.
    pub id: AffiliationId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Its name.
    pub organisation: String,
    /// The person.
    pub member: MemberSummary,
    /// The part.
    pub role: AffiliationRole,
    /// Where it stands.
    pub status: AffiliationStatus,
    /// Since when, if told.
    pub started_on: Option<NaiveDate>,
    /// Until when, if it has ended.
    pub ended_on: Option<NaiveDate>,
    /// What the person holds in the organisation.
    pub holds: Vec<Holding>,
    /// Whether this organisation is the one shown with the person's name.
    pub is_shown: bool,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// The version, for edits.
    pub version: i32,
}

/// What somebody holds in an organisation, and somebody must.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Holding {
    /// Speaks for it and changes its page.
    PrimaryContact,
    /// Votes for it.
    Voter,
}

impl Holding {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PrimaryContact => "primary_contact",
            Self::Voter => "voter",
        }
    }
}

/// The end of an affiliation. Who holds something names who follows, from among those who stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewEnding {
    /// Who becomes the primary contact.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_contact_id: Option<MemberId>,
    /// Who becomes the voter.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voter_id: Option<MemberId>,
}

/// What the end of an affiliation led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ending {
    /// Whether nobody is left in the organisation, so that staff look after it.
    pub is_left_to_staff: bool,
}

/// Who holds what in an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Holdings {
    /// Those who belong to it, with what each holds; a hundred at most, those who hold something first.
    pub people: Vec<Affiliation>,
    /// What nobody holds.
    pub unheld: Vec<Holding>,
}

/// An organisation that one person alone holds, or nobody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SoleHolder {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Its name.
    pub organisation: String,
    /// How many belong to it.
    pub member_count: i32,
    /// The one who holds it, if anybody does.
    pub holder: Option<MemberSummary>,
}

/// Which page of the organisations that are held by one person alone or by nobody, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct SoleHolderQuery {
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

/// A wish to belong to an organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAffiliation {
    /// The part in it.
    #[garde(skip)]
    pub role: AffiliationRole,
    /// Since when, if told; not later than today.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", schema(max_length = 10))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_on: Option<NaiveDate>,
}

/// What is decided on somebody's wish to belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AffiliationOutcome {
    /// The person belongs to the organisation.
    Accepted,
    /// The person does not.
    Declined,
}

/// A decision on somebody's wish to belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAffiliationDecision {
    /// The outcome; the person is mailed.
    #[garde(skip)]
    pub outcome: AffiliationOutcome,
}

/// A change of an affiliation: what is absent stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AffiliationPatch {
    /// The part in it.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<AffiliationRole>,
    /// Since when; not later than today.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", schema(max_length = 10))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_on: Option<NaiveDate>,
    /// Whether this organisation stands with the person's name; the person alone decides it.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_shown: Option<bool>,
}

/// Who holds what in an organisation from now on, from among those who belong to it: what is absent stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewContacts {
    /// Who speaks for it and changes its page.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_contact_id: Option<MemberId>,
    /// Who votes for it.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voter_id: Option<MemberId>,
}

/// Which of an organisation's affiliations to list, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct AffiliationQuery {
    /// Where they stand; active unless said. The others are for those who may change the organisation.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<AffiliationStatus>,
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

/// Which page of the wishes to belong that nobody in the organisation can decide on, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct AffiliationRequestQuery {
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
