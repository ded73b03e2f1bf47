//! Members and affiliations as they stand on the wire, many in one query.

use std::collections::HashMap;

use api_types::accounts::MemberSummary;
use api_types::membership::{Affiliation, AffiliationStatus, Holding};
use api_types::{AffiliationId, MemberId, OrganisationId};
use chrono::NaiveDate;
use entity::{affiliation, member, organisation};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef,
};

use super::queries::part_of;
use crate::clock::to_wire;
use crate::error::{Error, Result};

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
pub(crate) async fn summaries<C: ConnectionTrait>(
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

/// Affiliations with one organisation.
pub(crate) async fn affiliations_of<C: ConnectionTrait>(
    connection: &C,
    organisation: &organisation::Model,
    rows: Vec<affiliation::Model>,
) -> Result<Vec<Affiliation>> {
    let people = summaries(connection, rows.iter().map(|row| row.member_id)).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| people.get(&row.member_id).map(|member| to_affiliation(organisation, member.clone(), row)))
        .collect())
}

/// Affiliations with any organisations.
pub(crate) async fn affiliations_anywhere<C: ConnectionTrait>(
    connection: &C,
    rows: Vec<affiliation::Model>,
) -> Result<Vec<Affiliation>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let people = summaries(connection, rows.iter().map(|row| row.member_id)).await?;
    let organisations: HashMap<i64, organisation::Model> = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.organisation_id)))
        .all(connection)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let (member, organisation) = (people.get(&row.member_id)?, organisations.get(&row.organisation_id)?);
            Some(to_affiliation(organisation, member.clone(), row))
        })
        .collect())
}

/// One affiliation.
pub(crate) async fn affiliation_of<C: ConnectionTrait>(connection: &C, row: affiliation::Model) -> Result<Affiliation> {
    affiliations_anywhere(connection, vec![row]).await?.pop().ok_or(Error::NotFound)
}

/// An affiliation as it stands on the wire.
pub(crate) fn to_affiliation(
    organisation: &organisation::Model,
    member: MemberSummary,
    row: affiliation::Model,
) -> Affiliation {
    let status = status_of(&row.status);
    let is_active = status == AffiliationStatus::Active;
    let mut holds = Vec::new();
    if is_active && organisation.primary_contact_id == Some(row.member_id) {
        holds.push(Holding::PrimaryContact);
    }
    if is_active && organisation.voter_id == Some(row.member_id) {
        holds.push(Holding::Voter);
    }
    Affiliation {
        id: AffiliationId(row.id),
        organisation_id: OrganisationId(organisation.id),
        organisation: organisation.name.clone(),
        role: part_of(&row.role),
        status,
        started_on: row.started_on.as_deref().and_then(date_of),
        ended_on: row.ended_on.as_deref().and_then(date_of),
        holds,
        is_shown: is_active && member.organisation_id == Some(OrganisationId(organisation.id)),
        created_at: to_wire(row.created_at),
        version: row.version,
        member,
    }
}

/// The status of a stored word. An unknown word counts as ended, which allows nothing.
pub(crate) fn status_of(word: &str) -> AffiliationStatus {
    match word {
        "requested" => AffiliationStatus::Requested,
        "active" => AffiliationStatus::Active,
        "declined" => AffiliationStatus::Declined,
        _ => AffiliationStatus::Ended,
    }
}

fn date_of(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}
