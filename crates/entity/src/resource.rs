//! Resources.

use sea_orm::entity::prelude::*;

/// A row of `resources`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "resources")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    #[sea_orm(column_type = "Text")]
    pub summary_html: String,
    pub renderer_version: i32,
    #[sea_orm(column_type = "Text")]
    pub excerpt: String,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub shelf_id: i64,
    pub author_id: i64,
    pub created_at: i64,
    #[sea_orm(column_type = "Text", nullable)]
    pub url: Option<String>,
    pub file_id: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub licence: Option<String>,
    pub download_count: i32,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    pub version: i32,
    #[sea_orm(column_type = "Text", nullable)]
    pub review_on: Option<String>,
    pub owner_id: Option<i64>,
    pub thread_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
