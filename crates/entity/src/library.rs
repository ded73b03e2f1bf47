//! Libraries: places of the register.

use sea_orm::entity::prelude::*;

/// A row of `libraries`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "libraries")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_type = "Text")]
    pub register_key: String,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub authority: String,
    #[sea_orm(column_type = "Text")]
    pub nation: String,
    #[sea_orm(column_type = "Text")]
    pub region: String,
    #[sea_orm(column_type = "Text")]
    pub address: String,
    #[sea_orm(column_type = "Text")]
    pub postcode: String,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub is_community_managed: bool,
    pub is_closed: bool,
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    pub claimed_at: Option<i64>,
    pub created_at: i64,
    pub updated_at: i64,
    pub organisation_id: Option<i64>,
    #[sea_orm(column_type = "Text")]
    pub source: String,
    pub added_by: Option<i64>,
    pub is_confirmed: bool,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
