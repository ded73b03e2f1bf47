//! Importing threads from elsewhere.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::limits;
use crate::membership::RowError;

/// How to import threads.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct ThreadImportQuery {
    /// True to say what would happen and write nothing.
    #[garde(skip)]
    #[serde(default)]
    pub preview: bool,
    /// The shelf of threads that name none.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", param(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
}

/// What an import of threads did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThreadImportReport {
    /// Whether it was only a preview.
    pub is_preview: bool,
    /// Rows read, one a thread.
    pub rows: u64,
    /// Threads that are new.
    pub created: u64,
    /// Threads that were known and have changed, in what opens them or in an answer.
    pub updated: u64,
    /// Threads that were known and have not changed.
    pub unchanged: u64,
    /// How many rows had errors and were left out.
    pub failed: u64,
    /// Posts that are new, those that open threads among them.
    pub posts_created: u64,
    /// Posts that were known and have changed.
    pub posts_updated: u64,
    /// Posts that the file has otherwise than before, but that were edited or deleted here: they stay as they are.
    pub posts_kept: u64,
    /// Authors who are new. None of them can sign in.
    pub members_created: u64,
    /// Comments that had no room under their post.
    pub comments_left_out: u64,
    /// The first hundred errors, each with its line.
    pub errors: Vec<RowError>,
}
