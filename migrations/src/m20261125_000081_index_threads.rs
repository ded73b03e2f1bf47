//! Lists of threads come from an index in their order, however few of the threads are in them.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "DROP INDEX ix_threads_unanswered_id",
    "CREATE INDEX ix_threads_kind_active_at_id_unanswered ON threads (kind, active_at, id) WHERE answer_count = 0",
    "CREATE INDEX ix_threads_kind_pinned_at_id ON threads (kind, pinned_at, id) WHERE pinned_at IS NOT NULL",
];

const DOWN: &[&str] = &[
    "DROP INDEX ix_threads_kind_pinned_at_id",
    "DROP INDEX ix_threads_kind_active_at_id_unanswered",
    "CREATE INDEX ix_threads_unanswered_id ON threads (id) WHERE answer_count = 0",
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
