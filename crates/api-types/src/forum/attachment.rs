//! Files and pictures within posts.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::limits;

/// What an uploaded file is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct AttachmentQuery {
    /// The name, with its ending.
    #[garde(length(chars, min = 1, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", param(min_length = 1, max_length = 200))]
    pub name: String,
}

/// A file or picture to be put into a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attachment {
    /// The path that it is served at, which cannot be guessed.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size: i64,
    /// Whether it is a picture, which posts show.
    pub is_picture: bool,
}
