//! Search: one search over questions, answers and resources.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::{ThreadId, limits};

/// The kinds of things that are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SearchKind {
    /// A question.
    Question,
    /// An answer to a question.
    Answer,
    /// A resource.
    Resource,
    /// A discussion.
    Discussion,
    /// A reply in a discussion.
    Reply,
}

impl SearchKind {
    /// Every kind there is.
    pub const ALL: [Self; 5] = [Self::Question, Self::Answer, Self::Resource, Self::Discussion, Self::Reply];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Resource => "resource",
            Self::Discussion => "discussion",
            Self::Reply => "reply",
        }
    }
}

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct SearchQuery {
    /// The words, 2 characters or more; words in double quotes must stand together.
    #[garde(length(chars, min = 2, max = limits::SEARCH))]
    #[cfg_attr(feature = "openapi", param(min_length = 2, max_length = 400))]
    pub q: String,
    /// Only things of this kind.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SearchKind>,
    /// Only things on the shelf with this slug.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", param(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor that the page before gave.
    #[garde(inner(length(bytes, max = limits::CURSOR)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchResults {
    /// This page of the things found.
    pub items: Vec<SearchHit>,
    /// The cursor of the next page, or null on the last one.
    pub next: Option<String>,
    /// How many were found in all.
    pub total: u64,
    /// How many of each kind there are, whatever kind was asked for.
    pub kinds: Vec<KindCount>,
    /// Whether nothing matched as typed, and words spelt much alike were taken instead.
    pub is_corrected: bool,
}

/// How many things of a kind were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KindCount {
    /// The kind.
    pub kind: SearchKind,
    /// How many.
    pub count: u64,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchHit {
    /// What it is.
    pub kind: SearchKind,
    /// Its id, of the type that its kind says.
    pub id: i64,
    /// The question, when it is an answer.
    pub thread_id: Option<ThreadId>,
    /// The title (of its question, when it is an answer), in runs.
    pub title: Vec<Segment>,
    /// The part of the text that matches best, in runs.
    pub excerpt: Vec<Segment>,
    /// The slug of its shelf.
    pub shelf: String,
    /// The name of its author.
    pub author: String,
    /// When it was posted.
    pub created_at: DateTime<Utc>,
}

/// A run of text, either matching the query or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Segment {
    /// The text, plain.
    pub text: String,
    /// Whether it matches.
    pub hit: bool,
}
