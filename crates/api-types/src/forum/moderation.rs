//! What moderators do with threads and posts, and what authors do who take theirs back.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{CloseReason, SLOW_MODE};
use crate::{PostId, SpaceId, ThreadId, limits};

/// What moderators set of a thread; what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ThreadOrderPatch {
    /// Whether it stands above the others.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_pinned: Option<bool>,
    /// Whether nothing in it can be changed any more, but by moderators.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_locked: Option<bool>,
    /// How long one waits between two posts in it, in seconds; 0 for no time.
    #[garde(inner(range(min = 0, max = SLOW_MODE)))]
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 86400))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slow_mode_seconds: Option<i32>,
    /// The space that it is moved to.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub space_id: Option<SpaceId>,
    /// Why; its author reads it when it is moved.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default)]
    pub note: String,
}

/// Why a thread is closed.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewClosure {
    /// Why.
    #[garde(skip)]
    pub reason: CloseReason,
    /// The thread that it repeats, when that is why.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of_id: Option<ThreadId>,
    /// More about it, which its author reads.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default)]
    pub note: String,
}

/// Posts that become a thread of their own.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSplit {
    /// The posts; the first of them opens the new thread.
    #[garde(length(min = 1, max = 100))]
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub post_ids: Vec<PostId>,
    /// The new thread's title.
    #[garde(length(chars, min = limits::TITLE_MIN, max = limits::TITLE))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 150))]
    pub title: String,
    /// Why.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default)]
    pub note: String,
}

/// Where all that is in a thread goes.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMerge {
    /// The thread that it goes into.
    #[garde(skip)]
    pub into_id: ThreadId,
    /// Why; its author reads it.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default)]
    pub note: String,
}

/// Why something is deleted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDeletion {
    /// Why; its author reads it when somebody else deletes it.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default)]
    pub note: String,
}
