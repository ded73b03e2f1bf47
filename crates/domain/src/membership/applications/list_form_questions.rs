//! Lists the network's own questions of the registration form.

use api_types::membership::FormQuestion;
use entity::form_question;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::queries::form_question_of;
use crate::deps::Deps;
use crate::error::Result;

/// The questions that are put, per member type in their order.
pub async fn list_form_questions(deps: &Deps) -> Result<Vec<FormQuestion>> {
    let rows = form_question::Entity::find()
        .filter(form_question::Column::IsRetired.eq(false))
        .order_by_asc(form_question::Column::MemberType)
        .order_by_asc(form_question::Column::Position)
        .order_by_asc(form_question::Column::Id)
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().map(form_question_of).collect())
}
