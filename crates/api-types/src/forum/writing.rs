//! What helps with writing: what was asked already, and drafts.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{ThreadLink, ThreadSummary};
use crate::limits;

/// Which title to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct SimilarQuery {
    /// The title as far as it is typed; its last word may be unfinished.
    #[garde(length(chars, min = 2, max = limits::TITLE))]
    #[cfg_attr(feature = "openapi", param(min_length = 2, max_length = 150))]
    pub title: String,
}

/// A thread that is about the same as a title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarThread {
    /// The thread.
    pub thread: ThreadSummary,
    /// Whether most of the words are the same: it may well be the same question.
    pub is_close: bool,
}

/// What is being written at one place: a new question (`question`), a new discussion (`discussion`), an answer or a
/// reply in a thread (`thread-7`), a change to a post (`post-7`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostDraft {
    /// The place. A draft that another one took the place of has `~` and a number at the end.
    pub key: String,
    /// The title.
    pub title: String,
    /// The text, in markdown.
    pub body: String,
    /// The id of the shelf, or nothing.
    pub shelf: String,
    /// The tags, as typed.
    pub tags: String,
    /// Whether it is to be asked in confidence.
    pub is_confidential: bool,
    /// The id of the space that it goes to; empty for the open forum.
    pub space: String,
    /// When it was saved; null when there is nothing.
    pub saved_at: Option<DateTime<Utc>>,
    /// The version, which the next one is written upon; 0 when there is nothing.
    pub version: i32,
    /// The key under which the draft is kept that another browser saved meanwhile; only in the answer to saving.
    pub kept_as: Option<String>,
    /// The thread that it is to be part of, if it is one that the viewer may read.
    pub thread: Option<ThreadLink>,
}

/// A draft to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPostDraft {
    /// The version that it was written upon; 0 for none. When another one has been saved since, both are kept.
    #[garde(range(min = 0))]
    #[cfg_attr(feature = "openapi", schema(minimum = 0))]
    #[serde(default)]
    pub version: i32,
    /// The title.
    #[garde(length(chars, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default)]
    pub title: String,
    /// The text, in markdown.
    #[garde(length(chars, max = limits::MARKDOWN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    #[serde(default)]
    pub body: String,
    /// The id of the shelf, or nothing.
    #[garde(length(chars, max = limits::TAG))]
    #[cfg_attr(feature = "openapi", schema(max_length = 30))]
    #[serde(default)]
    pub shelf: String,
    /// The tags, as typed.
    #[garde(length(chars, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default)]
    pub tags: String,
    /// Whether it is to be asked in confidence.
    #[garde(skip)]
    #[serde(default)]
    pub is_confidential: bool,
    /// The id of the space that it goes to; empty for the open forum.
    #[garde(length(chars, max = limits::TAG))]
    #[cfg_attr(feature = "openapi", schema(max_length = 30))]
    #[serde(default)]
    pub space: String,
}
