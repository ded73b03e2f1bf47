//! Listing whom one can mention, while somebody still types a name.

use api_types::accounts::MemberSummary;
use api_types::forum::MentionQuery;
use entity::{member, space, thread};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access;
use crate::accounts::access::{Actor, Signed};
use crate::membership::people::summaries;
use crate::people::named;
use crate::{Deps, Error, Result};

/// How many are given: more would not be read.
const MOST: u64 = 7;

/// Lists the members in whose name a word begins with what is typed, by name; of a thread only those who may read it.
pub async fn list_mention_candidates(deps: &Deps, signed: &Signed, query: &MentionQuery) -> Result<Vec<MemberSummary>> {
    let mut select = member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .filter(access::members())
        .filter(member::Column::Id.ne(signed.id.0))
        .filter(named(&query.q));
    if let Some(id) = query.thread_id {
        let actor = Actor::Signed(signed.clone());
        let thread = thread::Entity::find_by_id(id.0).filter(access::readable(&actor)).one(&deps.read).await?;
        let thread = thread.ok_or(Error::NotFound)?;
        let space = space::Entity::find_by_id(thread.space_id).one(&deps.read).await?.ok_or(Error::NotFound)?;
        select = select.filter(access::readers(&space));
    }
    let ids: Vec<i64> = select
        .order_by_asc(member::Column::Name)
        .order_by_asc(member::Column::Id)
        .limit(MOST)
        .into_tuple()
        .all(&deps.read)
        .await?;
    let mut people = summaries(&deps.read, ids.iter().copied()).await?;
    Ok(ids.into_iter().filter_map(|id| people.remove(&id)).collect())
}
