//! Lists the rules that approve applications.

use api_types::ApprovalRuleId;
use api_types::membership::{ApprovalRule, ApprovalRuleKind};
use entity::approval_rule;
use sea_orm::{EntityTrait, QueryOrder};

use super::conversation::names;
use super::rules::member_type_of;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::Result;

/// The rules, the oldest first.
pub async fn list_approval_rules(deps: &Deps) -> Result<Vec<ApprovalRule>> {
    let rows = approval_rule::Entity::find().order_by_asc(approval_rule::Column::Id).all(&deps.read).await?;
    let names = names(&deps.read, rows.iter().map(|row| row.created_by)).await?;
    Ok(rows
        .into_iter()
        .map(|row| ApprovalRule {
            id: ApprovalRuleId(row.id),
            kind: ApprovalRuleKind::named(&row.kind).unwrap_or(ApprovalRuleKind::EmailDomain),
            value: row.value,
            member_type: member_type_of(&row.member_type),
            created_by: names.get(&row.created_by).cloned().unwrap_or_default(),
            created_at: to_wire(row.created_at),
        })
        .collect())
}
