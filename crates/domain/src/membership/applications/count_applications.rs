//! Counts the applications.

use api_types::membership::ApplicationCounts;
use entity::application;
use sea_orm::{ColumnTrait, EntityTrait, QuerySelect};

use crate::deps::Deps;
use crate::error::Result;

/// How many applications stand where, in one query.
pub async fn count_applications(deps: &Deps) -> Result<ApplicationCounts> {
    let rows: Vec<(String, i64)> = application::Entity::find()
        .select_only()
        .column(application::Column::Status)
        .column_as(application::Column::Id.count(), "number")
        .group_by(application::Column::Status)
        .into_tuple()
        .all(&deps.read)
        .await?;
    let mut counts = ApplicationCounts::default();
    for (status, number) in rows {
        match status.as_str() {
            "awaiting_confirmation" => counts.awaiting_confirmation = number,
            "submitted" => counts.submitted = number,
            "needs_answer" => counts.needs_answer = number,
            "approved" => counts.approved = number,
            "rejected" => counts.rejected = number,
            "withdrawn" => counts.withdrawn = number,
            _ => {}
        }
    }
    Ok(counts)
}
