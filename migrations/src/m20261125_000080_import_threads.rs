//! Where threads and their authors came from that were imported: so an import can come again, and their scores are
//! told apart from votes.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE imported_members (
        source TEXT NOT NULL,
        source_id TEXT NOT NULL,
        member_id BIGINT NOT NULL CONSTRAINT fk_imported_members_member_id REFERENCES members (id) ON DELETE CASCADE,
        CONSTRAINT pk_imported_members PRIMARY KEY (source, source_id)
    )",
    "CREATE INDEX ix_imported_members_member_id ON imported_members (member_id)",
    "CREATE TABLE imported_posts (
        post_id BIGINT NOT NULL CONSTRAINT pk_imported_posts PRIMARY KEY
            CONSTRAINT fk_imported_posts_post_id REFERENCES posts (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        source_key TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        post_version INTEGER NOT NULL,
        score INTEGER NOT NULL,
        CONSTRAINT uq_imported_posts_source_source_key UNIQUE (source, source_key)
    )",
];

/// What was imported stays without its scores, for which there are no votes.
const DOWN: &[&str] = &[
    "UPDATE posts SET score = score - (SELECT i.score FROM imported_posts i WHERE i.post_id = posts.id) \
        WHERE id IN (SELECT post_id FROM imported_posts)",
    "UPDATE threads SET score = (SELECT p.score FROM posts p WHERE p.thread_id = threads.id AND p.number = 1) \
        WHERE id IN (SELECT p.thread_id FROM posts p JOIN imported_posts i ON i.post_id = p.id WHERE p.number = 1)",
    "DROP TABLE imported_posts",
    "DROP TABLE imported_members",
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
