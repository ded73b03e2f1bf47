//! Prospects: what staff know of libraries that may join.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE prospects (
        library_id BIGINT NOT NULL CONSTRAINT pk_prospects PRIMARY KEY CONSTRAINT fk_prospects_library_id REFERENCES libraries (id) ON DELETE CASCADE,
        status TEXT NOT NULL CONSTRAINT ck_prospects_status CHECK (status IN ('not_contacted', 'contacted', 'applied', 'joined', 'active', 'declined')),
        next_step TEXT NOT NULL DEFAULT '',
        next_step_on TEXT,
        owner_id BIGINT CONSTRAINT fk_prospects_owner_id REFERENCES members (id),
        version INTEGER NOT NULL DEFAULT 1,
        updated_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_prospects_status ON prospects (status)",
    "CREATE INDEX ix_prospects_owner_id ON prospects (owner_id)",
    "CREATE TABLE prospect_notes (
        id {id},
        library_id BIGINT NOT NULL CONSTRAINT fk_prospect_notes_library_id REFERENCES libraries (id) ON DELETE CASCADE,
        author_id BIGINT NOT NULL CONSTRAINT fk_prospect_notes_author_id REFERENCES members (id),
        body TEXT NOT NULL,
        created_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_prospect_notes_library_id ON prospect_notes (library_id, id)",
    "CREATE INDEX ix_prospect_notes_author_id ON prospect_notes (author_id)",
];

const DOWN: &[&str] = &["DROP TABLE prospect_notes", "DROP TABLE prospects"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
