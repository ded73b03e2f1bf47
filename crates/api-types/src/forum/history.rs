//! The history of a post, and changes that others suggest.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::ThreadLink;
use crate::accounts::MemberSummary;
use crate::{PostId, RevisionId, SuggestionId, limits};

/// What became of a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// They stayed.
    Same,
    /// They were added.
    Added,
    /// They were taken away.
    Removed,
}

/// A run of words, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// The words.
    pub text: String,
}

/// A state of a post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostRevision {
    /// The id of an earlier state; null for the present one.
    pub id: Option<RevisionId>,
    /// The version, which begins with 1.
    pub version: i32,
    /// The title against the one before; empty when the post has none.
    pub title: Vec<Change>,
    /// The tags against those before.
    pub tags: Vec<Change>,
    /// The text, in markdown, against the one before.
    pub body: Vec<Change>,
    /// Who wrote this state; null when it is by the one who asks in confidence.
    pub author: Option<MemberSummary>,
    /// Since when the post said this.
    pub created_at: DateTime<Utc>,
    /// Why the text was removed, if it was.
    pub removal_reason: Option<String>,
    /// Whether the viewer may remove the text.
    pub can_remove: bool,
}

/// Which part of a history to give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct RevisionQuery {
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

/// Why the text of an earlier state is to be removed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRevisionRemoval {
    /// The reason, which everybody sees who sees the history.
    #[garde(length(chars, min = 1, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub reason: String,
}

/// What became of a suggestion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SuggestionStatus {
    /// Nobody has decided yet.
    #[default]
    Open,
    /// The post says it now.
    Accepted,
    /// The post stays as it was.
    Declined,
}

impl SuggestionStatus {
    /// Every status there is.
    pub const ALL: [Self; 3] = [Self::Open, Self::Accepted, Self::Declined];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
        }
    }
}

/// A suggested change to a post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// The suggestion's id.
    pub id: SuggestionId,
    /// The post.
    pub post_id: PostId,
    /// The thread that the post is in.
    pub thread: ThreadLink,
    /// Who suggests it; null when it is the one who asks in confidence.
    pub author: Option<MemberSummary>,
    /// Why.
    pub note: String,
    /// The suggested text against the one that it was written upon.
    pub changes: Vec<Change>,
    /// What became of it.
    pub status: SuggestionStatus,
    /// Why it was declined, if it was.
    pub reason: Option<String>,
    /// When it was suggested.
    pub created_at: DateTime<Utc>,
    /// Whether the post was changed meanwhile: it can then be declined only.
    pub is_outdated: bool,
    /// Whether the viewer may decide.
    pub can_decide: bool,
    /// Whether the viewer suggests it.
    pub is_mine: bool,
}

/// Which suggestions to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct SuggestionQuery {
    /// True for those that the caller made, whatever became of them; otherwise the open ones that wait for the caller.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mine: Option<bool>,
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

/// A change to a post to be suggested.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSuggestion {
    /// The version of the post that it was written upon.
    #[garde(skip)]
    pub version: i32,
    /// The whole text as it should be, in markdown.
    #[garde(length(chars, min = 1, max = limits::MARKDOWN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    pub body: String,
    /// Why, for the author.
    #[garde(length(chars, min = 1, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 2000))]
    pub note: String,
}

/// Why a suggestion is declined.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRefusal {
    /// The reason, for the one who suggested it.
    #[garde(length(chars, min = 1, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 2000))]
    pub reason: String,
}
