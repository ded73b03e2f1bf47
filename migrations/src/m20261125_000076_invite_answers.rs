//! Members are invited to answer questions that they may be able to help with.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE answer_invitations (
        thread_id BIGINT NOT NULL CONSTRAINT fk_answer_invitations_thread_id REFERENCES threads (id) ON DELETE CASCADE,
        member_id BIGINT NOT NULL CONSTRAINT fk_answer_invitations_member_id REFERENCES members (id) ON DELETE CASCADE,
        common INTEGER NOT NULL,
        created_at BIGINT NOT NULL,
        CONSTRAINT pk_answer_invitations PRIMARY KEY (thread_id, member_id)
    )",
    "CREATE INDEX ix_answer_invitations_member_id ON answer_invitations (member_id, created_at)",
];

const DOWN: &[&str] = &["DROP TABLE answer_invitations"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
