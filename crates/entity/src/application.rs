//! Applications for membership.

use sea_orm::entity::prelude::*;

/// A row of `applications`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "applications")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub email: String,
    #[sea_orm(column_type = "Text")]
    pub email_key: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub telephone: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    #[sea_orm(column_type = "Text")]
    pub member_type: String,
    #[sea_orm(column_type = "Text")]
    pub organisation: String,
    #[sea_orm(column_type = "Text")]
    pub answers: String,
    pub library_id: Option<i64>,
    pub member_id: Option<i64>,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    pub created_at: i64,
    pub confirmed_at: Option<i64>,
    pub decided_at: Option<i64>,
    pub decided_by: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub message: Option<String>,
    pub organisation_id: Option<i64>,
    pub invitation_id: Option<i64>,
    pub referred_by: Option<i64>,
    pub assigned_to: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub nation: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    pub message_count: i32,
    pub submitted_at: Option<i64>,
    pub duplicate_score: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
