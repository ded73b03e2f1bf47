//! Applications for membership, as applicants make and follow them.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{ApplicationMessage, Language, Nation, NewFormAnswer};
use crate::{LibraryId, OrganisationId, limits};

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
        /// Where it is, when the register does not have it.
        #[garde(dive)]
        #[serde(default)]
        place: Option<LibraryPlace>,
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

/// Where a library is that the register does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LibraryPlace {
    /// The nation.
    #[garde(skip)]
    pub nation: Nation,
    /// The postal address in one line, without the postcode.
    #[garde(length(chars, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default)]
    pub address: String,
    /// The postcode.
    #[garde(length(chars, min = 5, max = 10))]
    #[cfg_attr(feature = "openapi", schema(max_length = 10))]
    pub postcode: String,
    /// The library authority of its area.
    #[garde(length(chars, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default)]
    pub authority: String,
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
    /// The answers to the network's own questions.
    #[garde(length(max = limits::FORM_QUESTIONS), dive)]
    #[cfg_attr(feature = "openapi", schema(max_items = 50))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub form_answers: Vec<NewFormAnswer>,
    /// The organisation of the network that the applicant asks to join, instead of bringing a new one.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
    /// The secret of an invitation. One that is not good any more changes nothing.
    #[garde(inner(length(bytes, max = limits::TOKEN)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<String>,
    /// The code of the member whose link led here. One that is unknown changes nothing.
    #[garde(inner(length(bytes, max = limits::TOKEN)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<String>,
    /// The secret of the draft that this was, which it ends.
    #[garde(inner(length(bytes, max = limits::TOKEN)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
    /// Agreement to the network's rules and use of the data; must be true.
    #[garde(skip)]
    pub agrees: bool,
}

words! {
    /// Where an application stands: a draft, then awaiting confirmation, then submitted, which changes to and fro
    /// with needs answer, and at the end approved, rejected or withdrawn.
    ApplicationStatus {
        /// The form is not finished.
        Draft = "draft",
        /// The e-mail address is not confirmed yet.
        AwaitingConfirmation = "awaiting_confirmation",
        /// Staff have it.
        Submitted = "submitted",
        /// Staff have asked the applicant something.
        NeedsAnswer = "needs_answer",
        /// Approved: the applicant is a member.
        Approved = "approved",
        /// Rejected.
        Rejected = "rejected",
        /// Withdrawn by the applicant.
        Withdrawn = "withdrawn",
    }
}

/// An application as the applicant sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyApplication {
    /// Where it stands.
    pub status: ApplicationStatus,
    /// The library, council or body, or what is known of it.
    pub organisation: String,
    /// Whether it asks to join an organisation of the network.
    pub is_joining: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// The message that went with the decision.
    pub message: Option<String>,
    /// What staff and the applicant wrote to each other, the oldest first.
    pub conversation: Vec<ApplicationMessage>,
}

/// What an applicant writes to staff.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReply {
    /// The text.
    #[garde(length(chars, min = 1, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub body: String,
}

/// A form that is to be finished later.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// The address that the link to go on is mailed to.
    #[garde(length(bytes, min = 3, max = limits::EMAIL))]
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    pub email: String,
    /// The language to write in.
    #[garde(skip)]
    #[serde(default)]
    pub language: Language,
    /// The form's fields, as far as they are filled in. They are kept as they are.
    #[garde(length(max = 100), dive)]
    #[cfg_attr(feature = "openapi", schema(max_items = 100))]
    pub fields: Vec<DraftField>,
    /// The secret of the draft that this changes.
    #[garde(inner(length(bytes, max = limits::TOKEN)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// A field of a form, as far as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftField {
    /// The field's name.
    #[garde(length(bytes, max = 100))]
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub name: String,
    /// What it holds.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub value: String,
}

/// The secret of a mailed link.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkSecret {
    /// The secret.
    #[garde(length(bytes, min = 1, max = limits::TOKEN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub token: String,
}

/// A form that was left to be finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// The address that the link was mailed to.
    pub email: String,
    /// The language to write in.
    pub language: Language,
    /// The form's fields, as they were saved.
    pub fields: Vec<DraftField>,
}
