//! Lists libraries that may join.

use api_types::Page;
use api_types::growth::{ProspectQuery, ProspectSummary};
use entity::{library, prospect};
use sea_orm::sea_query::{ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::prospect::{Row, day_of, prospects, status, with_known};
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::{listing, people};

/// A page of the open libraries of the register by how near they are: by name, or by the day that the next step is
/// due. Unless a status is asked for, those that have joined are left out.
pub async fn list_prospects(deps: &Deps, query: &ProspectQuery) -> Result<Page<ProspectSummary>> {
    let now = deps.clock.now();
    let limit = cursor::limit(query.limit);
    let is_due = query.due == Some(true);
    let mut select = prospects()
        .filter(library::Column::IsClosed.eq(false))
        .filter(listing::every_word(library::Column::SearchText, query.q.as_deref()));
    select = match query.status {
        Some(wanted) => select.filter(status(now).eq(wanted.as_str())),
        None => select.filter(library::Column::OrganisationId.is_null()),
    };
    if let Some(nation) = query.nation {
        select = select.filter(library::Column::Nation.eq(nation.as_str()));
    }
    if let Some(region) = listing::wanted(query.region.as_ref()) {
        select = select.filter(library::Column::Region.eq(region));
    }
    if let Some(authority) = listing::wanted(query.authority.as_ref()) {
        select = select.filter(library::Column::Authority.eq(authority));
    }
    if let Some(is_community_managed) = query.is_community_managed {
        select = select.filter(library::Column::IsCommunityManaged.eq(is_community_managed));
    }
    if let Some(owner_id) = query.owner_id {
        select = select.filter(prospect::Column::OwnerId.eq(owner_id.0));
    }
    if is_due {
        select = select.filter(prospect::Column::NextStepOn.lte(day_of(now).to_string()));
    }
    let total = select.clone().count(&deps.read).await?;
    if let Some(after) = &query.after {
        let [id] = cursor::decode(after)?;
        let last = library::Entity::find_by_id(id).one(&deps.read).await?.ok_or_else(listing::no_such_cursor)?;
        select = if is_due {
            let day = prospect::Entity::find_by_id(id).one(&deps.read).await?.and_then(|row| row.next_step_on);
            let day = day.ok_or_else(listing::no_such_cursor)?;
            let further: SimpleExpr = library::Column::Id.gt(id);
            select.filter(
                Condition::any()
                    .add(prospect::Column::NextStepOn.gt(&day))
                    .add(Condition::all().add(prospect::Column::NextStepOn.eq(&day)).add(further)),
            )
        } else {
            select.filter(listing::after(library::Column::Name, library::Column::Id, &last.name, last.id))
        };
    }
    select = if is_due {
        select.order_by_asc(prospect::Column::NextStepOn)
    } else {
        select.order_by_asc(library::Column::Name)
    };
    let mut rows: Vec<Row> =
        with_known(select.order_by_asc(library::Column::Id).limit(limit + 1), now).into_model().all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.library.id]);
    let owners = people::summaries(&deps.read, rows.iter().filter_map(|row| row.known.owner_id)).await?;
    let items = rows
        .into_iter()
        .map(|row| {
            let owner = row.known.owner_id.and_then(|id| owners.get(&id).cloned());
            row.summary(owner, now)
        })
        .collect();
    Ok(Page { items, next, total: Some(total) })
}
