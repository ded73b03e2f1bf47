//! Members, their sessions and mailed links; libraries and applications, which members come from.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE libraries (
        id {id},
        register_key TEXT NOT NULL CONSTRAINT uq_libraries_register_key UNIQUE,
        name TEXT NOT NULL,
        authority TEXT NOT NULL,
        nation TEXT NOT NULL,
        region TEXT NOT NULL,
        address TEXT NOT NULL,
        postcode TEXT NOT NULL,
        latitude DOUBLE PRECISION,
        longitude DOUBLE PRECISION,
        is_community_managed BOOLEAN NOT NULL,
        is_closed BOOLEAN NOT NULL,
        search_text TEXT NOT NULL,
        claimed_at BIGINT,
        created_at BIGINT NOT NULL,
        updated_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_libraries_name_id ON libraries (name, id)",
    "CREATE INDEX ix_libraries_claimed_at ON libraries (claimed_at)",
    "CREATE TABLE members (
        id {id},
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        email_key TEXT NOT NULL CONSTRAINT uq_members_email_key UNIQUE,
        password_hash TEXT NOT NULL,
        role TEXT NOT NULL CONSTRAINT ck_members_role CHECK (role IN ('applicant', 'member', 'moderator', 'admin')),
        is_suspended BOOLEAN NOT NULL,
        language TEXT NOT NULL,
        library_id BIGINT CONSTRAINT fk_members_library_id REFERENCES libraries (id),
        session_version INTEGER NOT NULL,
        created_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_members_library_id ON members (library_id)",
    "CREATE INDEX ix_members_role ON members (role)",
    "CREATE TABLE sessions (
        id {id},
        member_id BIGINT NOT NULL CONSTRAINT fk_sessions_member_id REFERENCES members (id) ON DELETE CASCADE,
        token_hash TEXT NOT NULL CONSTRAINT uq_sessions_token_hash UNIQUE,
        previous_token_hash TEXT,
        rotated_at BIGINT NOT NULL,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        revoked_at BIGINT
    )",
    "CREATE INDEX ix_sessions_member_id ON sessions (member_id)",
    "CREATE INDEX ix_sessions_previous_token_hash ON sessions (previous_token_hash)",
    "CREATE TABLE applications (
        id {id},
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        email_key TEXT NOT NULL,
        telephone TEXT,
        language TEXT NOT NULL,
        member_type TEXT NOT NULL,
        organisation TEXT NOT NULL,
        answers TEXT NOT NULL,
        library_id BIGINT CONSTRAINT fk_applications_library_id REFERENCES libraries (id),
        member_id BIGINT CONSTRAINT fk_applications_member_id REFERENCES members (id),
        status TEXT NOT NULL CONSTRAINT ck_applications_status CHECK (status IN ('awaiting_confirmation', 'submitted', 'approved', 'rejected')),
        created_at BIGINT NOT NULL,
        confirmed_at BIGINT,
        decided_at BIGINT,
        decided_by BIGINT CONSTRAINT fk_applications_decided_by REFERENCES members (id),
        message TEXT
    )",
    "CREATE INDEX ix_applications_status_id ON applications (status, id)",
    "CREATE INDEX ix_applications_library_id ON applications (library_id)",
    "CREATE INDEX ix_applications_member_id ON applications (member_id)",
    "CREATE INDEX ix_applications_decided_by ON applications (decided_by)",
    "CREATE UNIQUE INDEX uq_applications_open_email_key ON applications (email_key) WHERE status IN ('awaiting_confirmation', 'submitted')",
    "CREATE TABLE mailed_links (
        id {id},
        purpose TEXT NOT NULL CONSTRAINT ck_mailed_links_purpose CHECK (purpose IN ('confirm_application', 'reset_password', 'first_administrator')),
        token_hash TEXT NOT NULL CONSTRAINT uq_mailed_links_token_hash UNIQUE,
        member_id BIGINT CONSTRAINT fk_mailed_links_member_id REFERENCES members (id) ON DELETE CASCADE,
        application_id BIGINT CONSTRAINT fk_mailed_links_application_id REFERENCES applications (id) ON DELETE CASCADE,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_mailed_links_member_id ON mailed_links (member_id)",
    "CREATE INDEX ix_mailed_links_application_id ON mailed_links (application_id)",
    "CREATE TABLE sign_in_failures (
        id {id},
        subject TEXT NOT NULL,
        failed_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_sign_in_failures_subject_failed_at ON sign_in_failures (subject, failed_at)",
];

const DOWN: &[&str] = &[
    "DROP TABLE sign_in_failures",
    "DROP TABLE mailed_links",
    "DROP TABLE applications",
    "DROP TABLE sessions",
    "DROP TABLE members",
    "DROP TABLE libraries",
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
