//! Threads: questions and discussions.

use sea_orm::entity::prelude::*;

/// A row of `threads`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "threads")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub space_id: i64,
    pub shelf_id: i64,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "Text")]
    pub excerpt: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub nation: Option<String>,
    pub author_id: i64,
    pub organisation_id: Option<i64>,
    pub is_confidential: bool,
    pub created_at: i64,
    pub active_at: i64,
    pub answer_count: i32,
    pub last_number: i32,
    pub score: i32,
    pub view_count: i32,
    pub accepted_answer_id: Option<i64>,
    pub pinned_at: Option<i64>,
    pub locked_at: Option<i64>,
    pub closed_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub close_reason: Option<String>,
    pub duplicate_of_id: Option<i64>,
    pub merged_into_id: Option<i64>,
    pub deleted_at: Option<i64>,
    pub deleted_by: Option<i64>,
    pub slow_mode_seconds: i32,
    pub guide_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
