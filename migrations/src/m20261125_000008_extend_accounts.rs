//! Accounts in full: profiles, skills, second factors, passkeys, what is known of a session, more kinds of links.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "ALTER TABLE members ADD COLUMN about TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE members ADD COLUMN about_html TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE members ADD COLUMN telephone TEXT",
    "ALTER TABLE members ADD COLUMN languages TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE members ADD COLUMN picture_key TEXT",
    "ALTER TABLE members ADD COLUMN picture_type TEXT",
    "ALTER TABLE members ADD COLUMN visibility TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE members ADD COLUMN search_text TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE members ADD COLUMN referral_code TEXT",
    "ALTER TABLE members ADD COLUMN totp_secret TEXT",
    "ALTER TABLE members ADD COLUMN totp_confirmed_at BIGINT",
    "ALTER TABLE members ADD COLUMN totp_last_step BIGINT",
    "ALTER TABLE members ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "UPDATE members SET search_text = LOWER(name)",
    "CREATE UNIQUE INDEX uq_members_referral_code ON members (referral_code)",
    "CREATE INDEX ix_members_name_id ON members (name, id)",
    "CREATE TABLE member_skills (
        member_id BIGINT NOT NULL CONSTRAINT fk_member_skills_member_id REFERENCES members (id) ON DELETE CASCADE,
        direction TEXT NOT NULL CONSTRAINT ck_member_skills_direction CHECK (direction IN ('offered', 'wanted')),
        skill_key TEXT NOT NULL,
        skill TEXT NOT NULL,
        CONSTRAINT pk_member_skills PRIMARY KEY (member_id, direction, skill_key)
    )",
    "CREATE INDEX ix_member_skills_skill_key ON member_skills (skill_key, direction)",
    "CREATE TABLE recovery_codes (
        id {id},
        member_id BIGINT NOT NULL CONSTRAINT fk_recovery_codes_member_id REFERENCES members (id) ON DELETE CASCADE,
        code_hash TEXT NOT NULL,
        used_at BIGINT
    )",
    "CREATE INDEX ix_recovery_codes_member_id ON recovery_codes (member_id)",
    "CREATE TABLE passkeys (
        id {id},
        member_id BIGINT NOT NULL CONSTRAINT fk_passkeys_member_id REFERENCES members (id) ON DELETE CASCADE,
        credential_id TEXT NOT NULL CONSTRAINT uq_passkeys_credential_id UNIQUE,
        name TEXT NOT NULL,
        credential TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        last_used_at BIGINT
    )",
    "CREATE INDEX ix_passkeys_member_id ON passkeys (member_id)",
    "CREATE TABLE challenges (
        id {id},
        token_hash TEXT NOT NULL CONSTRAINT uq_challenges_token_hash UNIQUE,
        purpose TEXT NOT NULL CONSTRAINT ck_challenges_purpose CHECK (purpose IN ('second_factor', 'register_passkey', 'use_passkey')),
        member_id BIGINT CONSTRAINT fk_challenges_member_id REFERENCES members (id) ON DELETE CASCADE,
        state TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_challenges_member_id ON challenges (member_id)",
    "CREATE INDEX ix_challenges_expires_at ON challenges (expires_at)",
    "CREATE TABLE email_changes (
        id {id},
        member_id BIGINT NOT NULL CONSTRAINT fk_email_changes_member_id REFERENCES members (id) ON DELETE CASCADE,
        email TEXT NOT NULL,
        email_key TEXT NOT NULL,
        old_token_hash TEXT NOT NULL CONSTRAINT uq_email_changes_old_token_hash UNIQUE,
        new_token_hash TEXT NOT NULL CONSTRAINT uq_email_changes_new_token_hash UNIQUE,
        old_confirmed_at BIGINT,
        new_confirmed_at BIGINT,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL
    )",
    "CREATE UNIQUE INDEX uq_email_changes_member_id ON email_changes (member_id)",
    "ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sessions ADD COLUMN last_used_at BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE sessions ADD COLUMN authenticated_at BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE sessions ADD COLUMN is_strong BOOLEAN NOT NULL DEFAULT FALSE",
    "UPDATE sessions SET last_used_at = rotated_at, authenticated_at = created_at",
    "ALTER TABLE mailed_links ADD COLUMN kind TEXT NOT NULL DEFAULT 'reset_password' CONSTRAINT ck_mailed_links_kind CHECK (kind IN ('confirm_application', 'reset_password', 'first_administrator', 'sign_in'))",
    "UPDATE mailed_links SET kind = purpose",
    "ALTER TABLE mailed_links DROP COLUMN purpose",
    "ALTER TABLE mailed_links RENAME COLUMN kind TO purpose",
];

const DOWN: &[&str] = &[
    "DELETE FROM mailed_links WHERE purpose = 'sign_in'",
    "ALTER TABLE mailed_links ADD COLUMN kind TEXT NOT NULL DEFAULT 'reset_password' CONSTRAINT ck_mailed_links_purpose CHECK (kind IN ('confirm_application', 'reset_password', 'first_administrator'))",
    "UPDATE mailed_links SET kind = purpose",
    "ALTER TABLE mailed_links DROP COLUMN purpose",
    "ALTER TABLE mailed_links RENAME COLUMN kind TO purpose",
    "ALTER TABLE sessions DROP COLUMN is_strong",
    "ALTER TABLE sessions DROP COLUMN authenticated_at",
    "ALTER TABLE sessions DROP COLUMN last_used_at",
    "ALTER TABLE sessions DROP COLUMN address",
    "ALTER TABLE sessions DROP COLUMN device",
    "DROP TABLE email_changes",
    "DROP TABLE challenges",
    "DROP TABLE passkeys",
    "DROP TABLE recovery_codes",
    "DROP TABLE member_skills",
    "DROP INDEX ix_members_name_id",
    "DROP INDEX uq_members_referral_code",
    "ALTER TABLE members DROP COLUMN version",
    "ALTER TABLE members DROP COLUMN totp_last_step",
    "ALTER TABLE members DROP COLUMN totp_confirmed_at",
    "ALTER TABLE members DROP COLUMN totp_secret",
    "ALTER TABLE members DROP COLUMN referral_code",
    "ALTER TABLE members DROP COLUMN search_text",
    "ALTER TABLE members DROP COLUMN visibility",
    "ALTER TABLE members DROP COLUMN picture_type",
    "ALTER TABLE members DROP COLUMN picture_key",
    "ALTER TABLE members DROP COLUMN languages",
    "ALTER TABLE members DROP COLUMN telephone",
    "ALTER TABLE members DROP COLUMN about_html",
    "ALTER TABLE members DROP COLUMN about",
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
