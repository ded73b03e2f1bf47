//! Lists the organisations that one person alone holds, or nobody: staff look after them.

use api_types::membership::{SoleHolder, SoleHolderQuery};
use api_types::{OrganisationId, Page};
use entity::organisation;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{listing, people};
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;

/// A page of the organisations with one member or none, or without a primary contact or voter, by name.
pub async fn list_sole_holders(deps: &Deps, query: &SoleHolderQuery) -> Result<Page<SoleHolder>> {
    let limit = cursor::limit(query.limit);
    let alone = Condition::any()
        .add(organisation::Column::MemberCount.lte(1))
        .add(organisation::Column::PrimaryContactId.is_null())
        .add(organisation::Column::VoterId.is_null());
    let mut select = organisation::Entity::find().filter(alone);
    if let Some(after) = &query.after {
        let [id] = cursor::decode(after)?;
        let last = organisation::Entity::find_by_id(id).one(&deps.read).await?.ok_or_else(listing::no_such_cursor)?;
        select =
            select.filter(listing::after(organisation::Column::Name, organisation::Column::Id, &last.name, last.id));
    }
    let mut rows = select
        .order_by_asc(organisation::Column::Name)
        .order_by_asc(organisation::Column::Id)
        .limit(limit + 1)
        .all(&deps.read)
        .await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    let people = people::summaries(&deps.read, rows.iter().filter_map(|row| row.primary_contact_id)).await?;
    let items = rows
        .into_iter()
        .map(|row| SoleHolder {
            organisation_id: OrganisationId(row.id),
            organisation: row.name,
            member_count: row.member_count,
            holder: row.primary_contact_id.and_then(|id| people.get(&id).cloned()),
        })
        .collect();
    Ok(Page { items, next, total: None })
}
