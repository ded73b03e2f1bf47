//! Lists the applications.

use std::collections::HashSet;

use api_types::membership::{ApplicationQuery, ApplicationStatus, ApplicationSummary};
use api_types::{ApplicationId, Page};
use entity::{application, application_message};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::duplicates::LIKELY;
use super::queries::member_type_of;
use super::state::status_of;
use crate::clock::to_wire;
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::listing::every_word;
use crate::membership::people::summaries;
use crate::membership::queries::{language_of, nation_of};

/// A page of the applications that stand somewhere: the oldest first while they wait, else the newest. Drafts are
/// their writers' own.
pub async fn list_applications(deps: &Deps, query: &ApplicationQuery) -> Result<Page<ApplicationSummary>> {
    let status = query.status.unwrap_or(ApplicationStatus::Submitted);
    let is_waiting = matches!(
        status,
        ApplicationStatus::AwaitingConfirmation | ApplicationStatus::Submitted | ApplicationStatus::NeedsAnswer
    );
    let limit = cursor::limit(query.limit);
    let all = application::Entity::find()
        .filter(application::Column::Status.eq(status.as_str()))
        .filter(application::Column::Status.ne("draft"))
        .filter(wanted(query));
    let total = all.clone().count(&deps.read).await?;
    let mut select =
        if is_waiting { all.order_by_asc(application::Column::Id) } else { all.order_by_desc(application::Column::Id) };
    if let Some(after) = &query.after {
        let [id] = cursor::decode(after)?;
        let column = application::Column::Id;
        select = select.filter(if is_waiting { column.gt(id) } else { column.lt(id) });
    }
    let mut rows = select.limit(limit + 1).all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    let assignees = summaries(&deps.read, rows.iter().filter_map(|row| row.assigned_to)).await?;
    let replied = replied(deps, &rows).await?;
    let items = rows
        .into_iter()
        .map(|row| ApplicationSummary {
            id: ApplicationId(row.id),
            member_type: member_type_of(&row.member_type),
            nation: row.nation.as_deref().map(nation_of),
            language: language_of(&row.language),
            status: status_of(&row.status),
            created_at: to_wire(row.created_at),
            submitted_at: row.submitted_at.map(to_wire),
            assignee: row.assigned_to.and_then(|id| assignees.get(&id).cloned()),
            message_count: row.message_count,
            has_reply: replied.contains(&row.id),
            is_invited: row.invitation_id.is_some(),
            is_joining: row.organisation_id.is_some(),
            duplicate_score: row.duplicate_score,
            name: row.name,
            organisation: row.organisation,
        })
        .collect();
    Ok(Page { items, next, total: Some(total) })
}

fn wanted(query: &ApplicationQuery) -> Condition {
    let mut all = every_word(application::Column::SearchText, query.q.as_deref());
    if let Some(kind) = query.member_type {
        all = all.add(application::Column::MemberType.eq(kind.as_str()));
    }
    if let Some(nation) = query.nation {
        all = all.add(application::Column::Nation.eq(nation.as_str()));
    }
    if let Some(id) = query.assignee_id {
        all = all.add(application::Column::AssignedTo.eq(id.0));
    }
    match query.is_unassigned {
        Some(true) => all = all.add(application::Column::AssignedTo.is_null()),
        Some(false) => all = all.add(application::Column::AssignedTo.is_not_null()),
        None => {}
    }
    match query.may_be_double {
        Some(true) => all = all.add(application::Column::DuplicateScore.gte(LIKELY)),
        Some(false) => all = all.add(application::Column::DuplicateScore.lt(LIKELY)),
        None => {}
    }
    all
}

/// In which of these applications the last word is the applicant's, in one query.
async fn replied(deps: &Deps, rows: &[application::Model]) -> Result<HashSet<i64>> {
    let talked: Vec<i64> = rows.iter().filter(|row| row.message_count > 0).map(|row| row.id).collect();
    if talked.is_empty() {
        return Ok(HashSet::new());
    }
    let newest = Query::select()
        .expr(application_message::Column::Id.max())
        .from(application_message::Entity)
        .and_where(application_message::Column::ApplicationId.is_in(talked))
        .and_where(application_message::Column::Kind.eq("message"))
        .group_by_col(application_message::Column::ApplicationId)
        .take();
    let last: Vec<application_message::Model> = application_message::Entity::find()
        .filter(application_message::Column::Id.in_subquery(newest))
        .all(&deps.read)
        .await?;
    let writers: std::collections::HashMap<i64, Option<i64>> = rows.iter().map(|row| (row.id, row.member_id)).collect();
    Ok(last
        .into_iter()
        .filter(|message| writers.get(&message.application_id).copied().flatten() == Some(message.author_id))
        .map(|message| message.application_id)
        .collect())
}
