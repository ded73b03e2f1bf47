//! Threads: questions and discussions.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{OnBehalf, Post, SpaceSummary, ThreadView, ThreadViewer};
use crate::accounts::MemberSummary;
use crate::membership::Nation;
use crate::resources::GuideLink;
use crate::topics::Shelf;
use crate::{OrganisationId, Page, PostId, ShelfId, SpaceId, ThreadId, limits};

/// What a thread is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ThreadKind {
    /// A question, with answers of which one may be accepted.
    #[default]
    Question,
    /// A discussion, with replies in the order of time.
    Discussion,
}

impl ThreadKind {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Discussion => "discussion",
        }
    }
}

/// Why a thread was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CloseReason {
    /// Another thread is about the same.
    Duplicate,
    /// It is about something else than the network is for.
    OffTopic,
    /// It was settled elsewhere.
    ResolvedElsewhere,
}

impl CloseReason {
    /// Every reason there is.
    pub const ALL: [Self; 3] = [Self::Duplicate, Self::OffTopic, Self::ResolvedElsewhere];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Duplicate => "duplicate",
            Self::OffTopic => "off_topic",
            Self::ResolvedElsewhere => "resolved_elsewhere",
        }
    }
}

/// A thread as others point to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThreadLink {
    /// The thread's id.
    pub id: ThreadId,
    /// What it is.
    pub kind: ThreadKind,
    /// The words after the id in the page's address.
    pub slug: String,
    /// Its title.
    pub title: String,
}

/// That a thread takes no more answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closure {
    /// Why.
    pub reason: CloseReason,
    /// Since when.
    pub closed_at: DateTime<Utc>,
    /// The thread that it repeats, if the viewer may see that one.
    pub duplicate_of: Option<ThreadLink>,
}

/// A thread in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark that is shown by itself")]
pub struct ThreadSummary {
    /// The thread's id.
    pub id: ThreadId,
    /// What it is.
    pub kind: ThreadKind,
    /// The words after the id in the page's address.
    pub slug: String,
    /// The question or subject in one line.
    pub title: String,
    /// The first words of the text, without markup.
    pub excerpt: String,
    /// The slug of its shelf.
    pub shelf: String,
    /// The space that it is in.
    pub space: SpaceSummary,
    /// Its tags.
    pub tags: Vec<String>,
    /// Where it applies; null for everywhere.
    pub nation: Option<Nation>,
    /// Who began it; null when it was asked in confidence.
    pub author: Option<MemberSummary>,
    /// The organisation on whose behalf it was begun, if it was.
    pub on_behalf_of: Option<OnBehalf>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When something last happened in it.
    pub active_at: DateTime<Utc>,
    /// How many answers or replies it has.
    pub answer_count: i32,
    /// Whether an answer was accepted.
    pub is_answered: bool,
    /// Whether a library like the viewer's has answered.
    pub is_answered_by_alike: bool,
    /// Whether its accepted answer became a guide that is published.
    pub became_guide: bool,
    /// Whether it was asked in confidence.
    pub is_confidential: bool,
    /// Whether it stands above the others.
    pub is_pinned: bool,
    /// Whether it takes no more answers, for one reason or another.
    pub is_closed: bool,
    /// How many found it useful, less those who did not.
    pub score: i32,
    /// How many posts by others are new since the viewer last looked at it; 0 where they never did.
    pub new_count: i32,
}

/// A thread with its first answers or replies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark that is shown by itself")]
pub struct Thread {
    /// The thread's id.
    pub id: ThreadId,
    /// What it is.
    pub kind: ThreadKind,
    /// The words after the id in the page's address.
    pub slug: String,
    /// The question or subject in one line.
    pub title: String,
    /// Its shelf.
    pub shelf: Shelf,
    /// The space that it is in.
    pub space: SpaceSummary,
    /// Its tags.
    pub tags: Vec<String>,
    /// Where it applies; null for everywhere.
    pub nation: Option<Nation>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// How many answers or replies it has.
    pub answer_count: i32,
    /// The highest number of a post in it.
    pub last_number: i32,
    /// The accepted answer, if there is one.
    pub accepted_answer_id: Option<PostId>,
    /// The guide that the accepted answer became, if the viewer may see it.
    pub guide: Option<GuideLink>,
    /// Whether the viewer may make a guide of the accepted answer.
    pub can_make_guide: bool,
    /// How often it was looked at by different people.
    pub view_count: i32,
    /// Whether it was asked in confidence.
    pub is_confidential: bool,
    /// Whether it stands above the others.
    pub is_pinned: bool,
    /// Whether nothing in it can be changed any more.
    pub is_locked: bool,
    /// Whether it takes no more answers, and why.
    pub closed: Option<Closure>,
    /// How long one waits between two posts in it, in seconds; 0 for no time.
    pub slow_mode_seconds: i32,
    /// What it is to the viewer, and what they may do in it.
    pub viewer: ThreadViewer,
    /// What opens it: its number is 1. Its version is the thread's, for `If-Match`.
    pub opening: Post,
    /// The first answers, the accepted one first, then the most useful; or the first replies, the oldest first.
    pub answers: Page<Post>,
}

/// The orders that questions can be listed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ThreadSort {
    /// The newest first.
    #[default]
    Newest,
    /// Those with the latest answers or edits first.
    Active,
}

/// Which threads to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct ThreadQuery {
    /// The order.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<ThreadSort>,
    /// Only threads in the space with this slug.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", param(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub space: Option<String>,
    /// Only threads by members of libraries like the viewer's.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like_mine: Option<bool>,
    /// Only threads without an answer.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered: Option<bool>,
    /// Only the threads of a view.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<ThreadView>,
    /// Only threads with, or without, an accepted answer.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<bool>,
    /// Only threads that apply to this nation.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// Only threads on the shelf with this slug.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", param(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
    /// Only threads with this tag.
    #[garde(inner(length(chars, max = limits::TAG)))]
    #[cfg_attr(feature = "openapi", param(max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
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

/// A new question or discussion.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewThread {
    /// The question in one line.
    #[garde(length(chars, min = limits::TITLE_MIN, max = limits::TITLE))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 150))]
    pub title: String,
    /// The text, in markdown.
    #[garde(length(chars, min = 1, max = limits::MARKDOWN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    pub body: String,
    /// The shelf it stands on.
    #[garde(skip)]
    pub shelf_id: ShelfId,
    /// Up to five tags: letters, digits and hyphens.
    #[garde(length(max = limits::TAGS), inner(length(chars, min = 1, max = limits::TAG)))]
    #[cfg_attr(feature = "openapi", schema(max_items = 5, max_length = 30))]
    #[serde(default)]
    pub tags: Vec<String>,
    /// The space that it is in; the open forum unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub space_id: Option<SpaceId>,
    /// Where it applies; everywhere unless said.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nation: Option<Nation>,
    /// Whether a question is asked in confidence: members see it without who asks.
    #[garde(skip)]
    #[serde(default)]
    pub is_confidential: bool,
    /// The organisation on whose behalf it is begun: one that the author belongs to. Not in confidence.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
}

/// A change to a thread; what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ThreadPatch {
    /// The question in one line.
    #[garde(inner(length(chars, min = limits::TITLE_MIN, max = limits::TITLE)))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 150))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text, in markdown.
    #[garde(inner(length(chars, min = 1, max = limits::MARKDOWN)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The shelf it stands on.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf_id: Option<ShelfId>,
    /// Up to five tags: letters, digits and hyphens.
    #[garde(inner(length(max = limits::TAGS), inner(length(chars, min = 1, max = limits::TAG))))]
    #[cfg_attr(feature = "openapi", schema(max_items = 5, max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// Which answer is accepted; null takes the acceptance back.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptedAnswer {
    /// The answer, which must be one of the question's.
    #[garde(skip)]
    pub answer_id: Option<PostId>,
}
