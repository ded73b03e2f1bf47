//! The network's own questions of the registration form, which staff set.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::OrganisationKind;
use crate::{FormQuestionId, limits};

words! {
    /// How a question is answered.
    FormQuestionKind {
        /// With one line.
        Text = "text",
        /// With several lines.
        LongText = "long_text",
        /// With one of several options.
        Choice = "choice",
        /// With yes or no.
        YesNo = "yes_no",
    }
}

/// A text in both languages of the network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// In English.
    #[garde(length(chars, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub en: String,
    /// In Welsh; empty to show the English one.
    #[garde(length(chars, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    #[serde(default)]
    pub cy: String,
}

/// A question of the network's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FormQuestion {
    /// The question's id.
    pub id: FormQuestionId,
    /// Whom it is put to.
    pub member_type: OrganisationKind,
    /// How it is answered.
    pub kind: FormQuestionKind,
    /// The question.
    pub label: Bilingual,
    /// A word of help.
    pub hint: Bilingual,
    /// The options of a choice; the English text is the answer.
    pub options: Vec<Bilingual>,
    /// Whether it must be answered; a yes or no that must be answered must be yes.
    pub is_required: bool,
    /// Its place among the questions of its member type, from 1.
    pub position: i32,
    /// The version, for edits.
    pub version: i32,
}

/// A new question; it comes after those that there are.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewFormQuestion {
    /// Whom it is put to.
    #[garde(skip)]
    pub member_type: OrganisationKind,
    /// How it is answered.
    #[garde(skip)]
    pub kind: FormQuestionKind,
    /// The question.
    #[garde(dive)]
    pub label: Bilingual,
    /// A word of help.
    #[garde(dive)]
    #[serde(default)]
    pub hint: Bilingual,
    /// The options of a choice, two or more.
    #[garde(length(max = 30), dive)]
    #[cfg_attr(feature = "openapi", schema(max_items = 30))]
    #[serde(default)]
    pub options: Vec<Bilingual>,
    /// Whether it must be answered.
    #[garde(skip)]
    #[serde(default)]
    pub is_required: bool,
}

/// A change of a question: what is absent stays. Answers that were given keep the words they answered.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FormQuestionPatch {
    /// The question.
    #[garde(dive)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Bilingual>,
    /// A word of help.
    #[garde(dive)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Bilingual>,
    /// The options of a choice, two or more.
    #[garde(dive)]
    #[cfg_attr(feature = "openapi", schema(max_items = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<Bilingual>>,
    /// Whether it must be answered.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_required: Option<bool>,
    /// Its place among the questions of its member type, from 1.
    #[garde(inner(range(min = 1, max = 100)))]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<i32>,
}

/// An answer to one of the network's own questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewFormAnswer {
    /// The question.
    #[garde(skip)]
    pub question_id: FormQuestionId,
    /// The answer: a text, the English text of an option, or `yes` or `no`.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub answer: String,
}

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FormAnswer {
    /// The question as it was put.
    pub question: String,
    /// The answer.
    pub answer: String,
}
