//! Changes a question of the registration form.

use api_types::FormQuestionId;
use api_types::membership::{FormQuestion, FormQuestionKind, FormQuestionPatch};
use entity::form_question;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::create_form_question::{hint, label, options};
use super::queries::form_question_of;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Changes a question that was read at `version`; what is absent stays. A new place moves those between.
pub async fn update_form_question(
    deps: &Deps,
    id: FormQuestionId,
    version: i32,
    patch: &FormQuestionPatch,
) -> Result<FormQuestion> {
    let transaction = deps.begin().await?;
    let row = form_question::Entity::find_by_id(id.0)
        .filter(form_question::Column::IsRetired.eq(false))
        .one(&transaction)
        .await?
        .ok_or(Error::NotFound)?;
    if row.version != version {
        return Err(Error::EditConflict);
    }
    let kind = FormQuestionKind::named(&row.kind).unwrap_or(FormQuestionKind::Text);
    let member_type = row.member_type.clone();
    let mut change = row.into_active_model();
    if let Some(words) = &patch.label {
        let words = label("label", words)?;
        change.label_en = Set(words.en);
        change.label_cy = Set(words.cy);
    }
    if let Some(words) = &patch.hint {
        let words = hint(words)?;
        change.hint_en = Set(words.en);
        change.hint_cy = Set(words.cy);
    }
    if let Some(wanted) = &patch.options {
        change.options = Set(options(kind, wanted)?);
    }
    if let Some(is_required) = patch.is_required {
        change.is_required = Set(is_required);
    }
    change.version = Set(version.wrapping_add(1));
    let mut row = change.update(&transaction).await?;
    if let Some(position) = patch.position {
        let mut others = form_question::Entity::find()
            .filter(form_question::Column::MemberType.eq(member_type))
            .filter(form_question::Column::IsRetired.eq(false))
            .filter(form_question::Column::Id.ne(id.0))
            .order_by_asc(form_question::Column::Position)
            .order_by_asc(form_question::Column::Id)
            .all(&transaction)
            .await?;
        let place = usize::try_from(position - 1).unwrap_or_default().min(others.len());
        others.insert(place, row.clone());
        for (other, position) in others.into_iter().zip(1..) {
            if other.position != position {
                let mut change = other.into_active_model();
                change.position = Set(position);
                change.update(&transaction).await?;
            }
        }
        row = form_question::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    }
    deps.commit(transaction).await?;
    Ok(form_question_of(row))
}
