//! Tags are described, and other words may stand for them.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "ALTER TABLE tags ADD COLUMN description TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE tags ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "CREATE TABLE tag_synonyms (
        name TEXT NOT NULL CONSTRAINT pk_tag_synonyms PRIMARY KEY,
        tag_id BIGINT NOT NULL CONSTRAINT fk_tag_synonyms_tag_id REFERENCES tags (id) ON DELETE CASCADE
    )",
    "CREATE INDEX ix_tag_synonyms_tag_id ON tag_synonyms (tag_id)",
];

const DOWN: &[&str] =
    &["DROP TABLE tag_synonyms", "ALTER TABLE tags DROP COLUMN version", "ALTER TABLE tags DROP COLUMN description"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
