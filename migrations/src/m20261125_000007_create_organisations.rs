//! Person, organisation and library become three things: organisations, who belongs to them, who was asked to.
//!
//! Members who had a library get an organisation that runs it, with an affiliation each.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE organisations (
        id {id},
        kind TEXT NOT NULL CONSTRAINT ck_organisations_kind CHECK (kind IN ('library', 'exploring', 'council', 'body')),
        name TEXT NOT NULL,
        slug TEXT NOT NULL,
        about TEXT NOT NULL DEFAULT '',
        about_html TEXT NOT NULL DEFAULT '',
        renderer_version INTEGER NOT NULL DEFAULT 1,
        website TEXT,
        org_id TEXT CONSTRAINT uq_organisations_org_id UNIQUE,
        legal_form TEXT,
        model TEXT,
        stage TEXT,
        sells BOOLEAN NOT NULL DEFAULT FALSE,
        nation TEXT,
        region TEXT NOT NULL DEFAULT '',
        authority TEXT NOT NULL DEFAULT '',
        postcode TEXT NOT NULL DEFAULT '',
        latitude DOUBLE PRECISION,
        longitude DOUBLE PRECISION,
        exactness TEXT NOT NULL DEFAULT 'exact' CONSTRAINT ck_organisations_exactness CHECK (exactness IN ('exact', 'town', 'region')),
        primary_contact_id BIGINT CONSTRAINT fk_organisations_primary_contact_id REFERENCES members (id),
        voter_id BIGINT CONSTRAINT fk_organisations_voter_id REFERENCES members (id),
        referred_by BIGINT CONSTRAINT fk_organisations_referred_by REFERENCES members (id),
        search_text TEXT NOT NULL,
        member_count INTEGER NOT NULL DEFAULT 0,
        library_count INTEGER NOT NULL DEFAULT 0,
        version INTEGER NOT NULL DEFAULT 1,
        created_at BIGINT NOT NULL,
        updated_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_organisations_name_id ON organisations (name, id)",
    "CREATE INDEX ix_organisations_kind ON organisations (kind)",
    "CREATE INDEX ix_organisations_primary_contact_id ON organisations (primary_contact_id)",
    "CREATE INDEX ix_organisations_voter_id ON organisations (voter_id)",
    "CREATE INDEX ix_organisations_referred_by ON organisations (referred_by)",
    "ALTER TABLE libraries ADD COLUMN organisation_id BIGINT CONSTRAINT fk_libraries_organisation_id REFERENCES organisations (id)",
    "ALTER TABLE libraries ADD COLUMN source TEXT NOT NULL DEFAULT 'register' CONSTRAINT ck_libraries_source CHECK (source IN ('register', 'added'))",
    "ALTER TABLE libraries ADD COLUMN added_by BIGINT CONSTRAINT fk_libraries_added_by REFERENCES members (id)",
    "ALTER TABLE libraries ADD COLUMN is_confirmed BOOLEAN NOT NULL DEFAULT TRUE",
    "ALTER TABLE libraries ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "CREATE INDEX ix_libraries_organisation_id ON libraries (organisation_id)",
    "CREATE INDEX ix_libraries_added_by ON libraries (added_by)",
    "CREATE INDEX ix_libraries_nation_region ON libraries (nation, region)",
    "CREATE INDEX ix_libraries_authority ON libraries (authority)",
    "CREATE TABLE affiliations (
        id {id},
        member_id BIGINT NOT NULL CONSTRAINT fk_affiliations_member_id REFERENCES members (id) ON DELETE CASCADE,
        organisation_id BIGINT NOT NULL CONSTRAINT fk_affiliations_organisation_id REFERENCES organisations (id),
        role TEXT NOT NULL CONSTRAINT ck_affiliations_role CHECK (role IN ('trustee', 'manager', 'volunteer', 'staff', 'liaison', 'other')),
        status TEXT NOT NULL CONSTRAINT ck_affiliations_status CHECK (status IN ('requested', 'active', 'ended', 'declined')),
        started_on TEXT,
        ended_on TEXT,
        created_at BIGINT NOT NULL,
        decided_at BIGINT,
        decided_by BIGINT CONSTRAINT fk_affiliations_decided_by REFERENCES members (id)
    )",
    "CREATE UNIQUE INDEX uq_affiliations_open ON affiliations (member_id, organisation_id) WHERE status IN ('requested', 'active')",
    "CREATE INDEX ix_affiliations_organisation_id_status ON affiliations (organisation_id, status)",
    "CREATE INDEX ix_affiliations_member_id_status ON affiliations (member_id, status)",
    "CREATE INDEX ix_affiliations_decided_by ON affiliations (decided_by)",
    "ALTER TABLE members ADD COLUMN organisation_id BIGINT CONSTRAINT fk_members_organisation_id REFERENCES organisations (id)",
    "CREATE INDEX ix_members_organisation_id ON members (organisation_id)",
    "INSERT INTO organisations (kind, name, slug, nation, region, authority, postcode, latitude, longitude, search_text, member_count, library_count, created_at, updated_at)
        SELECT 'library', name, 'organisation', nation, region, authority, postcode, latitude, longitude, search_text,
            (SELECT COUNT(*) FROM members WHERE members.library_id = libraries.id AND members.role <> 'applicant'), 1, claimed_at, claimed_at
        FROM libraries WHERE claimed_at IS NOT NULL",
    "UPDATE libraries SET organisation_id = (SELECT MIN(organisations.id) FROM organisations
        WHERE organisations.search_text = libraries.search_text AND organisations.created_at = libraries.claimed_at)
        WHERE claimed_at IS NOT NULL",
    "INSERT INTO affiliations (member_id, organisation_id, role, status, created_at)
        SELECT members.id, libraries.organisation_id, 'other', 'active', members.created_at
        FROM members JOIN libraries ON libraries.id = members.library_id
        WHERE members.role <> 'applicant' AND libraries.organisation_id IS NOT NULL",
    "UPDATE members SET organisation_id = (SELECT libraries.organisation_id FROM libraries WHERE libraries.id = members.library_id)
        WHERE role <> 'applicant'",
    "UPDATE organisations SET
        primary_contact_id = (SELECT MIN(affiliations.member_id) FROM affiliations WHERE affiliations.organisation_id = organisations.id),
        voter_id = (SELECT MIN(affiliations.member_id) FROM affiliations WHERE affiliations.organisation_id = organisations.id)",
    "DROP INDEX ix_members_library_id",
    "ALTER TABLE members DROP COLUMN library_id",
    "CREATE TABLE invitations (
        id {id},
        organisation_id BIGINT CONSTRAINT fk_invitations_organisation_id REFERENCES organisations (id),
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        email_key TEXT NOT NULL,
        role TEXT NOT NULL CONSTRAINT ck_invitations_role CHECK (role IN ('trustee', 'manager', 'volunteer', 'staff', 'liaison', 'other')),
        message TEXT,
        token_hash TEXT NOT NULL CONSTRAINT uq_invitations_token_hash UNIQUE,
        status TEXT NOT NULL CONSTRAINT ck_invitations_status CHECK (status IN ('sent', 'accepted', 'withdrawn')),
        invited_by BIGINT NOT NULL CONSTRAINT fk_invitations_invited_by REFERENCES members (id),
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        accepted_at BIGINT
    )",
    "CREATE INDEX ix_invitations_organisation_id ON invitations (organisation_id)",
    "CREATE INDEX ix_invitations_invited_by ON invitations (invited_by)",
    "CREATE INDEX ix_invitations_email_key ON invitations (email_key)",
];

const DOWN: &[&str] = &[
    "DROP TABLE invitations",
    "ALTER TABLE members ADD COLUMN library_id BIGINT CONSTRAINT fk_members_library_id REFERENCES libraries (id)",
    "CREATE INDEX ix_members_library_id ON members (library_id)",
    "UPDATE members SET library_id = (SELECT MIN(libraries.id) FROM libraries WHERE libraries.organisation_id = members.organisation_id)",
    "DROP INDEX ix_members_organisation_id",
    "ALTER TABLE members DROP COLUMN organisation_id",
    "DROP TABLE affiliations",
    "DROP INDEX ix_libraries_authority",
    "DROP INDEX ix_libraries_nation_region",
    "DROP INDEX ix_libraries_added_by",
    "DROP INDEX ix_libraries_organisation_id",
    "ALTER TABLE libraries DROP COLUMN version",
    "ALTER TABLE libraries DROP COLUMN is_confirmed",
    "ALTER TABLE libraries DROP COLUMN added_by",
    "ALTER TABLE libraries DROP COLUMN source",
    "ALTER TABLE libraries DROP COLUMN organisation_id",
    "DROP TABLE organisations",
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
