//! Applications: drafts that are gone on with by a mailed link, how likely a double, rules per member type, and the
//! state machine in the store itself.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "ALTER TABLE applications ADD COLUMN duplicate_score INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE mailed_links ADD COLUMN kind TEXT NOT NULL DEFAULT 'reset_password' CONSTRAINT ck_mailed_links_purpose CHECK (kind IN ('confirm_application', 'continue_application', 'reset_password', 'first_administrator', 'sign_in'))",
    "UPDATE mailed_links SET kind = purpose",
    "ALTER TABLE mailed_links DROP COLUMN purpose",
    "ALTER TABLE mailed_links RENAME COLUMN kind TO purpose",
    "DROP INDEX uq_approval_rules",
    "UPDATE approval_rules SET member_type = '' WHERE member_type IS NULL",
    "CREATE UNIQUE INDEX uq_approval_rules ON approval_rules (kind, value, member_type)",
];

const DOWN: &[&str] = &[
    "DROP INDEX uq_approval_rules",
    "DELETE FROM approval_rules WHERE id NOT IN (SELECT MIN(id) FROM approval_rules GROUP BY kind, value)",
    "UPDATE approval_rules SET member_type = NULL WHERE member_type = ''",
    "CREATE UNIQUE INDEX uq_approval_rules ON approval_rules (kind, value)",
    "DELETE FROM mailed_links WHERE purpose = 'continue_application'",
    "ALTER TABLE mailed_links ADD COLUMN kind TEXT NOT NULL DEFAULT 'reset_password' CONSTRAINT ck_mailed_links_kind CHECK (kind IN ('confirm_application', 'reset_password', 'first_administrator', 'sign_in'))",
    "UPDATE mailed_links SET kind = purpose",
    "ALTER TABLE mailed_links DROP COLUMN purpose",
    "ALTER TABLE mailed_links RENAME COLUMN kind TO purpose",
    "ALTER TABLE applications DROP COLUMN duplicate_score",
];

/// The steps that an application may take, as `membership/applications/state.rs` has them.
const STEPS: &str = "(OLD.status = NEW.status)
    OR (OLD.status = 'draft' AND NEW.status = 'awaiting_confirmation')
    OR (OLD.status = 'awaiting_confirmation' AND NEW.status IN ('submitted', 'withdrawn'))
    OR (OLD.status = 'submitted' AND NEW.status IN ('needs_answer', 'approved', 'rejected', 'withdrawn'))
    OR (OLD.status = 'needs_answer' AND NEW.status IN ('submitted', 'approved', 'rejected', 'withdrawn'))";

const REFUSAL: &str = "an application cannot take this step";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await?;
        let connection = manager.get_connection();
        if connection.get_database_backend() == DbBackend::Sqlite {
            let trigger = format!(
                "CREATE TRIGGER tr_applications_status BEFORE UPDATE OF status ON applications WHEN NOT ({STEPS}) \
                 BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            );
            connection.execute_unprepared(&trigger).await?;
        } else {
            let function = format!(
                "CREATE FUNCTION refuse_application_step() RETURNS trigger AS $$ BEGIN \
                 RAISE EXCEPTION '{REFUSAL}'; END $$ LANGUAGE plpgsql"
            );
            let trigger = format!(
                "CREATE TRIGGER tr_applications_status BEFORE UPDATE OF status ON applications FOR EACH ROW \
                 WHEN (NOT ({STEPS})) EXECUTE FUNCTION refuse_application_step()"
            );
            connection.execute_unprepared(&function).await?;
            connection.execute_unprepared(&trigger).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        if connection.get_database_backend() == DbBackend::Sqlite {
            connection.execute_unprepared("DROP TRIGGER tr_applications_status").await?;
        } else {
            connection.execute_unprepared("DROP TRIGGER tr_applications_status ON applications").await?;
            connection.execute_unprepared("DROP FUNCTION refuse_application_step()").await?;
        }
        run(manager, DOWN).await
    }
}
