//! Lists organisations.

use api_types::Page;
use api_types::membership::{OrganisationQuery, OrganisationSummary};
use entity::organisation;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::listing;
use super::queries::organisation_of;
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;

/// A page of the organisations in which every word occurs, by name.
pub async fn list_organisations(deps: &Deps, query: &OrganisationQuery) -> Result<Page<OrganisationSummary>> {
    let limit = cursor::limit(query.limit);
    let mut select =
        organisation::Entity::find().filter(listing::every_word(organisation::Column::SearchText, query.q.as_deref()));
    if let Some(kind) = query.kind {
        select = select.filter(organisation::Column::Kind.eq(kind.as_str()));
    }
    if let Some(nation) = query.nation {
        select = select.filter(organisation::Column::Nation.eq(nation.as_str()));
    }
    if let Some(region) = listing::wanted(query.region.as_ref()) {
        select = select.filter(organisation::Column::Region.eq(region));
    }
    if let Some(authority) = listing::wanted(query.authority.as_ref()) {
        select = select.filter(organisation::Column::Authority.eq(authority));
    }
    if let Some(model) = query.model {
        select = select.filter(organisation::Column::Model.eq(model.as_str()));
    }
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
    Ok(Page { items: rows.iter().map(organisation_of).collect(), next, total: None })
}
