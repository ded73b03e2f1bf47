//! Invitations: into an organisation, or to a library that is not a member yet.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{AffiliationRole, Language};
use crate::accounts::{MemberSummary, Session};
use crate::{InvitationId, OrganisationId, limits};

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationStatus {
    /// Mailed; not taken up yet.
    Sent,
    /// Taken up.
    Accepted,
    /// Taken back.
    Withdrawn,
    /// Not taken up in time.
    Expired,
}

impl InvitationStatus {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }
}

/// An invitation as those see it who sent it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// The invitation's id.
    pub id: InvitationId,
    /// The organisation that it leads into; none when it leads to an application.
    pub organisation_id: Option<OrganisationId>,
    /// Its name.
    pub organisation: Option<String>,
    /// Who is invited: a person, or a library.
    pub name: String,
    /// The address that it was mailed to.
    pub email: String,
    /// The part in the organisation.
    pub role: AffiliationRole,
    /// What was written with it.
    pub message: Option<String>,
    /// Where it stands.
    pub status: InvitationStatus,
    /// Who sent it.
    pub invited_by: MemberSummary,
    /// When it was sent.
    pub created_at: DateTime<Utc>,
    /// Until when it can be taken up.
    pub expires_at: DateTime<Utc>,
    /// When it was taken up.
    pub accepted_at: Option<DateTime<Utc>>,
}

/// An invitation to be mailed. The answer is the same whether the address is known or not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// The organisation to belong to; absent to invite a library that is not a member.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
    /// Who is invited: a person, or a library.
    #[garde(length(chars, min = 2, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name: String,
    /// The address to mail it to.
    #[garde(length(bytes, min = 3, max = limits::EMAIL))]
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    pub email: String,
    /// The part in the organisation.
    #[garde(skip)]
    #[serde(default)]
    pub role: AffiliationRole,
    /// A few words to go with it.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The language to write in.
    #[garde(skip)]
    #[serde(default)]
    pub language: Language,
}

/// Which invitations to list, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct InvitationQuery {
    /// Those into an organisation, for those who may change it; absent for those that the caller sent.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
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

/// The secret of an invitation, to see what it offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvitationLookup {
    /// The secret of the mailed link.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub token: String,
}

/// What an invitation offers to the one who has its link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationOffer {
    /// The organisation that it leads into; none when it leads to an application.
    pub organisation_id: Option<OrganisationId>,
    /// Its name.
    pub organisation: Option<String>,
    /// Who is invited.
    pub name: String,
    /// The address that it was mailed to.
    pub email: String,
    /// The part in the organisation.
    pub role: AffiliationRole,
    /// What was written with it.
    pub message: Option<String>,
    /// The name of who sent it.
    pub invited_by: String,
    /// Whether there is an account with the address, to sign in with before taking it up.
    pub has_account: bool,
    /// Until when it can be taken up.
    pub expires_at: DateTime<Utc>,
}

/// Taking up an invitation into an organisation. Who has an account is signed in and sends the secret alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAcceptance {
    /// The secret of the mailed link.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub token: String,
    /// The name of the new member.
    #[garde(inner(length(chars, min = 2, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The password of the new member: 15 characters or more.
    #[garde(inner(length(chars, min = limits::PASSWORD_MIN), length(bytes, max = limits::PASSWORD_MAX)))]
    #[cfg_attr(feature = "openapi", schema(min_length = 15, max_length = 1024))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// The language to write to the new member in.
    #[garde(skip)]
    #[serde(default)]
    pub language: Language,
}

/// What taking up an invitation led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Acceptance {
    /// The organisation that the member belongs to now.
    pub organisation_id: OrganisationId,
    /// The session of a new member, who is signed in at once.
    pub session: Option<Session>,
}
