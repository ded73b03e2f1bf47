//! Imports threads from elsewhere, or previews the import.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, Read};

use api_types::forum::{ThreadImportQuery, ThreadImportReport};
use api_types::membership::RowError;
use entity::{shelf, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::known::{known_posts, named};
use super::members::{add_strangers, erased_strangers, known_strangers, new_strangers, unknown_members};
use super::prepare::{Thread, Writer, prepare};
use super::write::{Plan, plan, write};
use crate::error::{Error, Result};
use crate::{Deps, outbox};

/// How many errors are told.
const ERRORS: usize = 100;
/// How many threads one transaction writes: others may write between two.
const AT_ONCE: usize = 200;
/// How many bytes of lines are read for one transaction, unless a single line has more.
const BYTES: usize = 4 * 1024 * 1024;
/// The longest line, in bytes: a thread of some ten thousand answers.
const LINE: u64 = 64 * 1024 * 1024;

/// Lines with their numbers.
type Lines = Vec<(u64, Vec<u8>)>;

/// What an import knows while it goes on.
struct Import<'a> {
    deps: &'a Deps,
    query: &'a ThreadImportQuery,
    shelves: HashMap<String, i64>,
    /// The threads that were read, to find one that stands there twice.
    seen: HashSet<(String, String)>,
    /// What repeats what: by source, key, and the key of the other. It may come later in the file.
    duplicates: Vec<(String, String, String)>,
    report: ThreadImportReport,
}

/// Reads JSON lines, one a thread, and writes what is new or has changed; what members have changed or deleted stays as
/// they left it. A line with an error is left out and told; the others go in. After each part of the file `progress` is
/// told how far it is.
pub async fn import_threads(
    deps: &Deps,
    query: &ThreadImportQuery,
    mut file: impl BufRead + Send,
    mut progress: impl FnMut(&ThreadImportReport) + Send,
) -> Result<ThreadImportReport> {
    let shelves = shelf::Entity::find().all(&deps.read).await?.into_iter().map(|row| (row.slug, row.id)).collect();
    let report = ThreadImportReport { is_preview: query.preview, ..Default::default() };
    let mut import = Import { deps, query, shelves, seen: HashSet::new(), duplicates: Vec::new(), report };
    if let Some(shelf) = &query.shelf
        && !import.shelves.contains_key(shelf)
    {
        return Err(Error::field("shelf", "invalid", "Choose one of the shelves, by its slug."));
    }
    let mut line = 0;
    // While one part is written, the next one is prepared.
    let mut next = begin(deps, read(&mut file, &mut line)?);
    while let Some(preparing) = next {
        let prepared = preparing.await?;
        next = begin(deps, read(&mut file, &mut line)?);
        import.take(prepared).await?;
        progress(&import.report);
    }
    if !query.preview {
        import.link_duplicates().await?;
    }
    Ok(import.report)
}

/// The next lines of a file that are not empty.
fn read(file: &mut impl BufRead, line: &mut u64) -> Result<Lines> {
    let (mut lines, mut bytes) = (Lines::new(), 0);
    while lines.len() < AT_ONCE && bytes < BYTES {
        let mut text = Vec::new();
        let read = file.by_ref().take(LINE).read_until(b'\n', &mut text);
        if read.map_err(|error| Error::internal("reading a file of threads", error))? == 0 {
            break;
        }
        *line += 1;
        if !text.ends_with(b"\n") && text.len() as u64 >= LINE {
            return Err(Error::TooLarge);
        }
        bytes += text.len();
        if !text.trim_ascii().is_empty() {
            lines.push((*line, text));
        }
    }
    Ok(lines)
}

/// What became of lines: a thread, or what is wrong with which line.
type Prepared = Vec<std::result::Result<Thread, RowError>>;

/// Begins to prepare lines, on all cores; nothing when there are none.
fn begin(deps: &Deps, lines: Lines) -> Option<impl Future<Output = Result<Prepared>> + use<>> {
    if lines.is_empty() {
        return None;
    }
    let now = deps.clock.now();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let each = lines.len().div_ceil(cores);
    let mut parts = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while lines.peek().is_some() {
        let part: Lines = lines.by_ref().take(each).collect();
        parts.push(tokio::task::spawn_blocking(move || {
            let prepared = part.into_iter().map(|(line, text)| {
                let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
                prepare(line, text, now).map_err(|message| RowError { line, message })
            });
            prepared.collect::<Prepared>()
        }));
    }
    Some(async move {
        let mut all = Prepared::new();
        for part in parts {
            all.extend(part.await.map_err(|error| Error::internal("reading threads", error))?);
        }
        Ok(all)
    })
}

impl Import<'_> {
    /// Takes a part of the file in, in one transaction.
    async fn take(&mut self, prepared: Prepared) -> Result<()> {
        let mut threads = Vec::with_capacity(prepared.len());
        for prepared in prepared {
            self.report.rows += 1;
            match prepared.and_then(|thread| self.accept(thread)) {
                Ok(thread) => threads.push(thread),
                Err(error) => self.refuse(error),
            }
        }
        if self.query.preview {
            let threads = self.with_known_members(&self.deps.read, threads).await?;
            let strangers = known_strangers(&self.deps.read, &threads).await?;
            let erased = erased_strangers(&self.deps.read, &strangers).await?;
            let known = known_posts(&self.deps.read, &threads).await?;
            let new = new_strangers(&threads, &strangers);
            // In a preview nobody is written down, so the same stranger may be new in several parts of the file.
            self.report.members_created += new.len() as u64;
            self.count(&plan(&threads, &known, &strangers, &erased));
            return Ok(());
        }
        let tx = self.deps.begin().await?;
        outbox::lock(&tx).await?;
        let threads = self.with_known_members(&tx, threads).await?;
        let mut strangers = known_strangers(&tx, &threads).await?;
        let erased = erased_strangers(&tx, &strangers).await?;
        let known = known_posts(&tx, &threads).await?;
        let new = new_strangers(&threads, &strangers);
        let members = new.len() as u64;
        add_strangers(&tx, new, self.deps.clock.now(), &mut strangers).await?;
        let plans = plan(&threads, &known, &strangers, &erased);
        write(self.deps, &tx, &plans, &strangers).await?;
        self.deps.commit(tx).await?;
        self.report.members_created += members;
        self.count(&plans);
        Ok(())
    }

    /// Checks what needs to be known of the file and of the shelves.
    fn accept(&mut self, mut thread: Thread) -> std::result::Result<Thread, RowError> {
        let fault = |message: String| RowError { line: thread.line, message };
        let slug = thread.shelf.as_ref().or(self.query.shelf.as_ref());
        let Some(slug) = slug else {
            return Err(fault("shelf: Name the shelf of the thread, or of all threads that name none.".into()));
        };
        let Some(shelf_id) = self.shelves.get(slug).copied() else {
            return Err(fault(format!("shelf: There is no shelf with the slug {slug}.")));
        };
        let key = thread.posts.first().map(|post| post.key.clone()).unwrap_or_default();
        if !self.seen.insert((thread.source.clone(), key.clone())) {
            return Err(fault("id: The file has this thread twice.".into()));
        }
        if let Some(other) = &thread.duplicate_of {
            self.duplicates.push((thread.source.clone(), key, other.clone()));
        }
        thread.shelf_id = shelf_id;
        Ok(thread)
    }

    /// Leaves out threads by members whom there are not.
    async fn with_known_members<C: sea_orm::ConnectionTrait>(
        &mut self,
        connection: &C,
        threads: Vec<Thread>,
    ) -> Result<Vec<Thread>> {
        let unknown = unknown_members(connection, &threads).await?;
        let stranger = |thread: &Thread| {
            thread.posts.iter().find_map(|post| match post.author {
                Writer::Member(id) if unknown.contains(&id) => Some(id),
                _ => None,
            })
        };
        let mut kept = Vec::with_capacity(threads.len());
        for thread in threads {
            match stranger(&thread) {
                Some(id) => {
                    let message = format!("author.member: There is no member {id} who takes part.");
                    self.refuse(RowError { line: thread.line, message });
                }
                None => kept.push(thread),
            }
        }
        Ok(kept)
    }

    fn refuse(&mut self, error: RowError) {
        self.report.failed += 1;
        if self.report.errors.len() < ERRORS {
            self.report.errors.push(error);
        }
    }

    fn count(&mut self, plans: &[Plan<'_>]) {
        for plan in plans {
            let is_changed = !plan.new.is_empty() || !plan.changed.is_empty();
            let counted = match (plan.into, is_changed) {
                (None, true) => &mut self.report.created,
                (Some(_), true) => &mut self.report.updated,
                (_, false) => &mut self.report.unchanged,
            };
            *counted += 1;
            self.report.posts_created += plan.new.len() as u64;
            self.report.posts_updated += plan.changed.len() as u64;
            self.report.posts_kept += plan.kept;
            self.report.comments_left_out += plan.thread.comments_left_out;
        }
    }

    /// Points from threads to those that they repeat, now that all are here.
    async fn link_duplicates(&self) -> Result<()> {
        for part in self.duplicates.chunks(AT_ONCE) {
            let tx = self.deps.begin().await?;
            for (source, key, other) in part {
                let found = named(&tx, source, &[key, other]).await?;
                let thread_of = |key: &str| found.iter().find(|row| row.is_named(key)).map(|row| row.thread_id);
                let (Some(id), Some(other)) = (thread_of(key), thread_of(other)) else { continue };
                thread::Entity::update_many()
                    .col_expr(thread::Column::DuplicateOfId, Expr::value(other))
                    .filter(thread::Column::Id.eq(id))
                    .filter(thread::Column::Id.ne(other))
                    .filter(thread::Column::DuplicateOfId.is_null())
                    .filter(thread::Column::CloseReason.eq("duplicate"))
                    .exec(&tx)
                    .await?;
            }
            self.deps.commit(tx).await?;
        }
        Ok(())
    }
}
