//! Members as they stand on the wire, many in one query.

use std::collections::HashMap;

use api_types::accounts::MemberSummary;
use api_types::membership::AffiliationStatus;
use api_types::{MemberId, OrganisationId};
use entity::{member, organisation};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef,
};

use crate::error::Result;

#[derive(FromQueryResult)]
struct Named {
    id: i64,
    name: String,
    organisation: Option<String>,
    organisation_id: Option<i64>,
}

/// How a member's organisation is joined.
fn to_organisation() -> RelationDef {
    member::Entity::belongs_to(organisation::Entity)
        .from(member::Column::OrganisationId)
        .to(organisation::Column::Id)
        .into()
}

/// Members by their ids, with the organisation that is shown with each name.
pub(super) async fn summaries<C: ConnectionTrait>(
    connection: &C,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, MemberSummary>> {
    let ids: Vec<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Named> = member::Entity::find()
        .select_only()
        .columns([member::Column::Id, member::Column::Name])
        .join(JoinType::LeftJoin, to_organisation())
        .column_as(organisation::Column::Name, "organisation")
        .column_as(organisation::Column::Id, "organisation_id")
        .filter(member::Column::Id.is_in(ids))
        .into_model()
        .all(connection)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let summary = MemberSummary {
                id: MemberId(row.id),
                name: row.name,
                organisation: row.organisation,
                organisation_id: row.organisation_id.map(OrganisationId),
            };
            (row.id, summary)
        })
        .collect())
}

/// The status of a stored word. An unknown word counts as ended, which allows nothing.
pub(super) fn status_of(word: &str) -> AffiliationStatus {
    match word {
        "requested" => AffiliationStatus::Requested,
        "active" => AffiliationStatus::Active,
        "declined" => AffiliationStatus::Declined,
        _ => AffiliationStatus::Ended,
    }
}
