//! Skills: how they are kept, and how they are told apart.

use std::collections::HashMap;

use api_types::people::Direction;
use entity::member_skill;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::error::Result;
use crate::text;

/// What makes two skills the same: letters, whatever their case and accents.
pub(super) fn key_of(skill: &str) -> String {
    text::fold(skill).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Skills as typed, tidied, each once.
pub(super) fn tidy(field: &str, skills: &[String]) -> Result<Vec<String>> {
    let mut known = Vec::new();
    let mut tidied = Vec::new();
    for skill in skills.iter().filter(|skill| !skill.trim().is_empty()) {
        let skill = text::line(field, skill)?;
        let key = key_of(&skill);
        if !known.contains(&key) {
            known.push(key);
            tidied.push(skill);
        }
    }
    Ok(tidied)
}

/// The skills of a member, offered and wanted.
#[derive(Clone, Debug, Default)]
pub(super) struct Skills {
    pub(super) offered: Vec<String>,
    pub(super) wanted: Vec<String>,
}

impl Skills {
    /// All of them.
    pub(super) fn all(&self) -> Vec<String> {
        self.offered.iter().chain(&self.wanted).cloned().collect()
    }

    /// Whether there are any.
    pub(super) const fn is_empty(&self) -> bool {
        self.offered.is_empty() && self.wanted.is_empty()
    }
}

/// The skills of members, in one query.
pub(super) async fn of<C: ConnectionTrait>(
    connection: &C,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, Skills>> {
    let rows = member_skill::Entity::find()
        .filter(member_skill::Column::MemberId.is_in(ids))
        .order_by_asc(member_skill::Column::SkillKey)
        .all(connection)
        .await?;
    let mut found: HashMap<i64, Skills> = HashMap::new();
    for row in rows {
        let skills = found.entry(row.member_id).or_default();
        if row.direction == Direction::Offered.as_str() {
            skills.offered.push(row.skill);
        } else {
            skills.wanted.push(row.skill);
        }
    }
    Ok(found)
}

/// Replaces the skills of a member, as part of a transaction.
pub(super) async fn replace<C: ConnectionTrait>(
    connection: &C,
    member_id: i64,
    skills: &Skills,
    is_listed: bool,
) -> Result<()> {
    member_skill::Entity::delete_many().filter(member_skill::Column::MemberId.eq(member_id)).exec(connection).await?;
    let rows: Vec<member_skill::ActiveModel> =
        [(Direction::Offered, &skills.offered), (Direction::Wanted, &skills.wanted)]
            .into_iter()
            .flat_map(|(direction, list)| list.iter().map(move |skill| (direction, skill)))
            .map(|(direction, skill)| member_skill::ActiveModel {
                member_id: Set(member_id),
                direction: Set(direction.as_str().into()),
                skill_key: Set(key_of(skill)),
                skill: Set(skill.clone()),
                is_listed: Set(is_listed),
            })
            .collect();
    if !rows.is_empty() {
        member_skill::Entity::insert_many(rows).exec_without_returning(connection).await?;
    }
    Ok(())
}
