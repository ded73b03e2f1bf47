//! Skills that members offer or want.

use sea_orm::entity::prelude::*;

/// A row of `member_skills`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "member_skills")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: i64,
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub direction: String,
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub skill_key: String,
    #[sea_orm(column_type = "Text")]
    pub skill: String,
    pub is_listed: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
