//! Questions, answers and votes.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

pub(crate) const UP: &[&str] = &[
    "CREATE TABLE questions (
        id {id},
        title TEXT NOT NULL,
        slug TEXT NOT NULL,
        body TEXT NOT NULL,
        body_html TEXT NOT NULL,
        renderer_version INTEGER NOT NULL,
        excerpt TEXT NOT NULL,
        shelf_id BIGINT NOT NULL CONSTRAINT fk_questions_shelf_id REFERENCES shelves (id),
        author_id BIGINT NOT NULL CONSTRAINT fk_questions_author_id REFERENCES members (id),
        created_at BIGINT NOT NULL,
        edited_at BIGINT,
        active_at BIGINT NOT NULL,
        answer_count INTEGER NOT NULL,
        score INTEGER NOT NULL,
        accepted_answer_id BIGINT,
        version INTEGER NOT NULL
    )",
    "CREATE INDEX ix_questions_shelf_id_id ON questions (shelf_id, id)",
    "CREATE INDEX ix_questions_author_id ON questions (author_id)",
    "CREATE INDEX ix_questions_active_at_id ON questions (active_at, id)",
    "CREATE INDEX ix_questions_unanswered_id ON questions (id) WHERE answer_count = 0",
    "CREATE TABLE question_tags (
        question_id BIGINT NOT NULL CONSTRAINT fk_question_tags_question_id REFERENCES questions (id) ON DELETE CASCADE,
        tag_id BIGINT NOT NULL CONSTRAINT fk_question_tags_tag_id REFERENCES tags (id),
        CONSTRAINT pk_question_tags PRIMARY KEY (question_id, tag_id)
    )",
    "CREATE INDEX ix_question_tags_tag_id_question_id ON question_tags (tag_id, question_id)",
    "CREATE TABLE question_votes (
        question_id BIGINT NOT NULL CONSTRAINT fk_question_votes_question_id REFERENCES questions (id) ON DELETE CASCADE,
        member_id BIGINT NOT NULL CONSTRAINT fk_question_votes_member_id REFERENCES members (id) ON DELETE CASCADE,
        value INTEGER NOT NULL CONSTRAINT ck_question_votes_value CHECK (value IN (-1, 1)),
        CONSTRAINT pk_question_votes PRIMARY KEY (question_id, member_id)
    )",
    "CREATE INDEX ix_question_votes_member_id ON question_votes (member_id)",
    "CREATE TABLE answers (
        id {id},
        question_id BIGINT NOT NULL CONSTRAINT fk_answers_question_id REFERENCES questions (id) ON DELETE CASCADE,
        body TEXT NOT NULL,
        body_html TEXT NOT NULL,
        renderer_version INTEGER NOT NULL,
        author_id BIGINT NOT NULL CONSTRAINT fk_answers_author_id REFERENCES members (id),
        created_at BIGINT NOT NULL,
        edited_at BIGINT,
        score INTEGER NOT NULL,
        is_accepted BOOLEAN NOT NULL,
        version INTEGER NOT NULL
    )",
    "CREATE INDEX ix_answers_question_id_rank ON answers (question_id, is_accepted DESC, score DESC, id)",
    "CREATE UNIQUE INDEX uq_answers_question_id_accepted ON answers (question_id) WHERE is_accepted",
    "CREATE INDEX ix_answers_author_id ON answers (author_id)",
    "CREATE TABLE answer_votes (
        answer_id BIGINT NOT NULL CONSTRAINT fk_answer_votes_answer_id REFERENCES answers (id) ON DELETE CASCADE,
        member_id BIGINT NOT NULL CONSTRAINT fk_answer_votes_member_id REFERENCES members (id) ON DELETE CASCADE,
        value INTEGER NOT NULL CONSTRAINT ck_answer_votes_value CHECK (value IN (-1, 1)),
        CONSTRAINT pk_answer_votes PRIMARY KEY (answer_id, member_id)
    )",
    "CREATE INDEX ix_answer_votes_member_id ON answer_votes (member_id)",
];

const DOWN: &[&str] = &[
    "DROP TABLE answer_votes",
    "DROP TABLE answers",
    "DROP TABLE question_votes",
    "DROP TABLE question_tags",
    "DROP TABLE questions",
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
