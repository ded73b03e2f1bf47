//! Imports a register of libraries, or previews the import.

use std::collections::HashMap;

use api_types::LibraryId;
use api_types::membership::{ImportQuery, ImportReport, RowChange, RowError};
use entity::library;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::register::{Columns, Entry};
use crate::membership::register_changes;

/// How many errors are told.
const ERRORS: usize = 100;
/// How many changes are told.
const CHANGES: usize = 100;
/// How many libraries are shown.
const SAMPLES: usize = 10;
/// How many rows one transaction writes: others may write between two.
const AT_ONCE: usize = 500;
/// How many rows one statement writes: engines bound the number of its values.
const PER_STATEMENT: usize = 200;

/// Reads the file and writes what is new or has changed. A row with an error is left out and told;
/// the others go in. Whether a library is claimed is never touched, and what members have changed or added stays
/// as they left it.
pub async fn import_libraries(deps: &Deps, query: &ImportQuery, csv: &[u8]) -> Result<ImportReport> {
    if csv.len() > api_types::limits::IMPORT_BYTES {
        return Err(Error::TooLarge);
    }
    let bytes = csv.to_vec();
    let (mut report, entries) = tokio::task::spawn_blocking(move || read(&bytes))
        .await
        .map_err(|error| Error::internal("reading a register", error))??;
    report.is_preview = query.preview;
    let known: HashMap<String, library::Model> =
        library::Entity::find().all(&deps.read).await?.into_iter().map(|row| (row.register_key.clone(), row)).collect();
    let now = deps.clock.now();
    let mut changed = Vec::new();
    for entry in &entries {
        let before = known.get(&entry.key());
        let row = entry.to_row(before, now);
        if let Some(before) = before {
            let fields = register_changes::between(before, &row);
            if fields.is_empty() && !is_found_otherwise(before, &row) {
                report.unchanged += 1;
                continue;
            }
            let is_kept = is_members(before);
            if report.changes.len() < CHANGES && !fields.is_empty() {
                let (id, name) = (LibraryId(before.id), before.name.clone());
                report.changes.push(RowChange { id, name, is_kept, fields });
            }
            if is_kept {
                report.kept += 1;
                continue;
            }
            report.updated += 1;
        } else {
            report.created += 1;
        }
        changed.push(row);
    }
    if !query.preview {
        write(deps, changed).await?;
    }
    Ok(report)
}

/// The rows of the file that can be read, one a library.
fn read(csv: &[u8]) -> Result<(ImportReport, Vec<Entry>)> {
    let csv = csv.strip_prefix(b"\xef\xbb\xbf").unwrap_or(csv);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv);
    let header = reader.byte_headers().map_err(|_| unreadable())?.clone();
    let columns = Columns::of(&header)?;
    let mut report = ImportReport::default();
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for record in reader.byte_records() {
        let record = record.map_err(|_| unreadable())?;
        report.rows += 1;
        let line = record.position().map_or(0, csv::Position::line);
        match columns.read(&record) {
            Ok(entry) => {
                if report.sample.len() < SAMPLES {
                    report.sample.push(entry.sample());
                }
                // A library that moved authority stands there twice, closed in the one and open in the
                // other: the open one counts. The further row changes nothing.
                if let Some(place) = places.get(&entry.key()) {
                    report.unchanged += 1;
                    if let Some(first) = entries.get_mut(*place).filter(|first| first.is_closed && !entry.is_closed) {
                        *first = entry;
                    }
                } else {
                    places.insert(entry.key(), entries.len());
                    entries.push(entry);
                }
            }
            Err(message) => {
                report.failed += 1;
                if report.errors.len() < ERRORS {
                    report.errors.push(RowError { line, message });
                }
            }
        }
    }
    Ok((report, entries))
}

fn unreadable() -> Error {
    Error::field("file", "invalid", "The file could not be read. Save it as \"CSV UTF-8\" and try again.")
}

/// Whether members have changed the library, or added it: then they know better than the file.
fn is_members(known: &library::Model) -> bool {
    known.version > 1 || known.source != "register"
}

/// Whether words find the library otherwise than they did, as after a change of how words are folded.
fn is_found_otherwise(known: &library::Model, row: &library::ActiveModel) -> bool {
    row.search_text != Set(known.search_text.clone())
}

/// Writes rows, the new and the changed alike.
async fn write(deps: &Deps, rows: Vec<library::ActiveModel>) -> Result<()> {
    let columns = [
        library::Column::Name,
        library::Column::Authority,
        library::Column::Nation,
        library::Column::Region,
        library::Column::Address,
        library::Column::Postcode,
        library::Column::Latitude,
        library::Column::Longitude,
        library::Column::IsCommunityManaged,
        library::Column::IsClosed,
        library::Column::SearchText,
        library::Column::UpdatedAt,
    ];
    for part in rows.chunks(AT_ONCE) {
        let transaction = deps.begin().await?;
        for chunk in part.chunks(PER_STATEMENT) {
            let replace = OnConflict::column(library::Column::RegisterKey)
                .update_columns(columns)
                // Somebody may have changed the library since it was read.
                .action_and_where(Expr::col((library::Entity, library::Column::Version)).eq(1))
                .to_owned();
            library::Entity::insert_many(chunk.iter().cloned())
                .on_conflict(replace)
                .exec_without_returning(&transaction)
                .await?;
        }
        deps.commit(transaction).await?;
    }
    Ok(())
}
