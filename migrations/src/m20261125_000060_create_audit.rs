//! The audit log: what moderators did, which nobody can change or take away afterwards.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    // Numbers follow one another without a gap, so that a row that is missing shows.
    "CREATE TABLE audit_entries (
        id BIGINT NOT NULL PRIMARY KEY,
        created_at BIGINT NOT NULL,
        actor_id BIGINT NOT NULL CONSTRAINT fk_audit_entries_actor_id REFERENCES members (id),
        action TEXT NOT NULL,
        subject_kind TEXT NOT NULL CONSTRAINT ck_audit_entries_subject_kind
            CHECK (subject_kind IN ('thread', 'post', 'space')),
        subject_id BIGINT NOT NULL,
        detail TEXT NOT NULL,
        reason TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
    )",
    "CREATE INDEX ix_audit_entries_actor_id ON audit_entries (actor_id)",
    "CREATE INDEX ix_audit_entries_subject ON audit_entries (subject_kind, subject_id)",
    "CREATE INDEX ix_threads_pinned_at ON threads (kind, pinned_at) WHERE pinned_at IS NOT NULL",
    "CREATE INDEX ix_threads_deleted_at ON threads (deleted_at, id) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX ix_posts_deleted_at ON posts (deleted_at, id) WHERE deleted_at IS NOT NULL",
];

const SQLITE: &[&str] = &[
    "CREATE TRIGGER tr_audit_entries_update BEFORE UPDATE ON audit_entries \
     BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END",
    "CREATE TRIGGER tr_audit_entries_delete BEFORE DELETE ON audit_entries \
     BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION refuse_audit_change() RETURNS trigger AS $$ BEGIN \
     RAISE EXCEPTION 'the audit log is only added to'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER tr_audit_entries_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries \
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await?;
        let is_sqlite = manager.get_connection().get_database_backend() == DbBackend::Sqlite;
        run(manager, if is_sqlite { SQLITE } else { POSTGRES }).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            &[
                "DROP INDEX ix_posts_deleted_at",
                "DROP INDEX ix_threads_deleted_at",
                "DROP INDEX ix_threads_pinned_at",
                "DROP TABLE audit_entries",
            ],
        )
        .await?;
        if manager.get_connection().get_database_backend() != DbBackend::Sqlite {
            run(manager, &["DROP FUNCTION refuse_audit_change"]).await?;
        }
        Ok(())
    }
}
