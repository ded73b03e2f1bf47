//! Withdraws the applicant's application.

use api_types::ApplicationId;
use api_types::membership::{ApplicationEventKind, MyApplication};
use sea_orm::sea_query::Expr;

use super::admit::end_request;
use super::get_my_application::{get_my_application, newest_of};
use super::state::{Step, record, take};
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::Result;
use entity::application;

/// Withdraws the newest application of the member who is signed in, while nothing is decided.
pub async fn withdraw_application(deps: &Deps, signed: &Signed) -> Result<MyApplication> {
    let transaction = deps.begin().await?;
    let row = newest_of(&transaction, signed).await?;
    take(&transaction, row.id, Step::Withdraw, |update| {
        update.col_expr(application::Column::DecidedAt, Expr::value(deps.clock.now()))
    })
    .await?;
    end_request(deps, &transaction, &row, "ended").await?;
    record(deps, &transaction, ApplicationId(row.id), Some(signed.id.0), ApplicationEventKind::Withdrawn, "").await?;
    deps.commit(transaction).await?;
    get_my_application(deps, signed).await
}
