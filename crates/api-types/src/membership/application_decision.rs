//! Deciding applications, one or several.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::{ApplicationId, MemberId, limits};

words! {
    /// The outcome of a decision.
    Outcome {
        /// Becomes a member.
        Approved = "approved",
        /// Does not.
        Rejected = "rejected",
    }

    /// What is done to several applications.
    ApplicationAction {
        /// Approve them.
        Approve = "approve",
        /// Reject them.
        Reject = "reject",
        /// Ask the applicants something.
        Ask = "ask",
        /// Have a member of staff look after them.
        Assign = "assign",
    }
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

/// Something done to several applications at once.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewApplicationAction {
    /// The applications, at most 100.
    #[garde(length(min = 1, max = 100))]
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub ids: Vec<ApplicationId>,
    /// What is done.
    #[garde(skip)]
    pub action: ApplicationAction,
    /// The message that each applicant is sent: with a decision if there is one, and what is asked.
    #[garde(inner(length(chars, max = limits::TEXT)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Who looks after them, when they are assigned; none to take them away.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee_id: Option<MemberId>,
}

/// What became of one of several applications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationResult {
    /// The application.
    pub id: ApplicationId,
    /// Whether it was done.
    pub is_done: bool,
    /// Why not, and what to do.
    pub problem: Option<String>,
}
