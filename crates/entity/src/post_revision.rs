//! What posts said before they were changed.

use sea_orm::entity::prelude::*;

/// A row of `post_revisions`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "post_revisions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub post_id: i64,
    pub version: i32,
    #[sea_orm(column_type = "Text", nullable)]
    pub title: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub tags: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub author_id: i64,
    pub created_at: i64,
    pub removed_at: Option<i64>,
    pub removed_by: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub removal_reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
