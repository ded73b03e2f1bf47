//! The index itself: opening, feeding and searching it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::collector::TopDocs;
use tantivy::directory::MmapDirectory;
use tantivy::query::BooleanQuery;
use tantivy::schema::Value;
use tantivy::{DocAddress, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use crate::analysis::{STEMMED, WHOLE, stemmed, whole};
use crate::collect::KindCounts;
use crate::highlight;
use crate::query::{Words, matching, restricted};
use crate::schema::{Fields, schema};
use crate::similar::{Similar, similar};
use crate::{Change, Document, Hit, Kind, Query, Result, Results, Visibility};

/// What the writer may use before it writes a segment, in bytes. The engine's least.
const WRITER_BYTES: usize = 15_000_000;
/// How much of a text is indexed and kept, in characters.
const BODY: usize = 20_000;
/// With fewer hits than this, words spelt much alike are tried too.
const FEW: u64 = 3;

/// The search index of a node. Clones share it. All calls block.
#[derive(Clone)]
pub struct Index(Arc<Inner>);

struct Inner {
    index: tantivy::Index,
    reader: IndexReader,
    writer: Mutex<IndexWriter>,
    fields: Fields,
}

impl Index {
    /// Opens the index in a folder. One that is broken or of another schema is emptied: its position is
    /// then 0, and whoever feeds it begins again.
    pub fn open(folder: &Path) -> Result<Self> {
        match Self::open_as_it_is(folder) {
            Ok(index) => Ok(index),
            Err(error) => {
                tracing::warn!(?error, "the search index is made anew");
                std::fs::remove_dir_all(folder)?;
                std::fs::create_dir_all(folder)?;
                Self::open_as_it_is(folder)
            }
        }
    }

    fn open_as_it_is(folder: &Path) -> Result<Self> {
        // The caller has made sure that no other process uses the folder: a lock is a leftover.
        for lock in [".tantivy-writer.lock", ".tantivy-meta.lock"] {
            let _ = std::fs::remove_file(folder.join(lock));
        }
        let (schema, fields) = schema();
        let directory = MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        Self::with(tantivy::Index::open_or_create(directory, schema)?, fields)
    }

    /// An index in memory.
    pub fn in_memory() -> Result<Self> {
        let (schema, fields) = schema();
        Self::with(tantivy::Index::create_in_ram(schema), fields)
    }

    fn with(index: tantivy::Index, fields: Fields) -> Result<Self> {
        index.tokenizers().register(STEMMED, stemmed());
        index.tokenizers().register(WHOLE, whole());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let writer = Mutex::new(index.writer_with_num_threads(1, WRITER_BYTES)?);
        Ok(Self(Arc::new(Inner { index, reader, writer, fields })))
    }

    /// Makes changes and keeps the position in the outbox up to which the index is now true.
    pub fn apply(&self, changes: Vec<Change>, position: i64) -> Result<()> {
        let mut writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        for change in changes {
            match change {
                Change::Put(document) => {
                    writer.delete_term(self.key(document.kind, document.id));
                    writer.add_document(self.stored(document))?;
                }
                Change::Delete { kind, id } => {
                    writer.delete_term(self.key(kind, id));
                }
            }
        }
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&position.to_string());
        commit.commit()?;
        self.0.reader.reload()?;
        Ok(())
    }

    /// The position in the outbox up to which the index is true; 0 for a new one.
    pub fn position(&self) -> Result<i64> {
        let payload = self.0.index.load_metas()?.payload;
        Ok(payload.and_then(|text| text.parse().ok()).unwrap_or(0))
    }

    /// Empties the index.
    pub fn clear(&self) -> Result<()> {
        self.0.writer.lock().unwrap_or_else(PoisonError::into_inner).delete_all_documents()?;
        self.apply(Vec::new(), 0)
    }

    /// Rewrites the index without what was deleted, which until then is only marked as such.
    pub fn compact(&self) -> Result<()> {
        let mut writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let segments = self.0.index.searchable_segment_ids()?;
        if !segments.is_empty() {
            writer.merge(&segments).wait()?;
        }
        self.0.reader.reload()?;
        writer.garbage_collect_files().wait()?;
        Ok(())
    }

    /// How many documents there are.
    #[must_use]
    pub fn document_count(&self) -> u64 {
        self.0.reader.searcher().num_docs()
    }

    /// Searches.
    pub fn search(&self, query: &Query) -> Result<Results> {
        let words = Words::of(&query.text);
        if query.visible.is_empty() {
            return Ok(Results::default());
        }
        let as_typed = self.run(query, &words, false)?;
        if as_typed.total >= FEW || words.wholes.iter().all(|word| crate::query::slips(word) == 0) {
            return Ok(as_typed);
        }
        let with_slips = self.run(query, &words, true)?;
        Ok(if with_slips.total > as_typed.total { with_slips } else { as_typed })
    }

    /// The documents of some kinds that are about the same as a title, the best first.
    pub fn similar(&self, title: &str, kinds: &[Kind], visible: &[Visibility], limit: usize) -> Result<Vec<Similar>> {
        Ok(similar(&self.0.reader.searcher(), &self.0.fields, title, kinds, visible, limit)?)
    }

    fn run(&self, query: &Query, words: &Words, with_slips: bool) -> Result<Results> {
        let fields = &self.0.fields;
        let Some(matching) = matching(fields, words, with_slips) else {
            return Ok(Results::default());
        };
        let searcher = self.0.reader.searcher();
        let top = || TopDocs::with_limit(query.limit.max(1)).and_offset(query.offset).order_by_score();
        let every_kind: BooleanQuery = restricted(fields, matching.clone(), query, None);
        let (found, counts) = match query.kind {
            None => searcher.search(&every_kind, &(top(), KindCounts))?,
            Some(kind) => {
                let counts = searcher.search(&every_kind, &KindCounts)?;
                (searcher.search(&restricted(fields, matching, query, Some(kind)), &top())?, counts)
            }
        };
        let kind_counts: Vec<(Kind, u64)> = Kind::ALL.into_iter().zip(counts).collect();
        let total = kind_counts
            .iter()
            .filter(|(kind, _)| query.kind.is_none_or(|wanted| wanted == *kind))
            .map(|(_, count)| count)
            .sum();
        let mut hits = Vec::with_capacity(found.len());
        for (score, address) in found.into_iter().take(query.limit) {
            hits.extend(self.hit(&searcher, words, score, address, with_slips)?);
        }
        Ok(Results { hits, kind_counts, total, corrected: with_slips })
    }

    fn hit(
        &self,
        searcher: &tantivy::Searcher,
        words: &Words,
        score: f32,
        address: DocAddress,
        with_slips: bool,
    ) -> Result<Option<Hit>> {
        let fields = &self.0.fields;
        let document: TantivyDocument = searcher.doc(address)?;
        let text = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default();
        let number = |field| document.get_first(field).and_then(|value| value.as_i64());
        let kind = document.get_first(fields.kind).and_then(|value| value.as_u64()).and_then(Kind::from_code);
        Ok(kind.map(|kind| Hit {
            kind,
            id: number(fields.id).unwrap_or_default(),
            parent_id: number(fields.parent_id),
            title: highlight::title(words, text(fields.shown_title), with_slips),
            excerpt: highlight::excerpt(words, text(fields.body), with_slips),
            shelf: text(fields.shelf).to_owned(),
            author: text(fields.author).to_owned(),
            created_at: number(fields.created_at).unwrap_or_default(),
            score,
        }))
    }

    fn key(&self, kind: Kind, id: i64) -> Term {
        Term::from_field_text(self.0.fields.key, &format!("{}:{id}", kind.code()))
    }

    fn stored(&self, document: Document) -> TantivyDocument {
        let fields = &self.0.fields;
        let body: String = document.body.chars().take(BODY).collect();
        let tags = document.tags.join(" ");
        let mut stored = TantivyDocument::default();
        stored.add_text(fields.key, format!("{}:{}", document.kind.code(), document.id));
        stored.add_u64(fields.kind, document.kind.code());
        stored.add_i64(fields.id, document.id);
        if let Some(parent_id) = document.parent_id {
            stored.add_i64(fields.parent_id, parent_id);
        }
        stored.add_text(fields.body, &body);
        if document.kind == Kind::Answer {
            // The title is its question's: it helps to find the answer, but the question comes first.
            stored.add_text(fields.whole, &body);
            stored.add_text(fields.body, &document.title);
        } else {
            stored.add_text(fields.whole, format!("{} {tags} {body}", document.title));
            stored.add_text(fields.title, &document.title);
        }
        stored.add_text(fields.shown_title, document.title);
        stored.add_text(fields.tags, tags);
        stored.add_text(fields.shelf, document.shelf);
        stored.add_text(fields.author, document.author);
        stored.add_i64(fields.created_at, document.created_at);
        stored.add_u64(fields.visibility, document.visibility.code());
        stored
    }
}
