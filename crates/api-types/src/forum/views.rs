//! The views of the lists of threads.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::ThreadKind;

/// A view of a list: only some of the threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ThreadView {
    /// Questions with answers of which none was accepted.
    NeedsAccepted,
    /// Those with a tag that the member follows.
    MyTags,
    /// Those that the member follows, or whose tag, shelf, space or author they follow.
    Followed,
    /// Those begun by people whose organisation is in the region of the member's.
    MyRegion,
    /// Those that the member has looked at, with something new since.
    Unread,
}

/// Which threads to count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct ThreadCountQuery {
    /// Questions or discussions.
    #[garde(skip)]
    pub kind: ThreadKind,
}

/// How many threads are in the views of a list, 100 at most: beyond that nobody counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThreadCounts {
    /// Without an answer.
    pub unanswered: i64,
    /// With answers, but without an accepted one.
    pub needs_accepted: i64,
    /// With something new for the member.
    pub unread: i64,
}
