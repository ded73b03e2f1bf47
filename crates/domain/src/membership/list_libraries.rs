//! Looks up libraries of the register.

use api_types::Page;
use api_types::membership::{Library, LibraryQuery};
use entity::library;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::accounts::access::Actor;
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::queries::library_of;
use crate::membership::{access, listing};

/// A page of the libraries in which every word occurs, by name. What a member added and staff have not confirmed is
/// for those two alone.
pub async fn list_libraries(deps: &Deps, actor: &Actor, query: &LibraryQuery) -> Result<Page<Library>> {
    let limit = cursor::limit(query.limit);
    let mut select =
        library::Entity::find().filter(listing::every_word(library::Column::SearchText, query.q.as_deref()));
    if let Some(known) = access::libraries_known_to(actor) {
        select = select.filter(known);
    }
    match query.is_claimed {
        Some(true) => select = select.filter(library::Column::OrganisationId.is_not_null()),
        Some(false) => select = select.filter(library::Column::OrganisationId.is_null()),
        None => {}
    }
    if let Some(is_closed) = query.is_closed {
        select = select.filter(library::Column::IsClosed.eq(is_closed));
    }
    if let Some(nation) = query.nation {
        select = select.filter(library::Column::Nation.eq(nation.as_str()));
    }
    if let Some(region) = listing::wanted(query.region.as_ref()) {
        select = select.filter(library::Column::Region.eq(region));
    }
    if let Some(authority) = listing::wanted(query.authority.as_ref()) {
        select = select.filter(library::Column::Authority.eq(authority));
    }
    if let Some(after) = &query.after {
        let [id] = cursor::decode(after)?;
        let last = library::Entity::find_by_id(id).one(&deps.read).await?.ok_or_else(listing::no_such_cursor)?;
        select = select.filter(listing::after(library::Column::Name, library::Column::Id, &last.name, last.id));
    }
    let mut rows = select
        .order_by_asc(library::Column::Name)
        .order_by_asc(library::Column::Id)
        .limit(limit + 1)
        .all(&deps.read)
        .await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    Ok(Page { items: rows.into_iter().map(library_of).collect(), next, total: None })
}
