//! Applications for membership.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{Language, Library};
use crate::{ApplicationId, LibraryId, MemberId, limits};

/// The part a person has in an organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AffiliationRole {
    /// Trustee or committee member.
    #[default]
    Trustee,
    /// Manager.
    Manager,
    /// Volunteer.
    Volunteer,
    /// Paid worker.
    Staff,
    /// Liaison for a council or a supporting body.
    Liaison,
    /// Another part.
    Other,
}

impl AffiliationRole {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 6] = [Self::Trustee, Self::Manager, Self::Volunteer, Self::Staff, Self::Liaison, Self::Other];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trustee => "trustee",
            Self::Manager => "manager",
            Self::Volunteer => "volunteer",
            Self::Staff => "staff",
            Self::Liaison => "liaison",
            Self::Other => "other",
        }
    }
}

/// How far a group has got with taking on its library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Thinking about it.
    #[default]
    Thinking,
    /// Talking with the council.
    Talking,
    /// Writing a business case.
    Planning,
    /// The transfer is agreed.
    Agreed,
}

impl Stage {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Thinking => "thinking",
            Self::Talking => "talking",
            Self::Planning => "planning",
            Self::Agreed => "agreed",
        }
    }
}

/// The questions of the form, per member type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "member_type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Answers {
    /// Runs a community library.
    Library {
        /// The library in the register, when it was found there.
        #[garde(skip)]
        #[serde(default)]
        library_id: Option<LibraryId>,
        /// The library's name, when it was typed by hand.
        #[garde(inner(length(chars, min = 2, max = limits::NAME)))]
        #[cfg_attr(feature = "openapi", schema(max_length = 120))]
        #[serde(default)]
        library_name: Option<String>,
        /// The applicant's part in it.
        #[garde(skip)]
        part: AffiliationRole,
        /// The charity's number, if there is one.
        #[garde(inner(length(chars, max = 20)))]
        #[cfg_attr(feature = "openapi", schema(max_length = 20))]
        #[serde(default)]
        charity_number: Option<String>,
    },
    /// Explores taking a library on.
    Exploring {
        /// Which library, if known.
        #[garde(inner(length(chars, max = limits::NAME)))]
        #[cfg_attr(feature = "openapi", schema(max_length = 120))]
        #[serde(default)]
        library_name: Option<String>,
        /// How far the group has got.
        #[garde(skip)]
        stage: Stage,
        /// What would help first.
        #[garde(inner(length(chars, max = limits::TEXT)))]
        #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
        #[serde(default)]
        help: Option<String>,
    },
    /// Supports libraries for a council.
    Council {
        /// The council.
        #[garde(length(chars, min = 2, max = limits::NAME))]
        #[cfg_attr(feature = "openapi", schema(max_length = 120))]
        council: String,
        /// The applicant's job.
        #[garde(length(chars, min = 2, max = limits::NAME))]
        #[cfg_attr(feature = "openapi", schema(max_length = 120))]
        job_title: String,
        /// How many community libraries the council supports.
        #[garde(inner(range(min = 0, max = 1000)))]
        #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 1000))]
        #[serde(default)]
        library_count: Option<i32>,
    },
    /// A body that supports libraries.
    Body {
        /// The organisation's name.
        #[garde(length(chars, min = 2, max = limits::NAME))]
        #[cfg_attr(feature = "openapi", schema(max_length = 120))]
        organisation: String,
        /// Its charity or company number.
        #[garde(inner(length(chars, max = 20)))]
        #[cfg_attr(feature = "openapi", schema(max_length = 20))]
        #[serde(default)]
        number: Option<String>,
        /// What it offers community libraries.
        #[garde(length(chars, min = 2, max = limits::TEXT))]
        #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
        offer: String,
        /// Whether it sells to libraries.
        #[garde(skip)]
        sells: bool,
    },
}

impl Answers {
    /// The member type as it stands on the wire.
    #[must_use]
    pub const fn member_type(&self) -> &'static str {
        match self {
            Self::Library { .. } => "library",
            Self::Exploring { .. } => "exploring",
            Self::Council { .. } => "council",
            Self::Body { .. } => "body",
        }
    }
}

/// An application for membership.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewApplication {
    /// The applicant's name.
    #[garde(length(chars, min = 2, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name: String,
    /// The applicant's e-mail address.
    #[garde(length(bytes, min = 3, max = limits::EMAIL))]
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    pub email: String,
    /// The applicant's telephone number.
    #[garde(inner(length(chars, max = limits::TELEPHONE)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// The language to write to the applicant in.
    #[garde(skip)]
    #[serde(default)]
    pub language: Language,
    /// The answers to the questions of the member type.
    #[garde(dive)]
    pub answers: Answers,
    /// Agreement to the network's rules and use of the data; must be true.
    #[garde(skip)]
    pub agrees: bool,
}

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ApplicationStatus {
    /// The e-mail address is not confirmed yet.
    AwaitingConfirmation,
    /// Staff have it.
    Submitted,
    /// Approved: the applicant is a member.
    Approved,
    /// Rejected.
    Rejected,
}

impl ApplicationStatus {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AwaitingConfirmation => "awaiting_confirmation",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }
}

/// An application in the staff's queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationSummary {
    /// The application's id.
    pub id: ApplicationId,
    /// The applicant's name.
    pub name: String,
    /// The library, council or body, or what is known of it.
    pub organisation: String,
    /// `library`, `exploring`, `council` or `body`.
    pub member_type: String,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// Which applications to list: the oldest first while they wait, else the newest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct ApplicationQuery {
    /// Where they stand; submitted unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ApplicationStatus>,
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

/// An application as staff see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Application {
    /// The application's id.
    pub id: ApplicationId,
    /// The applicant's name.
    pub name: String,
    /// The applicant's e-mail address.
    pub email: String,
    /// The applicant's telephone number.
    pub telephone: Option<String>,
    /// The language to write to the applicant in.
    pub language: Language,
    /// The answers to the questions of the member type.
    pub answers: Answers,
    /// The library of the register that is claimed.
    pub library: Option<Library>,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// The name of the member of staff who decided.
    pub decided_by: Option<String>,
    /// The message that went with the decision.
    pub message: Option<String>,
    /// Why this may be a double.
    pub duplicates: Vec<DuplicateHint>,
}

/// Why an application may be a double of another, or of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DuplicateHint {
    /// What is the same.
    pub reason: DuplicateReason,
    /// The name of the other applicant or member.
    pub name: String,
    /// The other application, when it is one.
    pub application_id: Option<ApplicationId>,
    /// The member, when it is one.
    pub member_id: Option<MemberId>,
}

/// What is the same in two applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DuplicateReason {
    /// The library.
    SameLibrary,
    /// The e-mail address.
    SameEmail,
}

/// A decision on an application.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDecision {
    /// The outcome.
    #[garde(skip)]
    pub outcome: Outcome,
    /// A message that the applicant is sent with it.
    #[garde(inner(length(chars, max = limits::TEXT)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// The outcome of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Becomes a member.
    Approved,
    /// Does not.
    Rejected,
}

/// An application as the applicant sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyApplication {
    /// Where it stands.
    pub status: ApplicationStatus,
    /// The library, council or body, or what is known of it.
    pub organisation: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// The message that went with the decision.
    pub message: Option<String>,
}
