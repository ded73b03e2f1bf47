//! Posts: what opens a thread, answers and replies.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{Comment, Likeness, OnBehalf, Reaction, RepliedTo};
use crate::accounts::MemberSummary;
use crate::{OrganisationId, PostId, ThreadId, limits};

/// What the viewer may do with a post, and how they voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(clippy::struct_excessive_bools, reason = "each says by itself what the viewer may do")]
pub struct PostViewer {
    /// Whether the viewer wrote it.
    pub is_author: bool,
    /// The viewer's vote: 1, 0 or -1.
    pub vote: i32,
    /// Whether the viewer may vote on it.
    pub can_vote: bool,
    /// Whether the viewer may reply to it, comment on it, or suggest a change to it.
    pub can_respond: bool,
    /// Whether the viewer may react to it.
    pub can_react: bool,
    /// Whether the viewer may edit it.
    pub can_edit: bool,
    /// Whether the viewer may accept it, or, of the post that opens a thread, any of the answers.
    pub can_accept: bool,
    /// Whether the viewer may delete it; what opens a thread goes with the thread alone.
    pub can_delete: bool,
}

/// A post: what opens a thread, an answer or a reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Post {
    /// The post's id.
    pub id: PostId,
    /// The thread that it is in.
    pub thread_id: ThreadId,
    /// Its number in the thread, which begins with 1.
    pub number: i32,
    /// The text as written, in markdown.
    pub body: String,
    /// The text as sanitised HTML.
    pub body_html: String,
    /// Who wrote it; null when it is by the one who asks in confidence.
    pub author: Option<MemberSummary>,
    /// The organisation on whose behalf it was written, if it was.
    pub on_behalf_of: Option<OnBehalf>,
    /// How alike the author's organisation is to the viewer's, where both are known.
    pub likeness: Option<Likeness>,
    /// When it was posted.
    pub created_at: DateTime<Utc>,
    /// When it was last edited, if it was.
    pub edited_at: Option<DateTime<Utc>>,
    /// How many found it useful, less those who did not.
    pub score: i32,
    /// Whether the asker accepted it.
    pub is_accepted: bool,
    /// What it answers, when it is a reply to another than the first.
    pub reply_to: Option<RepliedTo>,
    /// How many answer it.
    pub reply_count: i32,
    /// The number of the first that answers it.
    pub first_reply: Option<i32>,
    /// How many comments it has.
    pub comment_count: i32,
    /// The first comments, the oldest first.
    pub comments: Vec<Comment>,
    /// The reactions to it; kinds that nobody chose are left out.
    pub reactions: Vec<Reaction>,
    /// The version, for `If-Match`.
    pub version: i32,
    /// What the viewer may do and has done.
    pub viewer: PostViewer,
}

/// The orders that answers can be listed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PostOrder {
    /// The accepted one first, then the most useful.
    #[default]
    Useful,
    /// Those of libraries like the viewer's first.
    LikeMine,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
}

impl PostOrder {
    /// Every order there is.
    pub const ALL: [Self; 4] = [Self::Useful, Self::LikeMine, Self::Newest, Self::Oldest];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Useful => "useful",
            Self::LikeMine => "like_mine",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }
}

/// Which part of a list to give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct PostQuery {
    /// The order of answers; replies come in the order of time.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<PostOrder>,
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

/// The text of an answer or reply, new or changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPost {
    /// The text, in markdown.
    #[garde(length(chars, min = 1, max = limits::MARKDOWN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    pub body: String,
    /// The post of the same thread that it answers, when that is not the first. It stays as it is when a post is
    /// changed.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<PostId>,
    /// The organisation on whose behalf it is written, when it is new: one that the author belongs to.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
}

/// A vote.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewVote {
    /// 1 for useful, -1 for not useful, 0 to take the vote back.
    #[garde(range(min = -1, max = 1))]
    #[cfg_attr(feature = "openapi", schema(minimum = -1, maximum = 1))]
    pub value: i32,
}

/// The votes on a post after one was cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Votes {
    /// How many found it useful, less those who did not.
    pub score: i32,
    /// The viewer's vote: 1, 0 or -1.
    pub vote: i32,
}

/// Markdown to be rendered as it would be when posted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPreview {
    /// The text, in markdown.
    #[garde(length(chars, max = limits::MARKDOWN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    pub body: String,
}

/// Rendered markdown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preview {
    /// Sanitised HTML, equal to what would be stored.
    pub html: String,
}
