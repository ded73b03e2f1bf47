//! Asking in confidence: who may see who asks, and what is kept from giving it away.

use api_types::accounts::Role;
use api_types::forum::Confidant;
use entity::{member, setting};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::accounts::access::Signed;
use crate::accounts::role_of;
use crate::membership::people::summaries;
use crate::{Deps, Result};

/// The setting that names the moderator who may look.
pub(super) const SETTING: &str = "confidant";
/// An hour, in milliseconds.
const HOUR: i64 = 3_600_000;
/// How many moderators are listed.
const MODERATORS: u64 = 200;

/// Whether the author of something is kept from others: the one who asks, wherever they write in their question.
pub(crate) const fn is_hidden(is_confidential: bool, author_id: i64, asker_id: i64) -> bool {
    is_confidential && author_id == asker_id
}

/// The time that is kept of what the one who asks in confidence does. It is rounded, so that nobody can compare it to
/// the moment at which a member was seen to do something else.
pub(super) const fn kept_time(is_hidden: bool, at: i64) -> i64 {
    if is_hidden { at - at.rem_euclid(HOUR) } else { at }
}

/// The moderator whom the network has named, as long as they are one.
pub(super) async fn named<C: ConnectionTrait>(connection: &C) -> Result<Option<member::Model>> {
    let Some(setting) = setting::Entity::find_by_id(SETTING.to_owned()).one(connection).await? else { return Ok(None) };
    let Ok(id) = setting.value.parse::<i64>() else { return Ok(None) };
    let found = member::Entity::find_by_id(id).one(connection).await?;
    Ok(found.filter(|row| !row.is_suspended && role_of(&row.role) >= Role::Moderator))
}

/// Whether somebody may see who asks in confidence: the one whom the network has named, or each moderator.
pub(super) fn may_look(signed: &Signed, named: Option<&member::Model>) -> bool {
    signed.role >= Role::Moderator && named.is_none_or(|row| row.id == signed.id.0)
}

/// The moderators and administrators, by name.
pub(super) async fn moderators<C: ConnectionTrait>(connection: &C) -> Result<Vec<i64>> {
    Ok(member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .filter(member::Column::Role.is_in(["moderator", "admin"]))
        .filter(member::Column::IsSuspended.eq(false))
        .order_by_asc(member::Column::Name)
        .order_by_asc(member::Column::Id)
        .limit(MODERATORS)
        .into_tuple()
        .all(connection)
        .await?)
}

/// Tells who may see who asks in confidence.
pub async fn get_confidant(deps: &Deps, signed: &Signed) -> Result<Confidant> {
    let named = named(&deps.read).await?;
    let ids = if signed.role >= Role::Admin { moderators(&deps.read).await? } else { Vec::new() };
    let mut people = summaries(&deps.read, ids.iter().copied().chain(named.as_ref().map(|row| row.id))).await?;
    Ok(Confidant {
        member: named.as_ref().and_then(|row| people.get(&row.id).cloned()),
        can_look: may_look(signed, named.as_ref()),
        candidates: ids.into_iter().filter_map(|id| people.remove(&id)).collect(),
    })
}
