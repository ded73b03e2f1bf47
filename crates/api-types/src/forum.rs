//! Forum: questions and answers.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::accounts::MemberSummary;
use crate::topics::Shelf;
use crate::{AnswerId, Page, QuestionId, ShelfId, limits};

/// A question in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuestionSummary {
    /// The question's id.
    pub id: QuestionId,
    /// The words after the id in the page's address.
    pub slug: String,
    /// The question in one line.
    pub title: String,
    /// The first words of the text, without markup.
    pub excerpt: String,
    /// The slug of its shelf.
    pub shelf: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who asked.
    pub author: MemberSummary,
    /// When it was asked.
    pub created_at: DateTime<Utc>,
    /// How many answers it has.
    pub answer_count: i32,
    /// Whether an answer was accepted.
    pub is_answered: bool,
    /// How many found it useful, less those who did not.
    pub score: i32,
}

/// A question with its first answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Question {
    /// The question's id.
    pub id: QuestionId,
    /// The words after the id in the page's address.
    pub slug: String,
    /// The question in one line.
    pub title: String,
    /// The text as written, in markdown.
    pub body: String,
    /// The text as sanitised HTML.
    pub body_html: String,
    /// Its shelf.
    pub shelf: Shelf,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who asked.
    pub author: MemberSummary,
    /// When it was asked.
    pub created_at: DateTime<Utc>,
    /// When it was last edited, if it was.
    pub edited_at: Option<DateTime<Utc>>,
    /// How many answers it has.
    pub answer_count: i32,
    /// The accepted answer, if there is one.
    pub accepted_answer_id: Option<AnswerId>,
    /// How many found it useful, less those who did not.
    pub score: i32,
    /// The version, for `If-Match`.
    pub version: i32,
    /// What the viewer may do and has done.
    pub viewer: PostViewer,
    /// The first answers: the accepted one first, then the most useful.
    pub answers: Page<Answer>,
}

/// What the viewer may do with a question or answer, and how they voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostViewer {
    /// The viewer's vote: 1, 0 or -1.
    pub vote: i32,
    /// Whether the viewer may vote on it.
    pub can_vote: bool,
    /// Whether the viewer may edit it.
    pub can_edit: bool,
    /// Whether the viewer may accept an answer (of a question), or this answer (of an answer).
    pub can_accept: bool,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Answer {
    /// The answer's id.
    pub id: AnswerId,
    /// The question it answers.
    pub question_id: QuestionId,
    /// The text as written, in markdown.
    pub body: String,
    /// The text as sanitised HTML.
    pub body_html: String,
    /// Who answered.
    pub author: MemberSummary,
    /// When it was posted.
    pub created_at: DateTime<Utc>,
    /// When it was last edited, if it was.
    pub edited_at: Option<DateTime<Utc>>,
    /// How many found it useful, less those who did not.
    pub score: i32,
    /// Whether the asker accepted it.
    pub is_accepted: bool,
    /// The version, for `If-Match`.
    pub version: i32,
    /// What the viewer may do and has done.
    pub viewer: PostViewer,
}

/// The orders that questions can be listed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuestionSort {
    /// The newest first.
    #[default]
    Newest,
    /// Those with the latest answers or edits first.
    Active,
}

/// Which questions to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct QuestionQuery {
    /// The order.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<QuestionSort>,
    /// Only questions without an answer.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered: Option<bool>,
    /// Only questions on the shelf with this slug.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", param(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
    /// Only questions with this tag.
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

/// Which part of a list to give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct AnswerQuery {
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

/// A new question.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewQuestion {
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
}

/// A change to a question; what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionPatch {
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

/// The text of an answer, new or changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAnswer {
    /// The text, in markdown.
    #[garde(length(chars, min = 1, max = limits::MARKDOWN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    pub body: String,
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

/// The votes on a question or answer after one was cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Votes {
    /// How many found it useful, less those who did not.
    pub score: i32,
    /// The viewer's vote: 1, 0 or -1.
    pub vote: i32,
}

/// Which answer is accepted; null takes the acceptance back.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptedAnswer {
    /// The answer, which must be one of the question's.
    #[garde(skip)]
    pub answer_id: Option<AnswerId>,
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
