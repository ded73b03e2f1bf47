//! How near a library is to the network: what can be known is reckoned when it is read, never stored, so that it
//! cannot contradict what is.

use api_types::accounts::MemberSummary;
use api_types::growth::{ProspectStatus, ProspectSummary};
use chrono::{DateTime, NaiveDate};
use entity::{library, prospect};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef, Select};

use crate::membership::queries::library_of;

/// Somebody who was here within as many days is active.
const ACTIVE_DAYS: i64 = 90;
const DAY_MILLISECONDS: i64 = 24 * 60 * 60 * 1000;

/// The status of a library, for `libraries` joined with `prospects`. Both engines read it; the times are ours.
pub(super) fn status(now: i64) -> SimpleExpr {
    let since = now - ACTIVE_DAYS * DAY_MILLISECONDS;
    Expr::cust(format!(
        "CASE WHEN libraries.organisation_id IN (SELECT affiliations.organisation_id FROM affiliations \
             WHERE affiliations.status = 'active' AND affiliations.member_id IN ( \
                 SELECT sessions.member_id FROM sessions WHERE sessions.last_used_at >= {since} \
                 UNION ALL SELECT posts.author_id FROM posts WHERE posts.created_at >= {since} \
                 UNION ALL SELECT resources.author_id FROM resources WHERE resources.created_at >= {since})) \
             THEN 'active' \
         WHEN libraries.organisation_id IS NOT NULL THEN 'joined' \
         WHEN libraries.id IN (SELECT applications.library_id FROM applications \
             WHERE applications.status IN ('submitted', 'needs_answer') AND applications.library_id IS NOT NULL) \
             THEN 'applied' \
         WHEN prospects.status IN ('contacted', 'declined') THEN prospects.status \
         ELSE 'not_contacted' END"
    ))
}

/// The libraries of the register, each with what staff know of it. Those that staff have not confirmed are not in it.
pub(super) fn prospects() -> Select<library::Entity> {
    let to_prospect: RelationDef =
        library::Entity::belongs_to(prospect::Entity).from(library::Column::Id).to(prospect::Column::LibraryId).into();
    library::Entity::find().join(JoinType::LeftJoin, to_prospect).filter(library::Column::IsConfirmed.eq(true))
}

/// What is read of a prospect beside its library.
#[derive(FromQueryResult)]
pub(super) struct Known {
    pub(super) status: String,
    pub(super) next_step: Option<String>,
    pub(super) next_step_on: Option<String>,
    pub(super) owner_id: Option<i64>,
}

/// The columns of [`Known`].
pub(super) fn with_known(select: Select<library::Entity>, now: i64) -> Select<library::Entity> {
    select
        .column_as(status(now), "known_status")
        .column_as(prospect::Column::NextStep, "known_next_step")
        .column_as(prospect::Column::NextStepOn, "known_next_step_on")
        .column_as(prospect::Column::OwnerId, "known_owner_id")
}

/// A library with what is known of it.
pub(super) struct Row {
    pub(super) library: library::Model,
    pub(super) known: Known,
}

impl FromQueryResult for Row {
    fn from_query_result(row: &sea_orm::QueryResult, prefix: &str) -> Result<Self, sea_orm::DbErr> {
        Ok(Self {
            library: library::Model::from_query_result(row, prefix)?,
            known: Known::from_query_result(row, "known_")?,
        })
    }
}

impl Row {
    /// The prospect as it stands in lists.
    pub(super) fn summary(self, owner: Option<MemberSummary>, now: i64) -> ProspectSummary {
        let next_step_on = self.known.next_step_on.as_deref().and_then(|date| date.parse::<NaiveDate>().ok());
        ProspectSummary {
            library: library_of(self.library),
            status: ProspectStatus::named(&self.known.status),
            next_step: self.known.next_step.unwrap_or_default(),
            next_step_on,
            is_due: next_step_on.is_some_and(|date| date <= day_of(now)),
            owner,
        }
    }
}

/// The day of a stored time, in UTC.
pub(super) fn day_of(milliseconds: i64) -> NaiveDate {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default().date_naive()
}
