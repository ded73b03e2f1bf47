//! Trust: who asks in confidence, on whose behalf something is said, and how alike libraries are.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::ThreadLink;
use crate::accounts::MemberSummary;
use crate::{AskerLookId, MemberId, OrganisationId, limits};

/// The organisation on whose behalf something was asked or said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OnBehalf {
    /// The organisation's id.
    pub id: OrganisationId,
    /// The words after the id in the page's address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// What two organisations may have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LikenessFeature {
    /// How the library is run.
    Model,
    /// The legal form.
    LegalForm,
    /// How many libraries and people there are.
    Size,
    /// Where it is.
    Region,
    /// How far it has come: running a library or still exploring.
    Stage,
}

impl LikenessFeature {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::LegalForm => "legal_form",
            Self::Size => "size",
            Self::Region => "region",
            Self::Stage => "stage",
        }
    }
}

/// How alike an organisation is to the viewer's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Likeness {
    /// How many features they have in common, of five.
    pub common: u8,
    /// Which these are.
    pub features: Vec<LikenessFeature>,
}

/// Why a moderator wants to know who asks in confidence.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAskerLook {
    /// The reason, which is kept and told to the person who asks.
    #[garde(length(chars, min = 5, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(min_length = 5, max_length = 200))]
    pub reason: String,
}

/// Who asks in confidence, told to a moderator after a look that was logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Asker {
    /// The person who asks.
    pub member: MemberSummary,
}

/// A look at who asks in confidence, without the one who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskerLook {
    /// The look's id.
    pub id: AskerLookId,
    /// The question.
    pub thread: ThreadLink,
    /// Who looked.
    pub looked_by: MemberSummary,
    /// Why.
    pub reason: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// Which part of the log of looks to give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct AskerLookQuery {
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

/// Who may see who asks in confidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Confidant {
    /// The moderator whom the network has named; null when all moderators may.
    pub member: Option<MemberSummary>,
    /// Whether the caller may.
    pub can_look: bool,
    /// The moderators and administrators, of whom one can be named; told to administrators only.
    pub candidates: Vec<MemberSummary>,
}

/// Who is to be the one who may see who asks in confidence; null lets all moderators.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewConfidant {
    /// The moderator or administrator.
    #[garde(skip)]
    pub member_id: Option<MemberId>,
}

/// A question that a member is invited to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerInvitation {
    /// The question.
    pub thread: ThreadLink,
    /// When it was asked.
    pub created_at: DateTime<Utc>,
    /// How many features the asker's library has in common with the member's, of five; 0 when that is not told.
    pub common: u8,
}

/// The questions that wait for a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerInvitations {
    /// Whether the member is invited at all.
    pub is_on: bool,
    /// The newest of them, five at most.
    pub items: Vec<AnswerInvitation>,
}

/// Whether a member is to be invited to answer.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerInvitationsPatch {
    /// Whether they are.
    #[garde(skip)]
    pub is_on: bool,
}
