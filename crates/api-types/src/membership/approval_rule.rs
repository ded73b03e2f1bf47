//! Rules that approve applications without a person.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::OrganisationKind;
use crate::{ApprovalRuleId, limits};

words! {
    /// What a rule looks at.
    ApprovalRuleKind {
        /// Whether a member's invitation led to the application.
        InvitedByMember = "invited_by_member",
        /// Whether the confirmed address ends in a domain.
        EmailDomain = "email_domain",
    }
}

/// A rule: whoever it fits is approved as soon as the address is confirmed, unless the application may be a double.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApprovalRule {
    /// The rule's id.
    pub id: ApprovalRuleId,
    /// What it looks at.
    pub kind: ApprovalRuleKind,
    /// The domain, such as "gov.uk"; empty for other kinds.
    pub value: String,
    /// For which member type; all unless said.
    pub member_type: Option<OrganisationKind>,
    /// The name of the member of staff who set it.
    pub created_by: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// A new rule.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewApprovalRule {
    /// What it looks at.
    #[garde(skip)]
    pub kind: ApprovalRuleKind,
    /// The domain, such as "gov.uk", which its subdomains belong to.
    #[garde(length(chars, max = limits::EMAIL))]
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    #[serde(default)]
    pub value: String,
    /// For which member type; all unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_type: Option<OrganisationKind>,
}
