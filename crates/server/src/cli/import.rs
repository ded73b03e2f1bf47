//! Bringing data in, from the command line.

use std::fs::File;
use std::io::{BufReader, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use api_types::forum::{ThreadImportQuery, ThreadImportReport};
use api_types::membership::{ImportQuery, RowError};
use clap::Subcommand;
use domain::Deps;

use super::{explained, say};
use crate::assemble::{Failure, chain};

/// After how many rows a log, which is no terminal, is told how far an import is.
const TELL: u64 = 10_000;

#[derive(Subcommand)]
pub(super) enum Import {
    /// Import a register of libraries from a CSV file; known libraries are updated.
    Libraries {
        /// The CSV file: Arts Council England's basic dataset, or a file of its kind.
        file: PathBuf,
        /// Say what would happen and write nothing.
        #[arg(long)]
        preview: bool,
    },
    /// Import questions and discussions from a file of JSON lines; known ones are updated, unless edited here.
    Threads {
        /// The file, one thread a line; docs/import-threads.md tells its format.
        file: PathBuf,
        /// Say what would happen and write nothing.
        #[arg(long)]
        preview: bool,
        /// The shelf, by its slug, of threads that name none.
        #[arg(long, value_name = "SLUG")]
        shelf: Option<String>,
    },
}

/// Imports what the arguments name.
pub(super) async fn import(deps: &Deps, import: Import) -> Result<ExitCode, Failure> {
    match import {
        Import::Libraries { file, preview } => import_libraries(deps, &file, preview).await,
        Import::Threads { file, preview, shelf } => {
            import_threads(deps, &file, &ThreadImportQuery { preview, shelf }).await
        }
    }
}

async fn import_libraries(deps: &Deps, file: &Path, preview: bool) -> Result<ExitCode, Failure> {
    let csv = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
    let report = domain::membership::import_libraries(deps, &ImportQuery { preview }, &csv)
        .await
        .map_err(|error| explained(&error))?;
    say_errors(&report.errors, report.failed);
    say(&format!(
        "{}{} rows: {} new, {} changed, {} as they were, {} with errors",
        if report.is_preview { "Preview: " } else { "" },
        report.rows,
        report.created,
        report.updated,
        report.unchanged,
        report.failed
    ));
    Ok(ended(report.rows, report.failed))
}

async fn import_threads(deps: &Deps, path: &Path, query: &ThreadImportQuery) -> Result<ExitCode, Failure> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let is_terminal = std::io::stderr().is_terminal();
    let mut told = 0;
    let progress = |report: &ThreadImportReport| {
        let so_far = format!("{} threads read, {} posts new", report.rows, report.posts_created);
        let mut out = std::io::stderr();
        // That nobody can be told how far it is does not stop it.
        if is_terminal {
            let _ = write!(out, "\r{so_far}").and_then(|()| out.flush());
        } else if report.rows / TELL > told {
            told = report.rows / TELL;
            let _ = writeln!(out, "{so_far}");
        }
    };
    let report = domain::forum::import_threads(deps, query, BufReader::with_capacity(1 << 20, file), progress).await;
    if is_terminal {
        let _ = writeln!(std::io::stderr());
    }
    let report = report.map_err(|error| explained(&error))?;
    say_errors(&report.errors, report.failed);
    say(&format!(
        "{}{} threads: {} new, {} changed, {} as they were, {} with errors",
        if report.is_preview { "Preview: " } else { "" },
        report.rows,
        report.created,
        report.updated,
        report.unchanged,
        report.failed
    ));
    say(&format!(
        "{} posts new, {} changed, {} left as they were edited or deleted here; {} authors new",
        report.posts_created, report.posts_updated, report.posts_kept, report.members_created
    ));
    if report.comments_left_out > 0 {
        say(&format!("{} comments had no room under their posts", report.comments_left_out));
    }
    if !query.preview {
        domain::search::catch_up(deps).await.map_err(|error| chain(&error))?;
    }
    Ok(ended(report.rows, report.failed))
}

fn unreadable(file: &Path, error: &std::io::Error) -> Failure {
    format!("{} cannot be read: {error}", file.display())
}

fn say_errors(errors: &[RowError], failed: u64) {
    for error in errors {
        say(&format!("line {}: {}", error.line, error.message));
    }
    let told = errors.len() as u64;
    if failed > told {
        say(&format!("and {} lines more with errors", failed - told));
    }
}

/// An import of which nothing could be read has failed.
fn ended(rows: u64, failed: u64) -> ExitCode {
    ExitCode::from(u8::from(rows > 0 && failed == rows))
}
