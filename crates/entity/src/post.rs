//! Posts: what opens a thread, its answers and its replies.

use sea_orm::entity::prelude::*;

/// A row of `posts`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "posts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub thread_id: i64,
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    #[sea_orm(column_type = "Text")]
    pub body_html: String,
    pub renderer_version: i32,
    pub author_id: i64,
    pub organisation_id: Option<i64>,
    pub reply_to_id: Option<i64>,
    pub created_at: i64,
    pub edited_at: Option<i64>,
    pub edited_by: Option<i64>,
    pub score: i32,
    pub comment_count: i32,
    pub is_accepted: bool,
    pub deleted_at: Option<i64>,
    pub deleted_by: Option<i64>,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
