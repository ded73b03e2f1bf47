//! What members follow and keep, and how far they have read.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{ThreadKind, ThreadSummary};
use crate::limits;

/// What can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FollowKind {
    /// A question or discussion.
    Thread,
    /// What carries a tag.
    Tag,
    /// What stands on a shelf.
    Shelf,
    /// What is in a space.
    Space,
    /// What a member begins, except in confidence.
    Member,
}

impl FollowKind {
    /// Every kind there is.
    pub const ALL: [Self; 5] = [Self::Thread, Self::Tag, Self::Shelf, Self::Space, Self::Member];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Tag => "tag",
            Self::Shelf => "shelf",
            Self::Space => "space",
            Self::Member => "member",
        }
    }
}

/// To follow something, or no longer.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewFollow {
    /// What it is.
    #[garde(skip)]
    pub kind: FollowKind,
    /// Its id.
    #[garde(range(min = 1))]
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub id: i64,
    /// True to follow it, false to follow it no longer.
    #[garde(skip)]
    pub is_on: bool,
}

/// Whether something is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowState {
    /// Whether it is.
    pub is_followed: bool,
}

/// Something that the member follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Follow {
    /// What it is.
    pub kind: FollowKind,
    /// Its id.
    pub id: i64,
    /// Its name or title.
    pub name: String,
    /// The words in its address, where it has some.
    pub slug: String,
    /// What a thread is.
    pub thread_kind: Option<ThreadKind>,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// Which part of a list to give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct KeptQuery {
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

/// What following brings beside the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FollowSettings {
    /// Whether a mail tells of new answers in threads that the member follows.
    #[garde(skip)]
    pub mails: bool,
}

/// A note to keep a thread with.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewBookmark {
    /// A note for oneself.
    #[garde(length(chars, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default)]
    pub note: String,
}

/// A thread that the member keeps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bookmark {
    /// The thread.
    pub thread: ThreadSummary,
    /// The note.
    pub note: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// That somebody looks at a thread.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewView {
    /// The highest number of a post that was shown: those up to it are read.
    #[garde(range(min = 1))]
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub number: i32,
}

/// How often a thread was looked at, and how far the viewer has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThreadRead {
    /// How often it was looked at: once a day by each.
    pub view_count: i32,
    /// The highest number that the viewer has read, if one is signed in.
    pub last_read: Option<i32>,
}

/// What a thread is to the viewer, and what they may do in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(clippy::struct_excessive_bools, reason = "each says by itself what the viewer is or may do")]
pub struct ThreadViewer {
    /// Whether the viewer follows it.
    pub is_followed: bool,
    /// Whether the viewer keeps it.
    pub is_bookmarked: bool,
    /// The highest number that the viewer has read, if any.
    pub last_read: Option<i32>,
    /// Whether the viewer keeps it in order.
    pub can_moderate: bool,
    /// Whether the viewer may answer or reply.
    pub can_post: bool,
    /// Whether the viewer may delete it.
    pub can_delete: bool,
}
