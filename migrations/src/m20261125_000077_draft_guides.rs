//! Answers become guides: resources that begin as drafts, have authors and an owner, and are to be looked at again.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "ALTER TABLE resources ADD COLUMN status TEXT NOT NULL DEFAULT 'published'
        CONSTRAINT ck_resources_status CHECK (status IN ('draft', 'published'))",
    "ALTER TABLE resources ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE resources ADD COLUMN review_on TEXT",
    "ALTER TABLE resources ADD COLUMN owner_id BIGINT CONSTRAINT fk_resources_owner_id REFERENCES members (id)",
    "ALTER TABLE resources ADD COLUMN thread_id BIGINT CONSTRAINT fk_resources_thread_id REFERENCES threads (id) \
        ON DELETE SET NULL",
    "CREATE INDEX ix_resources_owner_id ON resources (owner_id) WHERE owner_id IS NOT NULL",
    "CREATE INDEX ix_resources_thread_id ON resources (thread_id) WHERE thread_id IS NOT NULL",
    "CREATE TABLE resource_authors (
        resource_id BIGINT NOT NULL CONSTRAINT fk_resource_authors_resource_id REFERENCES resources (id) ON DELETE CASCADE,
        member_id BIGINT NOT NULL CONSTRAINT fk_resource_authors_member_id REFERENCES members (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        CONSTRAINT pk_resource_authors PRIMARY KEY (resource_id, member_id)
    )",
    "CREATE INDEX ix_resource_authors_member_id ON resource_authors (member_id)",
];

/// Drafts are lost on the way down: there was no place for them.
const DOWN: &[&str] = &[
    "DROP TABLE resource_authors",
    "DELETE FROM resource_tags WHERE resource_id IN (SELECT id FROM resources WHERE status = 'draft')",
    "UPDATE threads SET guide_id = NULL WHERE guide_id IN (SELECT id FROM resources WHERE status = 'draft')",
    "DELETE FROM resources WHERE status = 'draft'",
    "DROP INDEX ix_resources_owner_id",
    "DROP INDEX ix_resources_thread_id",
    "ALTER TABLE resources DROP COLUMN thread_id",
    "ALTER TABLE resources DROP COLUMN owner_id",
    "ALTER TABLE resources DROP COLUMN review_on",
    "ALTER TABLE resources DROP COLUMN version",
    "ALTER TABLE resources DROP COLUMN status",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
