//! Whether a rule approves an application.

use api_types::membership::{ApprovalRuleKind, OrganisationKind};
use entity::{application, approval_rule};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::deps::Deps;
use crate::error::Result;

/// The words for the log of the rule that fits, if one does.
pub(super) async fn fitting(deps: &Deps, row: &application::Model) -> Result<Option<String>> {
    let rules = approval_rule::Entity::find()
        .filter(approval_rule::Column::MemberType.is_in([row.member_type.as_str(), ""]))
        .order_by_asc(approval_rule::Column::Id)
        .all(&deps.read)
        .await?;
    let domain = row.email_key.rsplit_once('@').map(|(_, domain)| domain).unwrap_or_default();
    Ok(rules
        .into_iter()
        .find(|rule| match ApprovalRuleKind::named(&rule.kind) {
            Some(ApprovalRuleKind::InvitedByMember) => row.invitation_id.is_some(),
            Some(ApprovalRuleKind::EmailDomain) => is_within(domain, &rule.value),
            None => false,
        })
        .map(|rule| rule.value))
}

/// Whether a domain is another one, or is under it: `lib.gov.uk` is within `gov.uk`, `notgov.uk` is not.
fn is_within(domain: &str, wanted: &str) -> bool {
    !wanted.is_empty() && domain.strip_suffix(wanted).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The member type of a rule; none for all.
pub(super) fn member_type_of(word: &str) -> Option<OrganisationKind> {
    OrganisationKind::named(word)
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_domain_is_within_itself_and_what_is_above_it() {
        assert!(is_within("gov.uk", "gov.uk"));
        assert!(is_within("holme.gov.uk", "gov.uk"));
        assert!(!is_within("notgov.uk", "gov.uk"));
        assert!(!is_within("gov.uk.example.org", "gov.uk"));
        assert!(!is_within("example.org", ""));
    }
}
