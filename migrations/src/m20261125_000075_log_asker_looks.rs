//! Each look at who asks in confidence is kept.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE asker_looks (
        id {id},
        thread_id BIGINT NOT NULL CONSTRAINT fk_asker_looks_thread_id REFERENCES threads (id) ON DELETE CASCADE,
        looked_by BIGINT NOT NULL CONSTRAINT fk_asker_looks_looked_by REFERENCES members (id),
        reason TEXT NOT NULL,
        created_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_asker_looks_thread_id ON asker_looks (thread_id)",
    "CREATE INDEX ix_asker_looks_looked_by ON asker_looks (looked_by)",
];

const DOWN: &[&str] = &["DROP TABLE asker_looks"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
