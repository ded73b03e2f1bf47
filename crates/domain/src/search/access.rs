//! Which classes of documents somebody may find: nothing else is found, counted or suggested.

use std::collections::HashSet;

use ::search::Visibility;
use api_types::accounts::Role;
use entity::{space, space_member, thread};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::accounts::access::Actor;
use crate::deps::Deps;
use crate::error::Result;
use crate::forum;

/// Which of these threads the actor may read as the store has them: the index comes a moment after it.
pub(super) async fn readable(deps: &Deps, actor: &Actor, threads: Vec<i64>) -> Result<HashSet<i64>> {
    if threads.is_empty() {
        return Ok(HashSet::new());
    }
    let ids: Vec<i64> = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::Id.is_in(threads))
        .filter(forum::access::readable(actor))
        .into_tuple()
        .all(&deps.read)
        .await?;
    Ok(ids.into_iter().collect())
}

/// The classes that the actor may see.
pub(crate) async fn visible_to(deps: &Deps, actor: &Actor) -> Result<Vec<Visibility>> {
    let mut visible = vec![Visibility::Public];
    let role = actor.role();
    let (Some(member), true) = (actor.id(), role.is_some_and(|role| role >= Role::Member)) else { return Ok(visible) };
    visible.push(Visibility::Members);
    let spaces: Vec<i64> = if role.is_some_and(|role| role >= Role::Admin) {
        space::Entity::find()
            .select_only()
            .column(space::Column::Id)
            .filter(space::Column::Access.eq("private"))
            .into_tuple()
            .all(&deps.read)
            .await?
    } else {
        space_member::Entity::find()
            .select_only()
            .column(space_member::Column::SpaceId)
            .filter(space_member::Column::MemberId.eq(member.0))
            .filter(space_member::Column::Status.eq("active"))
            .into_tuple()
            .all(&deps.read)
            .await?
    };
    visible.extend(spaces.into_iter().map(Visibility::Space));
    Ok(visible)
}
