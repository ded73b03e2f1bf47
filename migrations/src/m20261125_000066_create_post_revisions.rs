//! What posts said before they were changed, and changes to them that others suggest.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE post_revisions (
        id {id},
        post_id BIGINT NOT NULL CONSTRAINT fk_post_revisions_post_id REFERENCES posts (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        title TEXT,
        tags TEXT,
        body TEXT NOT NULL,
        author_id BIGINT NOT NULL CONSTRAINT fk_post_revisions_author_id REFERENCES members (id),
        created_at BIGINT NOT NULL,
        removed_at BIGINT,
        removed_by BIGINT CONSTRAINT fk_post_revisions_removed_by REFERENCES members (id) ON DELETE SET NULL,
        removal_reason TEXT,
        CONSTRAINT uq_post_revisions_post_id_version UNIQUE (post_id, version)
    )",
    "CREATE INDEX ix_post_revisions_author_id ON post_revisions (author_id)",
    "CREATE INDEX ix_post_revisions_removed_by ON post_revisions (removed_by) WHERE removed_by IS NOT NULL",
    "CREATE TABLE post_suggestions (
        id {id},
        post_id BIGINT NOT NULL CONSTRAINT fk_post_suggestions_post_id REFERENCES posts (id) ON DELETE CASCADE,
        post_version INTEGER NOT NULL,
        old_body TEXT NOT NULL,
        body TEXT NOT NULL,
        note TEXT NOT NULL,
        author_id BIGINT NOT NULL CONSTRAINT fk_post_suggestions_author_id REFERENCES members (id),
        status TEXT NOT NULL CONSTRAINT ck_post_suggestions_status
            CHECK (status IN ('open', 'accepted', 'declined', 'withdrawn')),
        reason TEXT,
        created_at BIGINT NOT NULL,
        decided_at BIGINT,
        decided_by BIGINT CONSTRAINT fk_post_suggestions_decided_by REFERENCES members (id) ON DELETE SET NULL
    )",
    "CREATE UNIQUE INDEX uq_post_suggestions_open ON post_suggestions (post_id, author_id) WHERE status = 'open'",
    "CREATE INDEX ix_post_suggestions_status_id ON post_suggestions (status, id)",
    "CREATE INDEX ix_post_suggestions_author_id_id ON post_suggestions (author_id, id)",
    "CREATE INDEX ix_post_suggestions_decided_by ON post_suggestions (decided_by) WHERE decided_by IS NOT NULL",
];

const DOWN: &[&str] = &["DROP TABLE post_suggestions", "DROP TABLE post_revisions"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
