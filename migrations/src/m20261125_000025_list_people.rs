//! People are found by what they show: skills say whether members may see them, and names are folded again.
//!
//! Text that was folded by SQL is emptied: the server folds it at its next start, the one way that searches do.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "ALTER TABLE member_skills ADD COLUMN is_listed BOOLEAN NOT NULL DEFAULT TRUE",
    "UPDATE members SET search_text = ''",
    "CREATE INDEX ix_invitations_invited_by_id ON invitations (invited_by, id)",
    "DROP INDEX ix_invitations_invited_by",
    "CREATE INDEX ix_affiliations_status_id ON affiliations (status, id)",
];

const DOWN: &[&str] = &[
    "DROP INDEX ix_affiliations_status_id",
    "CREATE INDEX ix_invitations_invited_by ON invitations (invited_by)",
    "DROP INDEX ix_invitations_invited_by_id",
    "UPDATE members SET search_text = LOWER(name)",
    "ALTER TABLE member_skills DROP COLUMN is_listed",
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
