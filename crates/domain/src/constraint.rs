//! Telling which constraint a failed write broke, on both engines.

use sea_orm::{DbErr, SqlErr};

/// Whether the error is a breach of a unique constraint on one of these. PostgreSQL names the
/// constraint (`uq_members_email_key`), SQLite the columns (`members.email_key`): give both.
#[must_use]
pub fn is_unique_violation(error: &DbErr, names: &[&str]) -> bool {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(message)) => names.iter().any(|name| message.contains(name)),
        _ => false,
    }
}
