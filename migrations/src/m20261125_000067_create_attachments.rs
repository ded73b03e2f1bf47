//! Files and pictures within posts.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE attachments (
        id {id},
        key TEXT NOT NULL CONSTRAINT uq_attachments_key UNIQUE,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size BIGINT NOT NULL,
        uploaded_by BIGINT NOT NULL CONSTRAINT fk_attachments_uploaded_by REFERENCES members (id),
        post_id BIGINT CONSTRAINT fk_attachments_post_id REFERENCES posts (id) ON DELETE SET NULL,
        created_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_attachments_uploaded_by_created_at ON attachments (uploaded_by, created_at)",
    "CREATE INDEX ix_attachments_post_id ON attachments (post_id) WHERE post_id IS NOT NULL",
    "CREATE INDEX ix_attachments_loose_created_at ON attachments (created_at) WHERE post_id IS NULL",
];

const DOWN: &[&str] = &["DROP TABLE attachments"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
