//! Settings, and the outbox with the places of its followers.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE settings (
        name TEXT NOT NULL CONSTRAINT pk_settings PRIMARY KEY,
        value TEXT NOT NULL
    )",
    "CREATE TABLE outbox (
        id {id},
        kind TEXT NOT NULL,
        payload TEXT NOT NULL,
        created_at BIGINT NOT NULL
    )",
    "CREATE TABLE outbox_positions (
        follower TEXT NOT NULL CONSTRAINT pk_outbox_positions PRIMARY KEY,
        position BIGINT NOT NULL
    )",
];

const DOWN: &[&str] = &["DROP TABLE outbox_positions", "DROP TABLE outbox", "DROP TABLE settings"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
