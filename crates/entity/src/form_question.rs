//! Questions of the registration form that staff set.

use sea_orm::entity::prelude::*;

/// A row of `form_questions`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "form_questions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_type = "Text")]
    pub member_type: String,
    pub position: i32,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub label_en: String,
    #[sea_orm(column_type = "Text")]
    pub label_cy: String,
    #[sea_orm(column_type = "Text")]
    pub hint_en: String,
    #[sea_orm(column_type = "Text")]
    pub hint_cy: String,
    #[sea_orm(column_type = "Text")]
    pub options: String,
    pub is_required: bool,
    pub is_retired: bool,
    pub version: i32,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
