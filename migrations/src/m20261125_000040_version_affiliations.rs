//! Affiliations are edited by several people: the member, the primary contact, staff. They get a version.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &["ALTER TABLE affiliations ADD COLUMN version INTEGER NOT NULL DEFAULT 1"];

const DOWN: &[&str] = &["ALTER TABLE affiliations DROP COLUMN version"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
