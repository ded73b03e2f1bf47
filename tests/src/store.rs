//! A database of its own for each test: a copy of a migrated template.

use std::sync::atomic::{AtomicU32, Ordering};

use migrations::MigratorTrait;
use sea_orm::ConnectionTrait;
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// A database and a folder, both gone when dropped.
pub struct Store {
    /// The address of the database.
    pub url: String,
    /// A folder for files.
    pub folder: TempDir,
}

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();
static NEXT: AtomicU32 = AtomicU32::new(0);

enum Template {
    Sqlite(TempDir),
    Postgres { server: String, name: String },
}

/// The PostgreSQL server to test on, if one is named; SQLite otherwise.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the engine under test is chosen by the environment")]
pub fn postgres() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok().filter(|url| !url.is_empty())
}

/// The template is made once a process, by a runtime of its own that outlives the test that came first.
async fn template() -> &'static Template {
    TEMPLATE.get_or_init(make_template).await
}

async fn make_template() -> Template {
    if let Some(server) = postgres() {
        let server =
            server.trim_end_matches('/').rsplit_once('/').map_or(server.clone(), |(server, _)| server.to_owned());
        let name = format!("template_{}", std::process::id());
        run(&server, &format!("DROP DATABASE IF EXISTS {name}")).await;
        run(&server, &format!("CREATE DATABASE {name}")).await;
        let connections = domain::database::connect(&format!("{server}/{name}")).await.unwrap();
        migrations::Migrator::up(&connections.write, None).await.unwrap();
        connections.write.close().await.unwrap();
        return Template::Postgres { server, name };
    }
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("template.sqlite").display());
    let connections = domain::database::connect(&url).await.unwrap();
    migrations::Migrator::up(&connections.write, None).await.unwrap();
    connections.write.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    connections.read.close().await.unwrap();
    connections.write.close().await.unwrap();
    Template::Sqlite(folder)
}

async fn run(server: &str, sql: &str) {
    let connections = domain::database::connect(&format!("{server}/postgres")).await.unwrap();
    connections.write.execute_unprepared(sql).await.unwrap();
    connections.write.close().await.unwrap();
}

impl Store {
    /// A fresh copy of the template.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = match template().await {
            Template::Sqlite(template) => {
                let file = folder.path().join("test.sqlite");
                std::fs::copy(template.path().join("template.sqlite"), &file).unwrap();
                format!("sqlite://{}?mode=rwc", file.display())
            }
            Template::Postgres { server, name } => {
                let own = format!("{name}_{}", NEXT.fetch_add(1, Ordering::SeqCst));
                run(server, &format!("CREATE DATABASE {own} TEMPLATE {name}")).await;
                format!("{server}/{own}")
            }
        };
        Self { url, folder }
    }

    /// Where a text is kept, whatever its case: files of the folder, or columns of PostgreSQL.
    pub(crate) async fn places_of(&self, deps: &domain::Deps, text: &str) -> Vec<String> {
        let mut found = if postgres().is_some() { columns_with(deps, text).await } else { Vec::new() };
        let mut folders = vec![self.folder.path().to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if contains(&std::fs::read(&path).unwrap(), text.as_bytes()) {
                    found.push(path.file_name().unwrap().to_string_lossy().into_owned());
                }
            }
        }
        found
    }
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text))
}

async fn columns_with(deps: &domain::Deps, text: &str) -> Vec<String> {
    use sea_orm::{DbBackend, Statement};
    let columns = "SELECT table_name, column_name FROM information_schema.columns \
                   WHERE table_schema = 'public' AND data_type = 'text'";
    let rows = deps.read.query_all_raw(Statement::from_string(DbBackend::Postgres, columns)).await.unwrap();
    let mut found = Vec::new();
    for row in rows {
        let (table, column): (String, String) = (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
        let sql = format!("SELECT COUNT(*) FROM {table} WHERE {column} ILIKE $1");
        let values = [format!("%{text}%").into()];
        let count = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
        let count: i64 = deps.read.query_one_raw(count).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        if count > 0 {
            found.push(format!("{table}.{column}"));
        }
    }
    found
}
