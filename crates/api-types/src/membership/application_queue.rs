//! Applications for membership, as staff see and decide them.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{Answers, ApplicationStatus, FormAnswer, Language, Library, Nation, OrganisationKind, OrganisationSummary};
use crate::accounts::MemberSummary;
use crate::{ApplicationId, MemberId, OrganisationId, limits};

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
    /// What the applicant joins as.
    pub member_type: OrganisationKind,
    /// The nation, if known.
    pub nation: Option<Nation>,
    /// The language to write to the applicant in.
    pub language: Language,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it first came to staff.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The member of staff who looks after it.
    pub assignee: Option<MemberSummary>,
    /// How many messages staff and the applicant wrote to each other.
    pub message_count: i32,
    /// Whether the last word is the applicant's.
    pub has_reply: bool,
    /// Whether a member's invitation led to it.
    pub is_invited: bool,
    /// Whether it asks to join an organisation of the network.
    pub is_joining: bool,
    /// How likely it was a double when it came in, 0 to 100.
    pub duplicate_score: i32,
}

/// Which applications to list: the oldest first while they wait, else the newest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams, utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ApplicationQuery {
    /// Where they stand; submitted unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ApplicationStatus>,
    /// What the applicants join as.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_type: Option<OrganisationKind>,
    /// The nation.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// Who looks after them.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee_id: Option<MemberId>,
    /// True for those that nobody looks after.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_unassigned: Option<bool>,
    /// True for those that may be doubles, false for the others.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_be_double: Option<bool>,
    /// Words of the name, the organisation or the address; each must occur.
    #[garde(inner(length(chars, max = limits::LINE)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200), schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100), schema(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor that the page before gave.
    #[garde(inner(length(bytes, max = limits::CURSOR)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200), schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// How many applications stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationCounts {
    /// Not confirmed yet.
    pub awaiting_confirmation: i64,
    /// With staff.
    pub submitted: i64,
    /// Asked for more.
    pub needs_answer: i64,
    /// Approved.
    pub approved: i64,
    /// Rejected.
    pub rejected: i64,
    /// Withdrawn.
    pub withdrawn: i64,
}

impl ApplicationCounts {
    /// How many stand there; drafts are not counted.
    #[must_use]
    pub const fn of(&self, status: ApplicationStatus) -> i64 {
        match status {
            ApplicationStatus::Draft => 0,
            ApplicationStatus::AwaitingConfirmation => self.awaiting_confirmation,
            ApplicationStatus::Submitted => self.submitted,
            ApplicationStatus::NeedsAnswer => self.needs_answer,
            ApplicationStatus::Approved => self.approved,
            ApplicationStatus::Rejected => self.rejected,
            ApplicationStatus::Withdrawn => self.withdrawn,
        }
    }
}

words! {
    /// What the queue shows of each application, besides the name.
    ApplicationColumn {
        /// The library, council or body.
        Organisation = "organisation",
        /// What the applicant joins as.
        MemberType = "member_type",
        /// The nation.
        Nation = "nation",
        /// When it was made.
        Applied = "applied",
        /// Who looks after it.
        Assignee = "assignee",
        /// The language, when it is not English.
        Language = "language",
        /// What is to be minded: replies, invitations, doubles.
        Marks = "marks",
    }
}

/// How a member of staff likes the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ApplicationView {
    /// What it shows, in this order.
    #[garde(length(max = 20))]
    #[cfg_attr(feature = "openapi", schema(max_items = 20))]
    pub columns: Vec<ApplicationColumn>,
    /// The filters that it opens with.
    #[garde(dive)]
    pub query: ApplicationQuery,
}

impl Default for ApplicationView {
    fn default() -> Self {
        Self { columns: ApplicationColumn::ALL.to_vec(), query: ApplicationQuery::default() }
    }
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
    /// The answers to the network's own questions.
    pub form_answers: Vec<FormAnswer>,
    /// The library of the register that is claimed.
    pub library: Option<Library>,
    /// The organisation of the network that the applicant asks to join.
    pub joins: Option<OrganisationSummary>,
    /// Whether approving it adds the applicant's library to the register, which does not have it.
    pub adds_library: bool,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// The name of the one who decided; nobody when a rule did.
    pub decided_by: Option<String>,
    /// The message that went with the decision.
    pub message: Option<String>,
    /// The member of staff who looks after it.
    pub assignee: Option<MemberSummary>,
    /// The member whose invitation or link led to it.
    pub referred_by: Option<MemberSummary>,
    /// Whether that was an invitation.
    pub is_invited: bool,
    /// Why this may be a double, the likeliest first.
    pub duplicates: Vec<DuplicateHint>,
    /// Messages and notes, the oldest first.
    pub conversation: Vec<ApplicationMessage>,
    /// What happened, the oldest first.
    pub events: Vec<ApplicationEvent>,
}

/// What an application may be a double of: another application, a member or an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DuplicateHint {
    /// How likely, 1 to 100.
    pub score: i32,
    /// What is the same or alike.
    pub reasons: Vec<DuplicateReason>,
    /// The name of the other applicant, member or organisation.
    pub name: String,
    /// The library, council or body of the other.
    pub organisation: String,
    /// The other application, when it is one.
    pub application_id: Option<ApplicationId>,
    /// The member, when it is one.
    pub member_id: Option<MemberId>,
    /// The organisation, when it is one.
    pub organisation_id: Option<OrganisationId>,
}

words! {
    /// What is the same or alike.
    DuplicateReason {
        /// The same e-mail address.
        SameEmail = "same_email",
        /// The same library of the register.
        SameLibrary = "same_library",
        /// The same number of a charity or company.
        SameNumber = "same_number",
        /// The same telephone number.
        SameTelephone = "same_telephone",
        /// Addresses of one organisation's e-mail domain.
        SameDomain = "same_domain",
        /// Organisations of a similar name.
        SimilarOrganisation = "similar_organisation",
        /// People of a similar name.
        SimilarName = "similar_name",
    }

    /// Who reads what is written in an application.
    MessageKind {
        /// Applicant and staff.
        Message = "message",
        /// Staff only.
        Note = "note",
    }

    /// What happened to an application.
    ApplicationEventKind {
        /// The form was sent.
        Sent = "sent",
        /// The address was confirmed.
        Confirmed = "confirmed",
        /// It looks like a double.
        DoubleSuggested = "double_suggested",
        /// A member of staff looks after it from now on.
        Assigned = "assigned",
        /// Nobody looks after it any more.
        Unassigned = "unassigned",
        /// Staff asked the applicant something.
        Asked = "asked",
        /// The applicant answered.
        Answered = "answered",
        /// Approved.
        Approved = "approved",
        /// Approved by a rule.
        ApprovedByRule = "approved_by_rule",
        /// Rejected.
        Rejected = "rejected",
        /// Withdrawn.
        Withdrawn = "withdrawn",
        /// The applicant's library was added to the register.
        LibraryAdded = "library_added",
    }
}

/// Something written in an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationMessage {
    /// Who reads it.
    pub kind: MessageKind,
    /// The name of who wrote it.
    pub author: String,
    /// Whether the applicant wrote it.
    pub is_applicant: bool,
    /// The text.
    pub body: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
}

/// Something that happened to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationEvent {
    /// What.
    pub kind: ApplicationEventKind,
    /// The name of who did it; nobody when the system did.
    pub actor: Option<String>,
    /// To what or whom, when that matters.
    pub detail: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// What staff write in an application.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewApplicationMessage {
    /// Who reads it. A message is mailed to the applicant, a note stays with staff.
    #[garde(skip)]
    pub kind: MessageKind,
    /// The text.
    #[garde(length(chars, min = 1, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub body: String,
    /// Whether the application waits for the applicant's answer from now on.
    #[garde(skip)]
    #[serde(default)]
    pub asks: bool,
}

/// Who looks after an application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAssignee {
    /// The member of staff; none to take it away.
    #[garde(skip)]
    pub member_id: Option<MemberId>,
}
