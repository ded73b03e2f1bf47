//! Who is mentioned where.

use sea_orm::entity::prelude::*;

/// A row of `mentions`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mentions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub post_id: i64,
    pub comment_id: Option<i64>,
    pub member_id: i64,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub created_at: i64,
    pub told_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
