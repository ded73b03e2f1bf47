//! Questions become threads, which discussions are too; what opens a thread is its first post. Spaces hold threads.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use crate::{m20261124_000003_create_forum, run};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE spaces (
        id {id},
        slug TEXT NOT NULL CONSTRAINT uq_spaces_slug UNIQUE,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        access TEXT NOT NULL CONSTRAINT ck_spaces_access CHECK (access IN ('public', 'members', 'private')),
        thread_count INTEGER NOT NULL,
        member_count INTEGER NOT NULL,
        slow_mode_seconds INTEGER NOT NULL,
        created_at BIGINT NOT NULL,
        version INTEGER NOT NULL
    )",
    "INSERT INTO spaces (id, slug, name, description, access, thread_count, member_count, slow_mode_seconds, \
        created_at, version) SELECT 1, 'open-forum', 'Open forum', '', 'public', COUNT(*), 0, 0, 0, 1 FROM questions",
    "CREATE TABLE space_members (
        space_id BIGINT NOT NULL CONSTRAINT fk_space_members_space_id REFERENCES spaces (id) ON DELETE CASCADE,
        member_id BIGINT NOT NULL CONSTRAINT fk_space_members_member_id REFERENCES members (id) ON DELETE CASCADE,
        role TEXT NOT NULL CONSTRAINT ck_space_members_role CHECK (role IN ('member', 'moderator')),
        status TEXT NOT NULL CONSTRAINT ck_space_members_status CHECK (status IN ('asked', 'active')),
        message TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        CONSTRAINT pk_space_members PRIMARY KEY (space_id, member_id)
    )",
    "CREATE INDEX ix_space_members_member_id ON space_members (member_id)",
    "CREATE TABLE threads (
        id {id},
        kind TEXT NOT NULL CONSTRAINT ck_threads_kind CHECK (kind IN ('question', 'discussion')),
        space_id BIGINT NOT NULL CONSTRAINT fk_threads_space_id REFERENCES spaces (id),
        shelf_id BIGINT NOT NULL CONSTRAINT fk_threads_shelf_id REFERENCES shelves (id),
        title TEXT NOT NULL,
        slug TEXT NOT NULL,
        excerpt TEXT NOT NULL,
        nation TEXT,
        author_id BIGINT NOT NULL CONSTRAINT fk_threads_author_id REFERENCES members (id),
        organisation_id BIGINT CONSTRAINT fk_threads_organisation_id REFERENCES organisations (id) ON DELETE SET NULL,
        is_confidential BOOLEAN NOT NULL,
        created_at BIGINT NOT NULL,
        active_at BIGINT NOT NULL,
        answer_count INTEGER NOT NULL,
        last_number INTEGER NOT NULL,
        score INTEGER NOT NULL,
        view_count INTEGER NOT NULL,
        accepted_answer_id BIGINT,
        pinned_at BIGINT,
        locked_at BIGINT,
        closed_at BIGINT,
        close_reason TEXT CONSTRAINT ck_threads_close_reason
            CHECK (close_reason IN ('duplicate', 'off_topic', 'resolved_elsewhere')),
        duplicate_of_id BIGINT CONSTRAINT fk_threads_duplicate_of_id REFERENCES threads (id) ON DELETE SET NULL,
        merged_into_id BIGINT CONSTRAINT fk_threads_merged_into_id REFERENCES threads (id) ON DELETE SET NULL,
        deleted_at BIGINT,
        deleted_by BIGINT CONSTRAINT fk_threads_deleted_by REFERENCES members (id) ON DELETE SET NULL,
        slow_mode_seconds INTEGER NOT NULL,
        guide_id BIGINT CONSTRAINT fk_threads_guide_id REFERENCES resources (id) ON DELETE SET NULL
    )",
    "INSERT INTO threads (id, kind, space_id, shelf_id, title, slug, excerpt, author_id, is_confidential, created_at, \
        active_at, answer_count, last_number, score, view_count, accepted_answer_id, slow_mode_seconds) \
        SELECT id, 'question', 1, shelf_id, title, slug, excerpt, author_id, FALSE, created_at, active_at, answer_count, \
        (SELECT COUNT(*) + 1 FROM answers WHERE answers.question_id = questions.id), score, 0, accepted_answer_id, 0 \
        FROM questions",
    "CREATE INDEX ix_threads_kind_id ON threads (kind, id)",
    "CREATE INDEX ix_threads_kind_active_at_id ON threads (kind, active_at, id)",
    "CREATE INDEX ix_threads_unanswered_id ON threads (id) WHERE answer_count = 0",
    "CREATE INDEX ix_threads_not_accepted_id ON threads (id) WHERE accepted_answer_id IS NULL",
    "CREATE INDEX ix_threads_shelf_id_id ON threads (shelf_id, id)",
    "CREATE INDEX ix_threads_space_id_id ON threads (space_id, id)",
    "CREATE INDEX ix_threads_author_id ON threads (author_id)",
    "CREATE INDEX ix_threads_organisation_id ON threads (organisation_id) WHERE organisation_id IS NOT NULL",
    "CREATE INDEX ix_threads_duplicate_of_id ON threads (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL",
    "CREATE INDEX ix_threads_merged_into_id ON threads (merged_into_id) WHERE merged_into_id IS NOT NULL",
    "CREATE INDEX ix_threads_deleted_by ON threads (deleted_by) WHERE deleted_by IS NOT NULL",
    "CREATE INDEX ix_threads_guide_id ON threads (guide_id) WHERE guide_id IS NOT NULL",
    "CREATE TABLE thread_tags (
        thread_id BIGINT NOT NULL CONSTRAINT fk_thread_tags_thread_id REFERENCES threads (id) ON DELETE CASCADE,
        tag_id BIGINT NOT NULL CONSTRAINT fk_thread_tags_tag_id REFERENCES tags (id),
        CONSTRAINT pk_thread_tags PRIMARY KEY (thread_id, tag_id)
    )",
    "INSERT INTO thread_tags (thread_id, tag_id) SELECT question_id, tag_id FROM question_tags",
    "CREATE INDEX ix_thread_tags_tag_id_thread_id ON thread_tags (tag_id, thread_id)",
    "CREATE TABLE posts (
        id {id},
        thread_id BIGINT NOT NULL CONSTRAINT fk_posts_thread_id REFERENCES threads (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        body TEXT NOT NULL,
        body_html TEXT NOT NULL,
        renderer_version INTEGER NOT NULL,
        author_id BIGINT NOT NULL CONSTRAINT fk_posts_author_id REFERENCES members (id),
        organisation_id BIGINT CONSTRAINT fk_posts_organisation_id REFERENCES organisations (id) ON DELETE SET NULL,
        reply_to_id BIGINT CONSTRAINT fk_posts_reply_to_id REFERENCES posts (id) ON DELETE SET NULL,
        created_at BIGINT NOT NULL,
        edited_at BIGINT,
        edited_by BIGINT CONSTRAINT fk_posts_edited_by REFERENCES members (id) ON DELETE SET NULL,
        score INTEGER NOT NULL,
        comment_count INTEGER NOT NULL,
        is_accepted BOOLEAN NOT NULL,
        deleted_at BIGINT,
        deleted_by BIGINT CONSTRAINT fk_posts_deleted_by REFERENCES members (id) ON DELETE SET NULL,
        version INTEGER NOT NULL,
        CONSTRAINT uq_posts_thread_id_number UNIQUE (thread_id, number)
    )",
    "INSERT INTO posts (id, thread_id, number, body, body_html, renderer_version, author_id, created_at, edited_at, \
        score, comment_count, is_accepted, version) \
        SELECT id, question_id, 1 + (SELECT COUNT(*) FROM answers b WHERE b.question_id = a.question_id AND b.id <= a.id), \
        body, body_html, renderer_version, author_id, created_at, edited_at, score, 0, is_accepted, version FROM answers a",
    "{number posts}",
    "INSERT INTO posts (thread_id, number, body, body_html, renderer_version, author_id, created_at, edited_at, \
        score, comment_count, is_accepted, version) \
        SELECT id, 1, body, body_html, renderer_version, author_id, created_at, edited_at, score, 0, FALSE, version \
        FROM questions",
    "{number threads}",
    "{number spaces}",
    "CREATE INDEX ix_posts_thread_id_rank ON posts (thread_id, is_accepted DESC, score DESC, id)",
    "CREATE UNIQUE INDEX uq_posts_thread_id_accepted ON posts (thread_id) WHERE is_accepted",
    "CREATE INDEX ix_posts_author_id ON posts (author_id)",
    "CREATE INDEX ix_posts_organisation_id ON posts (organisation_id) WHERE organisation_id IS NOT NULL",
    "CREATE INDEX ix_posts_reply_to_id ON posts (reply_to_id) WHERE reply_to_id IS NOT NULL",
    "CREATE INDEX ix_posts_edited_by ON posts (edited_by) WHERE edited_by IS NOT NULL",
    "CREATE INDEX ix_posts_deleted_by ON posts (deleted_by) WHERE deleted_by IS NOT NULL",
    "CREATE TABLE post_votes (
        post_id BIGINT NOT NULL CONSTRAINT fk_post_votes_post_id REFERENCES posts (id) ON DELETE CASCADE,
        member_id BIGINT NOT NULL CONSTRAINT fk_post_votes_member_id REFERENCES members (id) ON DELETE CASCADE,
        value INTEGER NOT NULL CONSTRAINT ck_post_votes_value CHECK (value IN (-1, 1)),
        CONSTRAINT pk_post_votes PRIMARY KEY (post_id, member_id)
    )",
    "INSERT INTO post_votes (post_id, member_id, value) SELECT answer_id, member_id, value FROM answer_votes",
    "INSERT INTO post_votes (post_id, member_id, value) SELECT posts.id, question_votes.member_id, question_votes.value \
        FROM question_votes JOIN posts ON posts.thread_id = question_votes.question_id AND posts.number = 1",
    "CREATE INDEX ix_post_votes_member_id ON post_votes (member_id)",
    "DROP TABLE answer_votes",
    "DROP TABLE answers",
    "DROP TABLE question_votes",
    "DROP TABLE question_tags",
    "DROP TABLE questions",
];

/// Discussions, spaces and what was deleted are lost on the way down: there was no place for them.
const DOWN: &[&str] = &[
    "INSERT INTO questions (id, title, slug, body, body_html, renderer_version, excerpt, shelf_id, author_id, created_at, \
        edited_at, active_at, answer_count, score, accepted_answer_id, version) \
        SELECT t.id, t.title, t.slug, p.body, p.body_html, p.renderer_version, t.excerpt, t.shelf_id, t.author_id, \
        t.created_at, p.edited_at, t.active_at, t.answer_count, t.score, t.accepted_answer_id, p.version \
        FROM threads t JOIN posts p ON p.thread_id = t.id AND p.number = 1 \
        WHERE t.kind = 'question' AND t.deleted_at IS NULL",
    "INSERT INTO question_tags (question_id, tag_id) SELECT thread_id, tag_id FROM thread_tags \
        WHERE thread_id IN (SELECT id FROM questions)",
    "INSERT INTO question_votes (question_id, member_id, value) SELECT p.thread_id, v.member_id, v.value \
        FROM post_votes v JOIN posts p ON p.id = v.post_id AND p.number = 1 \
        WHERE p.thread_id IN (SELECT id FROM questions)",
    "INSERT INTO answers (id, question_id, body, body_html, renderer_version, author_id, created_at, edited_at, score, \
        is_accepted, version) SELECT id, thread_id, body, body_html, renderer_version, author_id, created_at, edited_at, \
        score, is_accepted, version FROM posts WHERE number > 1 AND deleted_at IS NULL \
        AND thread_id IN (SELECT id FROM questions)",
    "INSERT INTO answer_votes (answer_id, member_id, value) SELECT post_id, member_id, value FROM post_votes \
        WHERE post_id IN (SELECT id FROM answers)",
    "{number questions}",
    "{number answers}",
    "DROP TABLE post_votes",
    "DROP TABLE posts",
    "DROP TABLE thread_tags",
    "DROP TABLE threads",
    "DROP TABLE space_members",
    "DROP TABLE spaces",
];

/// Runs the statements; `{number …}` lets the next row of a table, into which rows were put with their numbers, get
/// the next number. SQLite looks after that by itself.
async fn run_numbered(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    let is_postgres = manager.get_connection().get_database_backend() == DbBackend::Postgres;
    for statement in statements {
        match statement.strip_prefix("{number ").and_then(|rest| rest.strip_suffix('}')) {
            Some(table) if is_postgres => {
                let sql = format!(
                    "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT COALESCE(MAX(id), 0) + 1 FROM {table}), FALSE)"
                );
                manager.get_connection().execute_unprepared(&sql).await?;
            }
            Some(_) => {}
            None => run(manager, &[statement]).await?,
        }
    }
    Ok(())
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run_numbered(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, m20261124_000003_create_forum::UP).await?;
        run_numbered(manager, DOWN).await
    }
}
