//! What a member follows.

use std::collections::HashMap;

use api_types::Page;
use api_types::forum::{Follow, FollowKind, KeptQuery, ThreadKind};
use entity::{follow, member, shelf, space, tag, thread};
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};

use super::{access, queries};
use crate::accounts::access::{Actor, Signed};
use crate::clock::to_wire;
use crate::{Deps, Result, cursor};

/// The kinds in the order of their names, which is that of the list where the rest is the same.
const KINDS: [FollowKind; 5] =
    [FollowKind::Member, FollowKind::Shelf, FollowKind::Space, FollowKind::Tag, FollowKind::Thread];

/// Lists what the member follows, the newest first. What the member may not see any more is left out.
pub async fn list_follows(deps: &Deps, signed: &Signed, query: &KeptQuery) -> Result<Page<Follow>> {
    let limit = cursor::limit(query.limit);
    let mut select = follow::Entity::find().filter(follow::Column::MemberId.eq(signed.id.0));
    if let Some(after) = &query.after {
        let [at, kind, id] = cursor::decode::<3>(after)?;
        let kind = usize::try_from(kind).ok().and_then(|place| KINDS.get(place)).map_or("", |kind| kind.as_str());
        let same = Condition::all().add(follow::Column::Kind.eq(kind)).add(follow::Column::TargetId.gt(id));
        let later = Condition::any().add(follow::Column::Kind.gt(kind)).add(same);
        select = select.filter(
            Condition::any()
                .add(follow::Column::CreatedAt.lt(at))
                .add(Condition::all().add(follow::Column::CreatedAt.eq(at)).add(later)),
        );
    }
    let mut rows = select
        .order_by_desc(follow::Column::CreatedAt)
        .order_by(follow::Column::Kind, Order::Asc)
        .order_by_asc(follow::Column::TargetId)
        .limit(limit + 1)
        .all(&deps.read)
        .await?;
    let place = |kind: &str| KINDS.iter().position(|known| known.as_str() == kind).unwrap_or(0);
    let next = cursor::next_of(&mut rows, limit, |row| {
        vec![row.created_at, i64::try_from(place(&row.kind)).unwrap_or(0), row.target_id]
    });
    let mut names = names(deps, signed, &rows).await?;
    let items = rows
        .into_iter()
        .filter_map(|row| {
            let kind = *KINDS.get(place(&row.kind))?;
            let (name, slug, thread_kind) = names.remove(&(row.kind, row.target_id))?;
            Some(Follow { kind, id: row.target_id, name, slug, thread_kind, created_at: to_wire(row.created_at) })
        })
        .collect();
    Ok(Page { items, next, total: None })
}

type Named = (String, String, Option<ThreadKind>);

/// The names of what is followed, in one query a kind.
async fn names(deps: &Deps, signed: &Signed, rows: &[follow::Model]) -> Result<HashMap<(String, i64), Named>> {
    let ids = |kind: FollowKind| -> Vec<i64> {
        rows.iter().filter(|row| row.kind == kind.as_str()).map(|row| row.target_id).collect()
    };
    let mut names = HashMap::new();
    let mut add = |kind: FollowKind, id: i64, named: Named| names.insert((kind.as_str().to_owned(), id), named);
    let readable = access::readable(&Actor::Signed(signed.clone()));
    let threads = thread::Entity::find().filter(thread::Column::Id.is_in(ids(FollowKind::Thread))).filter(readable);
    for row in threads.all(&deps.read).await? {
        add(FollowKind::Thread, row.id, (row.title, row.slug, Some(queries::kind_of(&row.kind))));
    }
    let tags = tag::Entity::find().filter(tag::Column::Id.is_in(ids(FollowKind::Tag)));
    for row in tags.all(&deps.read).await? {
        add(FollowKind::Tag, row.id, (row.name.clone(), row.name, None));
    }
    let shelves = shelf::Entity::find().filter(shelf::Column::Id.is_in(ids(FollowKind::Shelf)));
    for row in shelves.all(&deps.read).await? {
        add(FollowKind::Shelf, row.id, (row.name, row.slug, None));
    }
    let spaces = space::Entity::find().filter(space::Column::Id.is_in(ids(FollowKind::Space)));
    for row in spaces.all(&deps.read).await? {
        add(FollowKind::Space, row.id, (row.name, row.slug, None));
    }
    let members = member::Entity::find().filter(member::Column::Id.is_in(ids(FollowKind::Member)));
    for row in members.all(&deps.read).await? {
        add(FollowKind::Member, row.id, (row.name, String::new(), None));
    }
    Ok(names)
}
