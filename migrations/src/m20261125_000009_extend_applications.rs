//! Applications in full: questions that staff set, a conversation, assignment, rules, a log, the whole state machine.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "DROP INDEX uq_applications_open_email_key",
    "DROP INDEX ix_applications_status_id",
    "ALTER TABLE applications ADD COLUMN state TEXT NOT NULL DEFAULT 'draft' CONSTRAINT ck_applications_state CHECK (state IN ('draft', 'awaiting_confirmation', 'submitted', 'needs_answer', 'approved', 'rejected', 'withdrawn'))",
    "UPDATE applications SET state = status",
    "ALTER TABLE applications DROP COLUMN status",
    "ALTER TABLE applications RENAME COLUMN state TO status",
    "ALTER TABLE applications ADD COLUMN organisation_id BIGINT CONSTRAINT fk_applications_organisation_id REFERENCES organisations (id)",
    "ALTER TABLE applications ADD COLUMN invitation_id BIGINT CONSTRAINT fk_applications_invitation_id REFERENCES invitations (id)",
    "ALTER TABLE applications ADD COLUMN referred_by BIGINT CONSTRAINT fk_applications_referred_by REFERENCES members (id)",
    "ALTER TABLE applications ADD COLUMN assigned_to BIGINT CONSTRAINT fk_applications_assigned_to REFERENCES members (id)",
    "ALTER TABLE applications ADD COLUMN nation TEXT",
    "ALTER TABLE applications ADD COLUMN search_text TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE applications ADD COLUMN message_count INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE applications ADD COLUMN submitted_at BIGINT",
    "UPDATE applications SET submitted_at = confirmed_at, search_text = LOWER(name || ' ' || organisation || ' ' || email)",
    "CREATE UNIQUE INDEX uq_applications_open_email_key ON applications (email_key) WHERE status IN ('draft', 'awaiting_confirmation', 'submitted', 'needs_answer')",
    "CREATE INDEX ix_applications_status_id ON applications (status, id)",
    "CREATE INDEX ix_applications_organisation_id ON applications (organisation_id)",
    "CREATE INDEX ix_applications_invitation_id ON applications (invitation_id)",
    "CREATE INDEX ix_applications_referred_by ON applications (referred_by)",
    "CREATE INDEX ix_applications_assigned_to ON applications (assigned_to)",
    "CREATE TABLE form_questions (
        id {id},
        member_type TEXT NOT NULL CONSTRAINT ck_form_questions_member_type CHECK (member_type IN ('library', 'exploring', 'council', 'body')),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CONSTRAINT ck_form_questions_kind CHECK (kind IN ('text', 'long_text', 'choice', 'yes_no')),
        label_en TEXT NOT NULL,
        label_cy TEXT NOT NULL,
        hint_en TEXT NOT NULL DEFAULT '',
        hint_cy TEXT NOT NULL DEFAULT '',
        options TEXT NOT NULL DEFAULT '[]',
        is_required BOOLEAN NOT NULL,
        is_retired BOOLEAN NOT NULL DEFAULT FALSE,
        version INTEGER NOT NULL DEFAULT 1,
        created_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_form_questions_member_type_position ON form_questions (member_type, position)",
    "CREATE TABLE application_answers (
        application_id BIGINT NOT NULL CONSTRAINT fk_application_answers_application_id REFERENCES applications (id) ON DELETE CASCADE,
        question_id BIGINT NOT NULL CONSTRAINT fk_application_answers_question_id REFERENCES form_questions (id),
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        CONSTRAINT pk_application_answers PRIMARY KEY (application_id, question_id)
    )",
    "CREATE INDEX ix_application_answers_question_id ON application_answers (question_id)",
    "CREATE TABLE application_messages (
        id {id},
        application_id BIGINT NOT NULL CONSTRAINT fk_application_messages_application_id REFERENCES applications (id) ON DELETE CASCADE,
        author_id BIGINT NOT NULL CONSTRAINT fk_application_messages_author_id REFERENCES members (id),
        kind TEXT NOT NULL CONSTRAINT ck_application_messages_kind CHECK (kind IN ('message', 'note')),
        body TEXT NOT NULL,
        created_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_application_messages_application_id ON application_messages (application_id, id)",
    "CREATE INDEX ix_application_messages_author_id ON application_messages (author_id)",
    "CREATE TABLE application_events (
        id {id},
        application_id BIGINT NOT NULL CONSTRAINT fk_application_events_application_id REFERENCES applications (id) ON DELETE CASCADE,
        actor_id BIGINT CONSTRAINT fk_application_events_actor_id REFERENCES members (id),
        kind TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT '',
        created_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_application_events_application_id ON application_events (application_id, id)",
    "CREATE INDEX ix_application_events_actor_id ON application_events (actor_id)",
    "CREATE TABLE approval_rules (
        id {id},
        kind TEXT NOT NULL CONSTRAINT ck_approval_rules_kind CHECK (kind IN ('invited_by_member', 'email_domain')),
        value TEXT NOT NULL DEFAULT '',
        member_type TEXT,
        created_by BIGINT NOT NULL CONSTRAINT fk_approval_rules_created_by REFERENCES members (id),
        created_at BIGINT NOT NULL
    )",
    "CREATE UNIQUE INDEX uq_approval_rules ON approval_rules (kind, value)",
    "CREATE TABLE member_preferences (
        member_id BIGINT NOT NULL CONSTRAINT fk_member_preferences_member_id REFERENCES members (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_member_preferences PRIMARY KEY (member_id, name)
    )",
];

const DOWN: &[&str] = &[
    "DROP TABLE member_preferences",
    "DROP TABLE approval_rules",
    "DROP TABLE application_events",
    "DROP TABLE application_messages",
    "DROP TABLE application_answers",
    "DROP TABLE form_questions",
    "DROP INDEX ix_applications_assigned_to",
    "DROP INDEX ix_applications_referred_by",
    "DROP INDEX ix_applications_invitation_id",
    "DROP INDEX ix_applications_organisation_id",
    "DROP INDEX ix_applications_status_id",
    "DROP INDEX uq_applications_open_email_key",
    "ALTER TABLE applications DROP COLUMN submitted_at",
    "ALTER TABLE applications DROP COLUMN message_count",
    "ALTER TABLE applications DROP COLUMN search_text",
    "ALTER TABLE applications DROP COLUMN nation",
    "ALTER TABLE applications DROP COLUMN assigned_to",
    "ALTER TABLE applications DROP COLUMN referred_by",
    "ALTER TABLE applications DROP COLUMN invitation_id",
    "ALTER TABLE applications DROP COLUMN organisation_id",
    "UPDATE applications SET status = 'submitted' WHERE status = 'needs_answer'",
    "UPDATE applications SET status = 'rejected' WHERE status = 'withdrawn'",
    "UPDATE applications SET status = 'awaiting_confirmation' WHERE status = 'draft'",
    "ALTER TABLE applications ADD COLUMN state TEXT NOT NULL DEFAULT 'awaiting_confirmation' CONSTRAINT ck_applications_status CHECK (state IN ('awaiting_confirmation', 'submitted', 'approved', 'rejected'))",
    "UPDATE applications SET state = status",
    "ALTER TABLE applications DROP COLUMN status",
    "ALTER TABLE applications RENAME COLUMN state TO status",
    "CREATE INDEX ix_applications_status_id ON applications (status, id)",
    "CREATE UNIQUE INDEX uq_applications_open_email_key ON applications (email_key) WHERE status IN ('awaiting_confirmation', 'submitted')",
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
