//! Makes an application of the demo, with its address confirmed.

use api_types::ApplicationId;
use api_types::accounts::Role;
use api_types::membership::{ApplicationEventKind, NewApplication};
use entity::application;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::check::{Checked, check, write_form_answers};
use super::duplicates;
use super::state::record;
use crate::accounts::insert_member;
use crate::deps::Deps;
use crate::error::Result;

/// Makes an application that waits for a decision. The applicant's account has no password, so that
/// nobody can sign in to it before setting one by mail.
pub async fn create_submitted_application(
    deps: &Deps,
    new: &NewApplication,
    created_at_ms: i64,
) -> Result<ApplicationId> {
    let Checked { name, email, mut row, form_answers } = check(deps, new).await?;
    let transaction = deps.begin().await?;
    let no_password = "!";
    let member =
        insert_member(deps, &transaction, &name, &email.address, no_password, Role::Applicant, new.language).await?;
    row.member_id = Set(Some(member.id));
    row.status = Set("submitted".into());
    row.created_at = Set(created_at_ms);
    row.confirmed_at = Set(Some(created_at_ms));
    row.submitted_at = Set(Some(created_at_ms));
    let row = row.insert(&transaction).await?;
    let id = ApplicationId(row.id);
    write_form_answers(&transaction, row.id, form_answers).await?;
    for kind in [ApplicationEventKind::Sent, ApplicationEventKind::Confirmed] {
        record(deps, &transaction, id, Some(member.id), kind, "").await?;
    }
    deps.commit(transaction).await?;
    let score = duplicates::find(deps, &row).await?.first().map_or(0, |hint| hint.score);
    application::Entity::update_many()
        .col_expr(application::Column::DuplicateScore, Expr::value(score))
        .filter(application::Column::Id.eq(row.id))
        .exec(&deps.write)
        .await?;
    Ok(id)
}
