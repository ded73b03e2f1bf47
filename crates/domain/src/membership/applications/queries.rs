//! Rows about applications as they stand on the wire.

use api_types::membership::{Answers, Bilingual, FormQuestion, FormQuestionKind, LibraryPlace, OrganisationKind};
use api_types::{ApplicationId, FormQuestionId};
use entity::{application, form_question};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::error::{Error, Result};
use crate::membership::register::Entry;

/// An application as staff know it: a form that somebody has not finished is not theirs to see.
pub(super) async fn find_sent<C: ConnectionTrait>(connection: &C, id: ApplicationId) -> Result<application::Model> {
    application::Entity::find_by_id(id.0)
        .filter(application::Column::Status.ne("draft"))
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// The answers to the questions of the member type.
pub(super) fn answers_of(row: &application::Model) -> Result<Answers> {
    serde_json::from_str(&row.answers).map_err(|error| Error::internal("reading an application", error))
}

/// Whether approving the application adds the applicant's library to the register, which does not have it.
pub(super) fn adds_library(row: &application::Model, answers: &Answers) -> bool {
    row.library_id.is_none()
        && row.organisation_id.is_none()
        && matches!(answers, Answers::Library { library_name: Some(_), place: Some(_), .. })
}

/// The row of the register for a library that was typed by hand.
pub(super) fn entry_of(name: &str, place: &LibraryPlace) -> Entry {
    Entry {
        name: name.to_owned(),
        authority: place.authority.clone(),
        nation: place.nation.as_str().into(),
        region: None,
        address: place.address.clone(),
        postcode: place.postcode.clone(),
        latitude: None,
        longitude: None,
        is_community_managed: true,
        is_closed: false,
    }
}

/// The member type of a stored word.
pub(super) fn member_type_of(word: &str) -> OrganisationKind {
    OrganisationKind::named(word).unwrap_or(OrganisationKind::Body)
}

/// The options of a choice.
pub(super) fn options_of(row: &form_question::Model) -> Vec<Bilingual> {
    serde_json::from_str(&row.options).unwrap_or_default()
}

/// A question of the network's own.
pub(super) fn form_question_of(row: form_question::Model) -> FormQuestion {
    FormQuestion {
        id: FormQuestionId(row.id),
        member_type: member_type_of(&row.member_type),
        kind: FormQuestionKind::named(&row.kind).unwrap_or(FormQuestionKind::Text),
        options: options_of(&row),
        label: Bilingual { en: row.label_en, cy: row.label_cy },
        hint: Bilingual { en: row.hint_en, cy: row.hint_cy },
        is_required: row.is_required,
        position: row.position,
        version: row.version,
    }
}
