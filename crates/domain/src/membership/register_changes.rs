//! What a file has otherwise than it is known.

use api_types::membership::FieldChange;
use entity::library;
use sea_orm::ActiveValue;

/// What differs between a library and the row that a file has of it.
pub(super) fn between(known: &library::Model, row: &library::ActiveModel) -> Vec<FieldChange> {
    let mut fields = Vec::new();
    let mut compare = |field: &str, from: String, to: Option<String>| {
        if let Some(to) = to.filter(|to| *to != from) {
            fields.push(FieldChange { field: field.into(), from, to });
        }
    };
    compare("name", known.name.clone(), text(&row.name));
    compare("authority", known.authority.clone(), text(&row.authority));
    compare("nation", known.nation.clone(), text(&row.nation));
    compare("region", known.region.clone(), text(&row.region));
    compare("address", known.address.clone(), text(&row.address));
    compare("postcode", known.postcode.clone(), text(&row.postcode));
    if let (ActiveValue::Set(latitude), ActiveValue::Set(longitude)) = (&row.latitude, &row.longitude) {
        compare("place", place(known.latitude, known.longitude), Some(place(*latitude, *longitude)));
    }
    compare("is_community_managed", known.is_community_managed.to_string(), flag(&row.is_community_managed));
    compare("is_closed", known.is_closed.to_string(), flag(&row.is_closed));
    fields
}

fn text(value: &ActiveValue<String>) -> Option<String> {
    value.try_as_ref().cloned()
}

fn flag(value: &ActiveValue<bool>) -> Option<String> {
    value.try_as_ref().map(ToString::to_string)
}

fn place(latitude: Option<f64>, longitude: Option<f64>) -> String {
    match (latitude, longitude) {
        (Some(latitude), Some(longitude)) => format!("{latitude}, {longitude}"),
        _ => String::new(),
    }
}
