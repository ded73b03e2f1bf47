//! Whether a rule approves an application.

use api_types::membership::{ApprovalRuleKind, OrganisationKind};
use entity::{application, approval_rule};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::deps::Deps;
use crate::error::Result;
use crate::membership::invitation::is_still_good;

/// The rule that fits, if one does: what it looks at, and the words for the log.
pub(super) async fn fitting(deps: &Deps, row: &application::Model) -> Result<Option<(ApprovalRuleKind, String)>> {
    let rules = approval_rule::Entity::find()
        .filter(approval_rule::Column::MemberType.is_in([row.member_type.as_str(), ""]))
        .order_by_asc(approval_rule::Column::Id)
        .all(&deps.read)
        .await?;
    let domain = row.email_key.rsplit_once('@').map(|(_, domain)| domain).unwrap_or_default();
    let is_invited = match row.invitation_id {
        Some(id) => is_still_good(deps, &deps.read, id).await?,
        None => false,
    };
    Ok(rules.into_iter().find_map(|rule| {
        let kind = ApprovalRuleKind::named(&rule.kind)?;
        let fits = match kind {
            ApprovalRuleKind::InvitedByMember => is_invited,
            ApprovalRuleKind::EmailDomain => is_within(domain, &rule.value),
        };
        fits.then_some((kind, rule.value))
    }))
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
