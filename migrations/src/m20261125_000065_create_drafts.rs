//! Drafts: what members are writing, kept so that they can go on in another browser.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE drafts (
        id {id},
        member_id BIGINT NOT NULL CONSTRAINT fk_drafts_member_id REFERENCES members (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        shelf TEXT NOT NULL,
        tags TEXT NOT NULL,
        is_confidential BOOLEAN NOT NULL,
        space TEXT NOT NULL,
        saved_at BIGINT NOT NULL,
        version INTEGER NOT NULL,
        CONSTRAINT uq_drafts_member_id_key UNIQUE (member_id, key)
    )",
    "CREATE INDEX ix_drafts_saved_at ON drafts (saved_at)",
];

const DOWN: &[&str] = &["DROP TABLE drafts"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
