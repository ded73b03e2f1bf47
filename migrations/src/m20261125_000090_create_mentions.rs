//! Who is mentioned in which post or comment, and whether they were told.
//!
//! What members are found by is emptied: the server folds it at its next start, now with an end of line after the name,
//! so that a search can keep to the name.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE mentions (
        id {id},
        post_id BIGINT NOT NULL CONSTRAINT fk_mentions_post_id REFERENCES posts (id) ON DELETE CASCADE,
        comment_id BIGINT CONSTRAINT fk_mentions_comment_id REFERENCES comments (id) ON DELETE CASCADE,
        member_id BIGINT NOT NULL CONSTRAINT fk_mentions_member_id REFERENCES members (id) ON DELETE CASCADE,
        state TEXT NOT NULL CONSTRAINT ck_mentions_state CHECK (state IN ('waiting', 'told', 'quiet')),
        created_at BIGINT NOT NULL,
        told_at BIGINT
    )",
    "CREATE INDEX ix_mentions_post_id_comment_id ON mentions (post_id, comment_id)",
    "CREATE INDEX ix_mentions_comment_id ON mentions (comment_id)",
    "CREATE INDEX ix_mentions_member_id_told_at ON mentions (member_id, told_at)",
    "UPDATE members SET search_text = ''",
];

const DOWN: &[&str] = &["UPDATE members SET search_text = ''", "DROP TABLE mentions"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
