//! Removes a rule that approves applications.

use api_types::ApprovalRuleId;
use entity::approval_rule;
use sea_orm::EntityTrait;

use crate::deps::Deps;
use crate::error::{Error, Result};

/// Removes a rule. What it approved stays approved.
pub async fn delete_approval_rule(deps: &Deps, id: ApprovalRuleId) -> Result<()> {
    let transaction = deps.begin().await?;
    if approval_rule::Entity::delete_by_id(id.0).exec(&transaction).await?.rows_affected != 1 {
        return Err(Error::NotFound);
    }
    deps.commit(transaction).await
}
