//! Lists the applications.

use api_types::Page;
use api_types::membership::{ApplicationQuery, ApplicationStatus, ApplicationSummary};
use entity::application;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::queries::summary_of;

/// A page of the applications that stand somewhere: the oldest first while they wait, else the newest.
pub async fn list_applications(deps: &Deps, query: &ApplicationQuery) -> Result<Page<ApplicationSummary>> {
    let status = query.status.unwrap_or(ApplicationStatus::Submitted);
    let is_waiting = matches!(status, ApplicationStatus::AwaitingConfirmation | ApplicationStatus::Submitted);
    let limit = cursor::limit(query.limit);
    let all = application::Entity::find().filter(application::Column::Status.eq(status.as_str()));
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
    Ok(Page { items: rows.into_iter().map(summary_of).collect(), next, total: Some(total) })
}
