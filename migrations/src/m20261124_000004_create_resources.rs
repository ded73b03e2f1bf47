//! Resources and their files.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE files (
        id {id},
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size BIGINT NOT NULL,
        storage_key TEXT NOT NULL CONSTRAINT uq_files_storage_key UNIQUE,
        uploaded_by BIGINT NOT NULL CONSTRAINT fk_files_uploaded_by REFERENCES members (id),
        created_at BIGINT NOT NULL
    )",
    "CREATE INDEX ix_files_uploaded_by_created_at ON files (uploaded_by, created_at)",
    "CREATE TABLE resources (
        id {id},
        title TEXT NOT NULL,
        slug TEXT NOT NULL,
        summary TEXT NOT NULL,
        summary_html TEXT NOT NULL,
        renderer_version INTEGER NOT NULL,
        excerpt TEXT NOT NULL,
        kind TEXT NOT NULL,
        shelf_id BIGINT NOT NULL CONSTRAINT fk_resources_shelf_id REFERENCES shelves (id),
        author_id BIGINT NOT NULL CONSTRAINT fk_resources_author_id REFERENCES members (id),
        created_at BIGINT NOT NULL,
        url TEXT,
        file_id BIGINT CONSTRAINT uq_resources_file_id UNIQUE CONSTRAINT fk_resources_file_id REFERENCES files (id),
        licence TEXT,
        download_count INTEGER NOT NULL,
        CONSTRAINT ck_resources_url_or_file CHECK ((url IS NULL) <> (file_id IS NULL))
    )",
    "CREATE INDEX ix_resources_shelf_id_id ON resources (shelf_id, id)",
    "CREATE INDEX ix_resources_kind_id ON resources (kind, id)",
    "CREATE INDEX ix_resources_author_id ON resources (author_id)",
    "CREATE TABLE resource_tags (
        resource_id BIGINT NOT NULL CONSTRAINT fk_resource_tags_resource_id REFERENCES resources (id) ON DELETE CASCADE,
        tag_id BIGINT NOT NULL CONSTRAINT fk_resource_tags_tag_id REFERENCES tags (id),
        CONSTRAINT pk_resource_tags PRIMARY KEY (resource_id, tag_id)
    )",
    "CREATE INDEX ix_resource_tags_tag_id_resource_id ON resource_tags (tag_id, resource_id)",
];

const DOWN: &[&str] = &["DROP TABLE resource_tags", "DROP TABLE resources", "DROP TABLE files"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
