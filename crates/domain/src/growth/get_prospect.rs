//! Gets a library that may join.

use api_types::growth::{Prospect, ProspectNote, ProspectStatus};
use api_types::{ApplicationId, LibraryId};
use entity::{application, library, prospect, prospect_note};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::prospect::{Row, prospects, with_known};
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::people;

/// How many notes are told.
const NOTES: u64 = 100;

/// A library of the register with what staff know of it. One that has closed can still be read.
pub async fn get_prospect(deps: &Deps, id: LibraryId) -> Result<Prospect> {
    let now = deps.clock.now();
    let row: Row = with_known(prospects().filter(library::Column::Id.eq(id.0)), now)
        .into_model()
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    let stored = prospect::Entity::find_by_id(id.0).one(&deps.read).await?;
    let open = application::Entity::find()
        .filter(application::Column::LibraryId.eq(id.0))
        .filter(application::Column::Status.is_in(["submitted", "needs_answer"]))
        .order_by_asc(application::Column::Id)
        .one(&deps.read)
        .await?;
    let notes = prospect_note::Entity::find()
        .filter(prospect_note::Column::LibraryId.eq(id.0))
        .order_by_desc(prospect_note::Column::Id)
        .limit(NOTES)
        .all(&deps.read)
        .await?;
    let wanted = notes.iter().map(|note| note.author_id).chain(row.known.owner_id);
    let people = people::summaries(&deps.read, wanted).await?;
    let notes = notes
        .into_iter()
        .filter_map(|note| {
            Some(ProspectNote {
                id: note.id,
                author: people.get(&note.author_id)?.clone(),
                body: note.body,
                created_at: to_wire(note.created_at),
            })
        })
        .collect();
    let owner = row.known.owner_id.and_then(|id| people.get(&id).cloned());
    Ok(Prospect {
        summary: row.summary(owner, now),
        status_by_hand: stored.as_ref().map_or_else(ProspectStatus::default, |row| ProspectStatus::named(&row.status)),
        application_id: open.map(|row| ApplicationId(row.id)),
        notes,
        version: stored.map_or(0, |row| row.version),
    })
}
