//! Connections: on SQLite one writer and several readers, on PostgreSQL one pool for both.

use std::path::PathBuf;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

use crate::error::{Error, Result};

/// The oldest SQLite without the bug that can corrupt a write-ahead log on reset.
const SQLITE_OLDEST: (u32, u32, u32) = (3, 51, 3);

/// The two ways to the store.
#[derive(Clone, Debug)]
pub struct Connections {
    /// For reading.
    pub read: DatabaseConnection,
    /// For writing.
    pub write: DatabaseConnection,
}

/// Connects to `sqlite://path?mode=rwc` or `postgres://…` and checks that the store keeps its promises.
#[expect(clippy::disallowed_methods, reason = "this is the one place that connects to a database")]
pub async fn connect(url: &str) -> Result<Connections> {
    if url.starts_with("sqlite:") {
        let write = Database::connect(sqlite_options(url, 1)).await?;
        check_sqlite(&write).await?;
        let read = Database::connect(sqlite_options(url, 4)).await?;
        Ok(Connections { read, write })
    } else {
        let mut options = ConnectOptions::new(url.to_owned());
        options
            .max_connections(16)
            .acquire_timeout(Duration::from_secs(5))
            .sqlx_logging(false)
            .map_sqlx_postgres_opts(|options| options.options([("statement_timeout", "5s")]));
        let pool = Database::connect(options).await?;
        Ok(Connections { read: pool.clone(), write: pool })
    }
}

/// The path of the file that a SQLite address names.
#[must_use]
pub fn sqlite_path(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

fn sqlite_options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.to_owned());
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(5))
        .sqlx_logging(false)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(|options| {
            options
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .statement_cache_capacity(256)
                // What is deleted is overwritten, so that what was erased does not stay in free pages.
                .pragma("secure_delete", "ON")
                .pragma("cache_size", "-4000")
                // Pages that are written again and again go to the database once in 16 MiB of log, not in 4.
                .pragma("wal_autocheckpoint", "4000")
        });
    options
}

async fn check_sqlite(connection: &DatabaseConnection) -> Result<()> {
    let version = text_of(connection, "SELECT sqlite_version()").await?;
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    if (next(), next(), next()) < SQLITE_OLDEST {
        return Err(Error::internal(
            "checking SQLite",
            format!("SQLite {version} is too old: 3.51.3 or newer is needed"),
        ));
    }
    for (pragma, wanted) in
        [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "5000")]
    {
        let found = text_of(connection, &format!("SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}")).await;
        let found = match found {
            Ok(found) => found,
            Err(_) => text_of(connection, &format!("SELECT CAST(timeout AS TEXT) FROM pragma_{pragma}")).await?,
        };
        if found != wanted {
            return Err(Error::internal("checking SQLite", format!("{pragma} is {found}, not {wanted}")));
        }
    }
    Ok(())
}

async fn text_of(connection: &DatabaseConnection, sql: &str) -> Result<String> {
    let row = connection.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    let row = row.ok_or_else(|| Error::internal("checking SQLite", "no row"))?;
    Ok(row.try_get_by_index(0)?)
}
