//! Indexes for the lists of threads: each list comes in its order from one of them.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE INDEX ix_threads_kind_id_needs_answer ON threads (kind, id) WHERE accepted_answer_id IS NULL AND answer_count > 0",
    "CREATE INDEX ix_threads_kind_id_solved ON threads (kind, id) WHERE accepted_answer_id IS NOT NULL",
    "CREATE INDEX ix_threads_kind_id_unanswered ON threads (kind, id) WHERE answer_count = 0",
    "CREATE INDEX ix_threads_kind_nation_id ON threads (kind, nation, id) WHERE nation IS NOT NULL",
    "CREATE INDEX ix_threads_kind_shelf_id_id ON threads (kind, shelf_id, id)",
    "CREATE INDEX ix_threads_kind_shelf_id_active_at_id ON threads (kind, shelf_id, active_at, id)",
    "CREATE INDEX ix_threads_kind_space_id_active_at_id ON threads (kind, space_id, active_at, id)",
];

const DOWN: &[&str] = &[
    "DROP INDEX ix_threads_kind_space_id_active_at_id",
    "DROP INDEX ix_threads_kind_shelf_id_active_at_id",
    "DROP INDEX ix_threads_kind_shelf_id_id",
    "DROP INDEX ix_threads_kind_nation_id",
    "DROP INDEX ix_threads_kind_id_unanswered",
    "DROP INDEX ix_threads_kind_id_solved",
    "DROP INDEX ix_threads_kind_id_needs_answer",
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
