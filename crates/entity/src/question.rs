//! Questions.

use sea_orm::entity::prelude::*;

/// A row of `questions`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "questions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    #[sea_orm(column_type = "Text")]
    pub body_html: String,
    pub renderer_version: i32,
    #[sea_orm(column_type = "Text")]
    pub excerpt: String,
    pub shelf_id: i64,
    pub author_id: i64,
    pub created_at: i64,
    pub edited_at: Option<i64>,
    pub active_at: i64,
    pub answer_count: i32,
    pub score: i32,
    pub accepted_answer_id: Option<i64>,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
