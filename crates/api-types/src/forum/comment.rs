//! Comments on posts.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::accounts::MemberSummary;
use crate::{CommentId, PostId, limits};

/// What the viewer may do with a comment, and whether they found it useful.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(clippy::struct_excessive_bools, reason = "each says by itself what the viewer may do")]
pub struct CommentViewer {
    /// Whether the viewer wrote it.
    pub is_author: bool,
    /// Whether the viewer found it useful.
    pub has_voted: bool,
    /// Whether the viewer may say that it is useful.
    pub can_vote: bool,
    /// Whether the viewer may edit it: its author may.
    pub can_edit: bool,
    /// Whether the viewer may delete it: its author may, and moderators.
    pub can_delete: bool,
}

/// A comment on a post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comment {
    /// The comment's id.
    pub id: CommentId,
    /// The post that it is on.
    pub post_id: PostId,
    /// The text as written, in markdown.
    pub body: String,
    /// The text as sanitised HTML.
    pub body_html: String,
    /// Who wrote it; null when it is by the one who asks in confidence.
    pub author: Option<MemberSummary>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was last edited, if it was.
    pub edited_at: Option<DateTime<Utc>>,
    /// How many found it useful.
    pub score: i32,
    /// The version, for `If-Match`.
    pub version: i32,
    /// What the viewer may do and has done.
    pub viewer: CommentViewer,
}

/// The text of a comment, new or changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewComment {
    /// The text, in markdown.
    #[garde(length(chars, min = 1, max = limits::COMMENT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    pub body: String,
}

/// Whether a comment is useful to the one who says so.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCommentVote {
    /// True for useful, false to take that back.
    #[garde(skip)]
    pub is_useful: bool,
}

/// The votes on a comment after one was cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommentVote {
    /// How many found it useful.
    pub score: i32,
    /// Whether the viewer did.
    pub has_voted: bool,
}
