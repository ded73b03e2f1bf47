//! Takes a question out of the registration form.

use api_types::FormQuestionId;
use entity::form_question;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::deps::Deps;
use crate::error::{Error, Result};

/// Takes a question out of the form. Answers that were given to it stay.
pub async fn delete_form_question(deps: &Deps, id: FormQuestionId) -> Result<()> {
    let transaction = deps.begin().await?;
    let retired = form_question::Entity::update_many()
        .col_expr(form_question::Column::IsRetired, Expr::value(true))
        .filter(form_question::Column::Id.eq(id.0))
        .filter(form_question::Column::IsRetired.eq(false))
        .exec(&transaction)
        .await?;
    if retired.rows_affected != 1 {
        return Err(Error::NotFound);
    }
    deps.commit(transaction).await
}
