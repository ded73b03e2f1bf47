//! Personal data: what is kept of a member, taking it along, and having it erased (UK GDPR, articles 15, 17 and 20).

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::MemberId;

/// Everything that is kept of a member, as it stands in the store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DataExport {
    /// The member.
    pub member_id: MemberId,
    /// When it was put together.
    pub exported_at: DateTime<Utc>,
    /// The data, one part for each kind of thing.
    pub parts: Vec<DataPart>,
}

/// The things of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DataPart {
    /// The kind, such as `questions`.
    pub name: String,
    /// The things, by their columns. Times are milliseconds since 1970 in UTC. Hashes of secrets are left out.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Object>))]
    pub rows: Vec<serde_json::Value>,
}

/// What becomes of what a member wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PostsAfter {
    /// It stays, without the name.
    #[default]
    Keep,
    /// It goes; a question that others have answered stays without its words.
    Remove,
}

/// A wish to have all of one's data erased. It cannot be undone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewErasure {
    /// What becomes of questions, answers and resources.
    #[garde(skip)]
    pub posts: PostsAfter,
    /// Must be true: it cannot be undone.
    #[garde(skip)]
    pub understands: bool,
}
