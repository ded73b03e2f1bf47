//! Adds a question to the registration form.

use api_types::limits::FORM_QUESTIONS;
use api_types::membership::{Bilingual, FormQuestion, FormQuestionKind, NewFormQuestion};
use entity::form_question;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::queries::form_question_of;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;

/// Adds a question, after those of the same member type.
pub async fn create_form_question(deps: &Deps, new: &NewFormQuestion) -> Result<FormQuestion> {
    let label = label("label", &new.label)?;
    let hint = hint(&new.hint)?;
    let options = options(new.kind, &new.options)?;
    let transaction = deps.begin().await?;
    let others = form_question::Entity::find()
        .filter(form_question::Column::MemberType.eq(new.member_type.as_str()))
        .filter(form_question::Column::IsRetired.eq(false))
        .all(&transaction)
        .await?;
    if others.len() >= FORM_QUESTIONS {
        return Err(Error::Conflict("This form has 50 questions already. Remove one that is not needed first."));
    }
    let row = form_question::ActiveModel {
        member_type: Set(new.member_type.as_str().into()),
        position: Set(others.iter().map(|other| other.position).max().unwrap_or(0) + 1),
        kind: Set(new.kind.as_str().into()),
        label_en: Set(label.en),
        label_cy: Set(label.cy),
        hint_en: Set(hint.en),
        hint_cy: Set(hint.cy),
        options: Set(options),
        is_required: Set(new.is_required),
        is_retired: Set(false),
        version: Set(1),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    }
    .insert(&transaction)
    .await?;
    deps.commit(transaction).await?;
    Ok(form_question_of(row))
}

/// A text that must be there in English.
pub(super) fn label(field: &str, words: &Bilingual) -> Result<Bilingual> {
    Ok(Bilingual {
        en: text::line(&format!("{field}.en"), &words.en)?,
        cy: text::optional_line(&format!("{field}.cy"), Some(&words.cy))?.unwrap_or_default(),
    })
}

/// A text that need not be there.
pub(super) fn hint(words: &Bilingual) -> Result<Bilingual> {
    Ok(Bilingual {
        en: text::optional_line("hint.en", Some(&words.en))?.unwrap_or_default(),
        cy: text::optional_line("hint.cy", Some(&words.cy))?.unwrap_or_default(),
    })
}

/// The options of a question as they are stored.
pub(super) fn options(kind: FormQuestionKind, options: &[Bilingual]) -> Result<String> {
    let mut tidy: Vec<Bilingual> = Vec::new();
    if kind == FormQuestionKind::Choice {
        for option in options {
            let option = label("options", option)?;
            if tidy.iter().any(|other| other.en == option.en) {
                return Err(Error::field("options", "doubled", "Write each option once."));
            }
            tidy.push(option);
        }
        if tidy.len() > 30 {
            return Err(Error::field("options", "too_long", "Write 30 options at most."));
        }
        if tidy.len() < 2 {
            return Err(Error::field("options", "required", "Write two options or more, each on a line."));
        }
    }
    serde_json::to_string(&tidy).map_err(|error| Error::internal("writing options", error))
}
