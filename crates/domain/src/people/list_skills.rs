//! Lists the skills in use.

use api_types::people::{Skill, SkillQuery};
use entity::{member, member_skill};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef};

use super::skills::key_of;
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::listing;

#[derive(FromQueryResult)]
struct Used {
    skill: String,
    member_count: i64,
}

/// The skills that members show to members, the most used first. One that is hidden is not counted.
pub async fn list_skills(deps: &Deps, query: &SkillQuery) -> Result<Vec<Skill>> {
    let to_member: RelationDef = member_skill::Entity::belongs_to(member::Entity)
        .from(member_skill::Column::MemberId)
        .to(member::Column::Id)
        .into();
    let people = Expr::col((member_skill::Entity, member_skill::Column::MemberId)).count_distinct();
    let mut select = member_skill::Entity::find()
        .select_only()
        .column_as(member_skill::Column::Skill.min(), "skill")
        .column_as(people.clone(), "member_count")
        .join(JoinType::InnerJoin, to_member)
        .filter(member_skill::Column::IsListed.eq(true))
        .filter(member::Column::IsSuspended.eq(false))
        .filter(member::Column::Role.ne("applicant"))
        .filter(listing::every_word(member_skill::Column::SkillKey, query.q.as_deref().map(key_of).as_deref()));
    if let Some(direction) = query.direction {
        select = select.filter(member_skill::Column::Direction.eq(direction.as_str()));
    }
    let rows: Vec<Used> = select
        .group_by(member_skill::Column::SkillKey)
        .order_by(people, Order::Desc)
        .order_by_asc(member_skill::Column::SkillKey)
        .limit(cursor::limit(query.limit))
        .into_model()
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().map(|row| Skill { skill: row.skill, member_count: row.member_count }).collect())
}
