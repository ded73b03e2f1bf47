//! Looks up libraries of the register.

use api_types::Page;
use api_types::membership::{Library, LibraryQuery};
use entity::library;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::cursor;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::queries::library_of;
use crate::text;

/// More words than this are not looked for: nobody types them, and each costs a scan.
const WORDS: usize = 10;

/// A page of the libraries in which every word occurs, by name.
pub async fn list_libraries(deps: &Deps, query: &LibraryQuery) -> Result<Page<Library>> {
    let limit = cursor::limit(query.limit);
    let mut select = library::Entity::find();
    let folded = text::fold(query.q.as_deref().unwrap_or_default());
    for word in folded.split_whitespace().take(WORDS) {
        select = select.filter(library::Column::SearchText.like(LikeExpr::new(contains(word)).escape('!')));
    }
    if let Some(after) = &query.after {
        let [id] = cursor::decode(after)?;
        let last = library::Entity::find_by_id(id).one(&deps.read).await?.ok_or_else(|| {
            Error::field("after", "invalid", "Take the cursor from the page before, as it was given.")
        })?;
        let same_name = Condition::all().add(library::Column::Name.eq(&last.name)).add(library::Column::Id.gt(last.id));
        select = select.filter(Condition::any().add(library::Column::Name.gt(&last.name)).add(same_name));
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

/// The pattern for texts that contain a word, with `!` before what would be a wildcard: unlike the
/// backslash it is written alike on both engines.
fn contains(word: &str) -> String {
    let mut pattern = String::from("%");
    for character in word.chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}
