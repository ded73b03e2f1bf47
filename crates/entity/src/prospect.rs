//! Libraries that may join.

use sea_orm::entity::prelude::*;

/// A row of `prospects`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "prospects")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub library_id: i64,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    #[sea_orm(column_type = "Text")]
    pub next_step: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub next_step_on: Option<String>,
    pub owner_id: Option<i64>,
    pub version: i32,
    pub updated_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
