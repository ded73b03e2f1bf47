//! Tells what the network is and how far it has grown.

use std::collections::HashMap;

use api_types::admin::Network;
use entity::setting;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};

use crate::deps::Deps;
use crate::error::{Error, Result};

/// The name until it is set.
const NAME: &str = "Community Library Peer Network";
/// The heading of the registration form until it is set.
const JOIN_HEADING: &str = "Interest in the Community Library Peer Network";
/// How many libraries are wanted until it is set.
const GOAL: i32 = 200;

/// All counts at once; both engines read it.
const COUNTS: &str = "SELECT \
    (SELECT COUNT(*) FROM libraries WHERE organisation_id IS NOT NULL), \
    (SELECT COUNT(*) FROM members WHERE role <> 'applicant' AND NOT is_suspended), \
    (SELECT COUNT(*) FROM threads JOIN spaces ON spaces.id = threads.space_id WHERE threads.kind = 'question' \
     AND threads.deleted_at IS NULL AND spaces.access = 'public'), \
    (SELECT COUNT(*) FROM resources WHERE status = 'published')";

/// The network's settings and counts, in two queries.
pub async fn get_network(deps: &Deps) -> Result<Network> {
    let mut settings: HashMap<String, String> = setting::Entity::find()
        .filter(setting::Column::Name.is_in(["name", "join_heading", "goal"]))
        .all(&deps.read)
        .await?
        .into_iter()
        .map(|row| (row.name, row.value))
        .collect();
    let counts = deps
        .read
        .query_one_raw(Statement::from_string(deps.read.get_database_backend(), COUNTS))
        .await?
        .ok_or_else(|| Error::internal("counting", "no row"))?;
    Ok(Network {
        name: settings.remove("name").unwrap_or_else(|| NAME.into()),
        join_heading: settings.remove("join_heading").unwrap_or_else(|| JOIN_HEADING.into()),
        goal: settings.remove("goal").and_then(|goal| goal.parse().ok()).unwrap_or(GOAL),
        library_count: counts.try_get_by_index(0)?,
        member_count: counts.try_get_by_index(1)?,
        question_count: counts.try_get_by_index(2)?,
        resource_count: counts.try_get_by_index(3)?,
    })
}

/// The network's name, for mails.
pub(crate) async fn network_name<C: ConnectionTrait>(connection: &C) -> Result<String> {
    let row = setting::Entity::find_by_id("name".to_owned()).one(connection).await?;
    Ok(row.map_or_else(|| NAME.into(), |row| row.value))
}

/// How many libraries the network wants to welcome.
pub(crate) async fn network_goal<C: ConnectionTrait>(connection: &C) -> Result<i32> {
    let row = setting::Entity::find_by_id("goal".to_owned()).one(connection).await?;
    Ok(row.and_then(|row| row.value.parse().ok()).unwrap_or(GOAL))
}
