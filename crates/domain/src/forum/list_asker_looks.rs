//! Listing the looks at who asks in confidence.

use std::collections::HashMap;

use api_types::forum::{AskerLook, AskerLookQuery, ThreadLink};
use api_types::{AskerLookId, Page, ThreadId};
use entity::{asker_look, thread};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{access, queries};
use crate::accounts::access::{Actor, Signed};
use crate::clock::to_wire;
use crate::membership::people::summaries;
use crate::{Deps, Result, cursor};

/// Lists the looks, the newest first, without who asked: to read the log is no look.
pub async fn list_asker_looks(deps: &Deps, signed: &Signed, query: &AskerLookQuery) -> Result<Page<AskerLook>> {
    let limit = cursor::limit(query.limit);
    let mut select = asker_look::Entity::find();
    if let Some(after) = &query.after {
        let [id] = cursor::decode::<1>(after)?;
        select = select.filter(asker_look::Column::Id.lt(id));
    }
    let mut rows = select.order_by_desc(asker_look::Column::Id).limit(limit + 1).all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    let threads: HashMap<i64, thread::Model> = thread::Entity::find()
        .filter(access::readable(&Actor::Signed(signed.clone())))
        .filter(thread::Column::Id.is_in(rows.iter().map(|row| row.thread_id)))
        .all(&deps.read)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let people = summaries(&deps.read, rows.iter().map(|row| row.looked_by)).await?;
    let items = rows
        .into_iter()
        .filter_map(|row| {
            let thread = threads.get(&row.thread_id)?;
            Some(AskerLook {
                id: AskerLookId(row.id),
                thread: ThreadLink {
                    id: ThreadId(thread.id),
                    kind: queries::kind_of(&thread.kind),
                    slug: thread.slug.clone(),
                    title: thread.title.clone(),
                },
                looked_by: people.get(&row.looked_by)?.clone(),
                reason: row.reason,
                created_at: to_wire(row.created_at),
            })
        })
        .collect();
    Ok(Page { items, next, total: None })
}
