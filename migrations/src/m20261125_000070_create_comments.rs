//! Comments on posts, votes on them, and reactions to posts.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE comments (
        id {id},
        post_id BIGINT NOT NULL CONSTRAINT fk_comments_post_id REFERENCES posts (id) ON DELETE CASCADE,
        body TEXT NOT NULL,
        body_html TEXT NOT NULL,
        renderer_version INTEGER NOT NULL,
        author_id BIGINT NOT NULL CONSTRAINT fk_comments_author_id REFERENCES members (id),
        created_at BIGINT NOT NULL,
        edited_at BIGINT,
        score INTEGER NOT NULL,
        deleted_at BIGINT,
        deleted_by BIGINT CONSTRAINT fk_comments_deleted_by REFERENCES members (id) ON DELETE SET NULL,
        version INTEGER NOT NULL
    )",
    "CREATE INDEX ix_comments_post_id_id ON comments (post_id, id)",
    "CREATE INDEX ix_comments_author_id ON comments (author_id)",
    "CREATE INDEX ix_comments_deleted_by ON comments (deleted_by) WHERE deleted_by IS NOT NULL",
    "CREATE TABLE comment_votes (
        comment_id BIGINT NOT NULL CONSTRAINT fk_comment_votes_comment_id REFERENCES comments (id) ON DELETE CASCADE,
        member_id BIGINT NOT NULL CONSTRAINT fk_comment_votes_member_id REFERENCES members (id) ON DELETE CASCADE,
        CONSTRAINT pk_comment_votes PRIMARY KEY (comment_id, member_id)
    )",
    "CREATE INDEX ix_comment_votes_member_id ON comment_votes (member_id)",
    "CREATE TABLE post_reactions (
        post_id BIGINT NOT NULL CONSTRAINT fk_post_reactions_post_id REFERENCES posts (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CONSTRAINT ck_post_reactions_kind CHECK (kind IN ('thanks', 'agree', 'celebrate', 'thinking')),
        member_id BIGINT NOT NULL CONSTRAINT fk_post_reactions_member_id REFERENCES members (id) ON DELETE CASCADE,
        CONSTRAINT pk_post_reactions PRIMARY KEY (post_id, kind, member_id)
    )",
    "CREATE INDEX ix_post_reactions_member_id ON post_reactions (member_id)",
];

const DOWN: &[&str] = &["DROP TABLE post_reactions", "DROP TABLE comment_votes", "DROP TABLE comments"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
