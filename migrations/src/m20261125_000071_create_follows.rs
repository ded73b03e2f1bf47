//! What members follow and keep, how far they have read, and how often threads were looked at.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE follows (
        member_id BIGINT NOT NULL CONSTRAINT fk_follows_member_id REFERENCES members (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CONSTRAINT ck_follows_kind CHECK (kind IN ('thread', 'tag', 'shelf', 'space', 'member')),
        target_id BIGINT NOT NULL,
        created_at BIGINT NOT NULL,
        mailed_at BIGINT,
        CONSTRAINT pk_follows PRIMARY KEY (member_id, kind, target_id)
    )",
    "CREATE INDEX ix_follows_kind_target_id_member_id ON follows (kind, target_id, member_id)",
    "CREATE TABLE bookmarks (
        member_id BIGINT NOT NULL CONSTRAINT fk_bookmarks_member_id REFERENCES members (id) ON DELETE CASCADE,
        thread_id BIGINT NOT NULL CONSTRAINT fk_bookmarks_thread_id REFERENCES threads (id) ON DELETE CASCADE,
        note TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        CONSTRAINT pk_bookmarks PRIMARY KEY (member_id, thread_id)
    )",
    "CREATE INDEX ix_bookmarks_thread_id ON bookmarks (thread_id)",
    "CREATE INDEX ix_bookmarks_member_id_created_at_thread_id ON bookmarks (member_id, created_at, thread_id)",
    "CREATE TABLE thread_reads (
        member_id BIGINT NOT NULL CONSTRAINT fk_thread_reads_member_id REFERENCES members (id) ON DELETE CASCADE,
        thread_id BIGINT NOT NULL CONSTRAINT fk_thread_reads_thread_id REFERENCES threads (id) ON DELETE CASCADE,
        last_number INTEGER NOT NULL,
        read_at BIGINT NOT NULL,
        CONSTRAINT pk_thread_reads PRIMARY KEY (member_id, thread_id)
    )",
    "CREATE INDEX ix_thread_reads_thread_id ON thread_reads (thread_id)",
    "CREATE TABLE thread_views (
        thread_id BIGINT NOT NULL CONSTRAINT fk_thread_views_thread_id REFERENCES threads (id) ON DELETE CASCADE,
        day BIGINT NOT NULL,
        viewer TEXT NOT NULL,
        CONSTRAINT pk_thread_views PRIMARY KEY (thread_id, day, viewer)
    )",
    "CREATE INDEX ix_thread_views_day ON thread_views (day)",
    "CREATE TABLE view_keys (
        day BIGINT NOT NULL CONSTRAINT pk_view_keys PRIMARY KEY,
        secret TEXT NOT NULL
    )",
    "CREATE TABLE past_views (
        thread_id BIGINT NOT NULL CONSTRAINT pk_past_views PRIMARY KEY
            CONSTRAINT fk_past_views_thread_id REFERENCES threads (id) ON DELETE CASCADE,
        view_count INTEGER NOT NULL
    )",
    "INSERT INTO past_views (thread_id, view_count) SELECT id, view_count FROM threads WHERE view_count > 0",
];

const DOWN: &[&str] = &[
    "DROP TABLE past_views",
    "DROP TABLE view_keys",
    "DROP TABLE thread_views",
    "DROP TABLE thread_reads",
    "DROP TABLE bookmarks",
    "DROP TABLE follows",
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
