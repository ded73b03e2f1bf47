//! Makes an application of the demo, with its address confirmed.

use api_types::ApplicationId;
use api_types::accounts::Role;
use api_types::membership::NewApplication;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::accounts::insert_member;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::submit_application::{Checked, check};

/// Makes an application that waits for a decision. The applicant's account has no password, so that
/// nobody can sign in to it before setting one by mail.
pub async fn create_submitted_application(
    deps: &Deps,
    new: &NewApplication,
    created_at_ms: i64,
) -> Result<ApplicationId> {
    let Checked { name, email, mut row } = check(deps, new).await?;
    let transaction = deps.begin().await?;
    let no_password = "!";
    let member =
        insert_member(deps, &transaction, &name, &email.address, no_password, Role::Applicant, new.language).await?;
    row.member_id = Set(Some(member.id));
    row.status = Set("submitted".into());
    row.created_at = Set(created_at_ms);
    row.confirmed_at = Set(Some(created_at_ms));
    let row = row.insert(&transaction).await?;
    deps.commit(transaction).await?;
    Ok(ApplicationId(row.id))
}
