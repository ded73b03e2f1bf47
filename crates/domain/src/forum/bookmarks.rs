//! Keeping threads, with a note.

use std::collections::HashMap;

use api_types::forum::{Bookmark, KeptQuery, NewBookmark};
use api_types::{Page, ThreadId};
use entity::{bookmark, thread};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::get_thread::link_to;
use super::queries::{self, SummaryRow};
use crate::accounts::access::{Actor, Signed};
use crate::clock::to_wire;
use crate::{Deps, Error, Result, cursor};

/// Keeps a thread, or changes the note that it is kept with.
pub async fn save_bookmark(deps: &Deps, signed: &Signed, id: ThreadId, new: &NewBookmark) -> Result<()> {
    link_to(deps, &Actor::Signed(signed.clone()), id.0).await?.ok_or(Error::NotFound)?;
    if new.note.contains('\0') {
        return Err(Error::field("note", "invalid", "Take the invisible sign out of the note."));
    }
    let row = bookmark::ActiveModel {
        member_id: Set(signed.id.0),
        thread_id: Set(id.0),
        note: Set(new.note.trim().to_owned()),
        created_at: Set(deps.clock.now()),
    };
    let tx = deps.begin().await?;
    bookmark::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([bookmark::Column::MemberId, bookmark::Column::ThreadId])
                .update_column(bookmark::Column::Note)
                .to_owned(),
        )
        .exec_without_returning(&tx)
        .await?;
    deps.commit(tx).await
}

/// Keeps a thread no longer.
pub async fn delete_bookmark(deps: &Deps, signed: &Signed, id: ThreadId) -> Result<()> {
    let tx = deps.begin().await?;
    bookmark::Entity::delete_by_id((signed.id.0, id.0)).exec(&tx).await?;
    deps.commit(tx).await
}

/// Lists the threads that the member keeps, the newest first. What the member may not see any more is left out.
pub async fn list_bookmarks(deps: &Deps, signed: &Signed, query: &KeptQuery) -> Result<Page<Bookmark>> {
    let actor = Actor::Signed(signed.clone());
    let limit = cursor::limit(query.limit);
    let mut select = bookmark::Entity::find().filter(bookmark::Column::MemberId.eq(signed.id.0));
    if let Some(after) = &query.after {
        let [at, id] = cursor::decode::<2>(after)?;
        select = select.filter(
            Condition::any()
                .add(bookmark::Column::CreatedAt.lt(at))
                .add(Condition::all().add(bookmark::Column::CreatedAt.eq(at)).add(bookmark::Column::ThreadId.lt(id))),
        );
    }
    let mut rows = select
        .order_by_desc(bookmark::Column::CreatedAt)
        .order_by_desc(bookmark::Column::ThreadId)
        .limit(limit + 1)
        .all(&deps.read)
        .await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.created_at, row.thread_id]);
    let threads: Vec<SummaryRow> = queries::summaries(&actor)
        .filter(thread::Column::Id.is_in(rows.iter().map(|row| row.thread_id)))
        .into_model()
        .all(&deps.read)
        .await?;
    let mut threads: HashMap<i64, _> =
        queries::into_summaries(deps, &actor, threads).await?.into_iter().map(|thread| (thread.id.0, thread)).collect();
    let items = rows
        .into_iter()
        .filter_map(|row| {
            let thread = threads.remove(&row.thread_id)?;
            Some(Bookmark { thread, note: row.note, created_at: to_wire(row.created_at) })
        })
        .collect();
    Ok(Page { items, next, total: None })
}
