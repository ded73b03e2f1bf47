//! The code of conduct, and the note about it for who posts for the first time.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::limits;
use crate::membership::Language;

/// In which language something is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct LanguageQuery {
    /// The language; English unless said.
    #[garde(skip)]
    #[serde(default)]
    pub language: Language,
}

/// How members treat each other, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeOfConduct {
    /// The language.
    pub language: Language,
    /// The main points, in markdown.
    pub summary: String,
    /// The main points, as sanitised HTML.
    pub summary_html: String,
    /// The whole, in markdown.
    pub text: String,
    /// The whole, as sanitised HTML.
    pub text_html: String,
    /// Whether the network has written it itself.
    pub is_own: bool,
    /// The version, for changing it; 0 until it is changed for the first time.
    pub version: i32,
}

/// The network's own code of conduct in one language. What is empty is as the software has it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCodeOfConduct {
    /// The language.
    #[garde(skip)]
    pub language: Language,
    /// The main points, in markdown.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub summary: String,
    /// The whole, in markdown.
    #[garde(length(chars, max = limits::MARKDOWN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20_000))]
    pub text: String,
}

/// The note for who posts for the first time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FirstPostNote {
    /// Whether to show it: to a member who has neither posted yet nor put it away.
    pub is_shown: bool,
    /// The main points of the code of conduct, as sanitised HTML; empty when it is not shown.
    pub summary_html: String,
}
