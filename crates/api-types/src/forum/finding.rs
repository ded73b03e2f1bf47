//! Finding one's way in the forum: reactions, replies to replies, long threads.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::Post;
use crate::accounts::MemberSummary;
use crate::{PostId, limits};

/// What one may say of a post with one press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReactionKind {
    /// Thank you.
    Thanks,
    /// So do we.
    Agree,
    /// Well done.
    Celebrate,
    /// That gives me something to think about.
    Thinking,
}

impl ReactionKind {
    /// Every kind there is, in the order that they are shown in.
    pub const ALL: [Self; 4] = [Self::Thanks, Self::Agree, Self::Celebrate, Self::Thinking];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Thanks => "thanks",
            Self::Agree => "agree",
            Self::Celebrate => "celebrate",
            Self::Thinking => "thinking",
        }
    }
}

/// How often a reaction was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reaction {
    /// Which.
    pub kind: ReactionKind,
    /// By how many.
    pub count: i64,
    /// Whether the viewer is one of them.
    pub is_mine: bool,
}

/// A reaction, or that it is taken back.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReaction {
    /// Which.
    #[garde(skip)]
    pub kind: ReactionKind,
    /// True to react, false to take it back.
    #[garde(skip)]
    pub is_on: bool,
}

/// The post that another answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RepliedTo {
    /// Its id.
    pub id: PostId,
    /// Its number in the thread.
    pub number: i32,
    /// Who wrote it; null when it is by the one who asks in confidence.
    pub author: Option<MemberSummary>,
}

/// Which part of a thread to show: around a number, before one or after one. The first of these that is given counts;
/// without any it is the beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct PostWindowQuery {
    /// Around the post with this number.
    #[garde(inner(range(min = 1)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<i32>,
    /// Those right before this number.
    #[garde(inner(range(min = 1)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<i32>,
    /// Those right after this number.
    #[garde(inner(range(min = 1)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<i32>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Part of a thread, in the order of its numbers. What opens the thread is not in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostWindow {
    /// The posts.
    pub items: Vec<Post>,
    /// The number to ask for those before, or null when there are none.
    pub before: Option<i32>,
    /// The number to ask for those after, or null when there are none.
    pub after: Option<i32>,
}
