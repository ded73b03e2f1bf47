//! The search engine: what is indexed, how words are read, how queries rank, how hits are shown.
//!
//! It knows documents, not tables: the domain turns rows into [`Document`]s and feeds them in. The index
//! is a derived view that can be rebuilt at any time. Deliberately absent: HTTP, the database, and
//! tantivy's query language, which nobody who types into a search box has asked for.

mod analysis;
mod collect;
mod highlight;
mod index;
mod query;
mod schema;
mod similar;

pub use index::Index;
pub use similar::Similar;

/// The result of a call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine failed.
    #[error("the search index failed")]
    Engine(#[from] tantivy::TantivyError),
    /// The index's folder could not be read or written.
    #[error("the folder of the search index cannot be used")]
    Folder(#[from] std::io::Error),
}

/// What kind of thing a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A question.
    Question,
    /// An answer.
    Answer,
    /// A resource.
    Resource,
    /// A discussion.
    Discussion,
    /// A reply in a discussion.
    Reply,
}

impl Kind {
    /// Every kind there is.
    pub const ALL: [Self; 5] = [Self::Question, Self::Answer, Self::Resource, Self::Discussion, Self::Reply];

    const fn code(self) -> u64 {
        match self {
            Self::Question => 0,
            Self::Answer => 1,
            Self::Resource => 2,
            Self::Discussion => 3,
            Self::Reply => 4,
        }
    }

    fn from_code(code: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Who may find a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Anybody.
    Public,
    /// Members.
    Members,
    /// Those who belong to the space with this id.
    Space(i64),
}

impl Visibility {
    const fn code(self) -> u64 {
        match self {
            Self::Public => 0,
            Self::Members => 1,
            // Ids begin with 1.
            Self::Space(id) => 1 + id.unsigned_abs(),
        }
    }
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// Its id among its kind.
    pub id: i64,
    /// The id of the thread, for an answer or reply.
    pub parent_id: Option<i64>,
    /// The title.
    pub title: String,
    /// The text, plain. Only the first 20,000 characters are indexed.
    pub body: String,
    /// The tags.
    pub tags: Vec<String>,
    /// The slug of the shelf.
    pub shelf: String,
    /// The author's name, to be shown.
    pub author: String,
    /// Seconds since 1970, to be shown.
    pub created_at: i64,
    /// Who may find it.
    pub visibility: Visibility,
}

/// A change to the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds a document, or replaces the one with the same kind and id.
    Put(Document),
    /// Removes a document.
    Delete {
        /// What it is.
        kind: Kind,
        /// Its id among its kind.
        id: i64,
    },
}

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The words as typed. The last may be unfinished; words in double quotes must stand together.
    pub text: String,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this shelf.
    pub shelf: Option<String>,
    /// The classes that the viewer may see; nothing else is found or counted.
    pub visible: Vec<Visibility>,
    /// How many hits to give.
    pub limit: usize,
    /// How many of the best hits to pass over.
    pub offset: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// The hits, the best first.
    pub hits: Vec<Hit>,
    /// How many of each kind there are, whatever kind was asked for.
    pub kind_counts: Vec<(Kind, u64)>,
    /// How many there are of the kind that was asked for.
    pub total: u64,
    /// Whether words spelt much alike were taken.
    pub corrected: bool,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Its id among its kind.
    pub id: i64,
    /// The id of the thread, for an answer or reply.
    pub parent_id: Option<i64>,
    /// The title, in runs.
    pub title: Vec<Segment>,
    /// The part of the text that matches best, in runs.
    pub excerpt: Vec<Segment>,
    /// The slug of the shelf.
    pub shelf: String,
    /// The author's name.
    pub author: String,
    /// Seconds since 1970.
    pub created_at: i64,
    /// How well it matches; comparable within one answer only.
    pub score: f32,
}

/// A run of text, either matching or not. Highlights are never HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The text.
    pub text: String,
    /// Whether it matches.
    pub hit: bool,
}
