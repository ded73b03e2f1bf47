//! Shelves and tags.

use sea_orm_migration::prelude::*;

use crate::run;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE shelves (
        id {id},
        slug TEXT NOT NULL CONSTRAINT uq_shelves_slug UNIQUE,
        name TEXT NOT NULL,
        name_cy TEXT,
        colour TEXT NOT NULL,
        position INTEGER NOT NULL,
        item_count BIGINT NOT NULL
    )",
    "CREATE TABLE tags (
        id {id},
        name TEXT NOT NULL CONSTRAINT uq_tags_name UNIQUE,
        item_count BIGINT NOT NULL
    )",
    "CREATE INDEX ix_tags_item_count ON tags (item_count)",
    "INSERT INTO shelves (slug, name, name_cy, colour, position, item_count) VALUES
        ('premises', 'Premises and leases', 'Adeiladau a phrydlesi', 'premises', 1, 0),
        ('volunteers', 'Volunteers and rotas', 'Gwirfoddolwyr a rotâu', 'volunteers', 2, 0),
        ('funding', 'Money and fundraising', 'Arian a chodi arian', 'funding', 3, 0),
        ('systems', 'Catalogue and computers', 'Catalog a chyfrifiaduron', 'systems', 4, 0),
        ('trustees', 'Trustees and governance', 'Ymddiriedolwyr a llywodraethu', 'trustees', 5, 0),
        ('activities', 'Activities and outreach', 'Gweithgareddau ac estyn allan', 'activities', 6, 0),
        ('stock', 'Books and stock', 'Llyfrau a stoc', 'stock', 7, 0),
        ('law', 'Safety, law and inclusion', 'Diogelwch, y gyfraith a chynhwysiant', 'law', 8, 0)",
];

const DOWN: &[&str] = &["DROP TABLE tags", "DROP TABLE shelves"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}
