//! Mentioning members.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::{ThreadId, limits};

/// Whom somebody is about to mention.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct MentionQuery {
    /// The beginning of a name, or of a word in it.
    #[garde(length(chars, min = 1, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", param(min_length = 1, max_length = 120))]
    pub q: String,
    /// The thread that it is written in, if it is there already: then only those who may read it are given.
    #[garde(skip)]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread_id: Option<ThreadId>,
}

/// What being mentioned brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MentionSettings {
    /// Whether a mail tells the member that they are mentioned.
    #[garde(skip)]
    pub mails: bool,
}
