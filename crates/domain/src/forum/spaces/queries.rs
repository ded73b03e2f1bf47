//! Rows of spaces as API types, and who stands how to them.

use std::collections::{HashMap, HashSet};

use api_types::SpaceId;
use api_types::accounts::Role;
use api_types::forum::{FollowKind, Space, SpaceRole, SpaceStanding, SpaceViewer};
use entity::{audit_entry, follow, space, space_member};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::accounts::access::{Actor, Signed};
use crate::clock::to_wire;
use crate::forum::access;
use crate::forum::queries::access_of;
use crate::membership::people::summaries;
use crate::{Deps, Error, Result};

/// A space with how somebody stands to it, in a transaction: nothing of it changes before the end.
pub(in crate::forum) struct Standing {
    pub(in crate::forum) space: space::Model,
    pub(in crate::forum) own: Option<space_member::Model>,
}

/// Locks a space that the caller may know of.
pub(super) async fn locked<C: ConnectionTrait>(connection: &C, signed: &Signed, id: SpaceId) -> Result<Standing> {
    let space = space::Entity::find_by_id(id.0)
        .filter(access::known(&Actor::Signed(signed.clone())))
        .lock_exclusive()
        .one(connection)
        .await?
        .ok_or(Error::NotFound)?;
    let own = space_member::Entity::find_by_id((id.0, signed.id.0)).one(connection).await?;
    Ok(Standing { space, own })
}

/// What a row says of how somebody stands to a space.
pub(in crate::forum) fn standing_of(own: Option<&space_member::Model>) -> SpaceStanding {
    match own {
        None => SpaceStanding::Outside,
        Some(own) if own.status != "active" => SpaceStanding::Asked,
        Some(own) if own.role == SpaceRole::Moderator.as_str() => SpaceStanding::Moderator,
        Some(_) => SpaceStanding::Member,
    }
}

/// A role that this version does not know shows as the lower one.
pub(super) fn role_of(name: &str) -> SpaceRole {
    if name == SpaceRole::Moderator.as_str() { SpaceRole::Moderator } else { SpaceRole::Member }
}

/// Spaces as the viewer sees them, in a constant number of queries however many they are.
pub(super) async fn spaces_of(deps: &Deps, actor: &Actor, rows: Vec<space::Model>) -> Result<Vec<Space>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut own = HashMap::new();
    let mut asked = HashMap::new();
    let mut followed = HashSet::new();
    // Who keeps a space and who opened it is told to members, so that they know whom to ask.
    let mut keepers: HashMap<i64, Vec<i64>> = HashMap::new();
    let mut openers: HashMap<i64, i64> = HashMap::new();
    let mut people = HashMap::new();
    if actor.role().is_some_and(|role| role >= Role::Member) {
        let moderators = space_member::Entity::find()
            .filter(space_member::Column::SpaceId.is_in(ids.iter().copied()))
            .filter(space_member::Column::Role.eq(SpaceRole::Moderator.as_str()))
            .filter(space_member::Column::Status.eq("active"))
            .order_by_asc(space_member::Column::CreatedAt)
            .order_by_asc(space_member::Column::MemberId)
            .all(&deps.read)
            .await?;
        let acts = audit_entry::Entity::find()
            .filter(audit_entry::Column::SubjectKind.eq("space"))
            .filter(audit_entry::Column::SubjectId.is_in(ids.iter().copied()))
            .filter(audit_entry::Column::Action.eq("create_space"))
            .all(&deps.read)
            .await?;
        openers.extend(acts.into_iter().map(|row| (row.subject_id, row.actor_id)));
        let named = moderators.iter().map(|row| row.member_id).chain(openers.values().copied());
        people = summaries(&deps.read, named).await?;
        for row in moderators {
            keepers.entry(row.space_id).or_default().push(row.member_id);
        }
    }
    if let (Some(member), false) = (actor.id(), ids.is_empty()) {
        let standing = space_member::Entity::find()
            .filter(space_member::Column::MemberId.eq(member.0))
            .filter(space_member::Column::SpaceId.is_in(ids.iter().copied()))
            .all(&deps.read)
            .await?;
        own.extend(standing.into_iter().map(|row| (row.space_id, row)));
        let follows = follow::Entity::find()
            .filter(follow::Column::MemberId.eq(member.0))
            .filter(follow::Column::Kind.eq(FollowKind::Space.as_str()))
            .filter(follow::Column::TargetId.is_in(ids.iter().copied()))
            .all(&deps.read)
            .await?;
        followed.extend(follows.into_iter().map(|row| row.target_id));
        let counts: Vec<(i64, i64)> = space_member::Entity::find()
            .select_only()
            .column(space_member::Column::SpaceId)
            .column_as(Expr::col(space_member::Column::MemberId).count(), "asked")
            .filter(space_member::Column::SpaceId.is_in(ids))
            .filter(space_member::Column::Status.eq("asked"))
            .group_by(space_member::Column::SpaceId)
            .into_tuple()
            .all(&deps.read)
            .await?;
        asked.extend(counts);
    }
    let space = |row: space::Model| {
        let access = access_of(&row.access);
        let viewer = access::space_viewer(actor, access, standing_of(own.get(&row.id)));
        let viewer = SpaceViewer { is_followed: followed.contains(&row.id), ..viewer };
        let moderators = keepers.remove(&row.id).unwrap_or_default();
        let moderators = moderators.iter().filter_map(|id| people.get(id).cloned()).collect();
        let waiting = asked.get(&row.id).copied().unwrap_or(0);
        Space {
            id: SpaceId(row.id),
            slug: row.slug,
            name: row.name,
            description: row.description,
            access,
            thread_count: viewer.can_read.then_some(row.thread_count),
            member_count: row.member_count,
            asked_count: viewer.can_moderate.then(|| i32::try_from(waiting).unwrap_or(i32::MAX)),
            slow_mode_seconds: row.slow_mode_seconds,
            created_at: to_wire(row.created_at),
            opened_by: openers.get(&row.id).and_then(|id| people.get(id).cloned()),
            moderators,
            version: row.version,
            viewer,
        }
    };
    Ok(rows.into_iter().map(space).collect())
}

/// A space as the viewer sees it now.
pub(super) async fn space_of(deps: &Deps, actor: &Actor, row: space::Model) -> Result<Space> {
    spaces_of(deps, actor, vec![row]).await?.pop().ok_or(Error::NotFound)
}

/// Counts those who belong to a space up or down.
pub(super) async fn count_members<C: ConnectionTrait>(connection: &C, id: i64, change: i32) -> Result<()> {
    space::Entity::update_many()
        .col_expr(space::Column::MemberCount, Expr::col(space::Column::MemberCount).add(change))
        .filter(space::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// A space that the caller may know of, and may decide about.
pub(super) fn require_moderator(signed: &Signed, standing: &Standing) -> Result<()> {
    let actor = Actor::Signed(signed.clone());
    let viewer = access::space_viewer(&actor, access_of(&standing.space.access), standing_of(standing.own.as_ref()));
    if viewer.can_moderate { Ok(()) } else { Err(signed.refused()) }
}
