//! Sets a rule that approves applications.

use api_types::membership::{ApprovalRule, ApprovalRuleKind, NewApprovalRule};
use entity::approval_rule;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use super::duplicates::is_public_domain;
use super::list_approval_rules;
use crate::accounts::access::Signed;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// How many rules there may be: each application is held against all of them.
const MOST: u64 = 200;

/// Sets a rule. It holds for applications that are confirmed from now on.
pub async fn create_approval_rule(deps: &Deps, signed: &Signed, new: &NewApprovalRule) -> Result<ApprovalRule> {
    let value = match new.kind {
        ApprovalRuleKind::InvitedByMember => String::new(),
        ApprovalRuleKind::EmailDomain => domain(&new.value)?,
    };
    let transaction = deps.begin().await?;
    if approval_rule::Entity::find().count(&transaction).await? >= MOST {
        return Err(Error::Conflict("There are 200 rules already. Remove one that is not needed first."));
    }
    let inserted = approval_rule::ActiveModel {
        kind: Set(new.kind.as_str().into()),
        value: Set(value),
        member_type: Set(new.member_type.map_or("", api_types::membership::OrganisationKind::as_str).into()),
        created_by: Set(signed.id.0),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    }
    .insert(&transaction)
    .await;
    let row = inserted.map_err(|error| {
        if is_unique_violation(&error, &["uq_approval_rules", "approval_rules.kind"]) {
            Error::Conflict("There is such a rule already.")
        } else {
            error.into()
        }
    })?;
    deps.commit(transaction).await?;
    list_approval_rules(deps).await?.into_iter().find(|rule| rule.id.0 == row.id).ok_or(Error::NotFound)
}

/// A domain as it is compared: lower case, in ASCII, without `@`. One that anybody gets an address in lets anybody
/// in, and so does a whole country.
fn domain(typed: &str) -> Result<String> {
    let typed = typed.trim().trim_start_matches('@').trim_end_matches('.');
    let invalid = |words: &str| Error::field("value", "invalid", words);
    let url::Host::Domain(domain) =
        url::Host::parse(typed).map_err(|_| invalid("Write the domain as in \"holme.gov.uk\"."))?
    else {
        return Err(invalid("Write the domain as in \"holme.gov.uk\"."));
    };
    if !domain.contains('.') || matches!(domain.as_str(), "co.uk" | "org.uk" | "me.uk" | "ltd.uk" | "plc.uk" | "net.uk")
    {
        return Err(invalid("Anybody can have an address there. Write the whole domain, as in \"holme.gov.uk\"."));
    }
    if is_public_domain(&domain) {
        return Err(invalid("Anybody can have an address there. Choose a domain that one organisation gives out."));
    }
    Ok(domain)
}
