//! Errors in words, at their fields and in a summary.

use client::Error;
use client::types::ErrorCode;
use yew::prelude::*;

use crate::hooks::{focus, use_text};
use crate::text::{Language, Text};

/// An error in the words of the language.
pub fn error_text(text: &Text, error: &Error) -> AttrValue {
    match error {
        // The server says in English what this case asks for; other languages get the general words.
        Error::Problem(problem) if text.language == Language::English && is_particular(problem.code) => {
            problem.detail.clone().into()
        }
        Error::Problem(problem) => {
            let code = serde_json::to_string(&problem.code).unwrap_or_default();
            let code = code.trim_matches('"');
            let minutes = problem.retry_after_seconds.unwrap_or(0).div_ceil(60).max(1);
            text.count(&format!("error-{code}"), i64::try_from(minutes).unwrap_or(i64::MAX))
        }
        Error::Network(_) => text.t("error-network"),
        Error::Contract(_) => text.t("error-contract"),
    }
}

/// Whether the detail of a problem says more than its code.
const fn is_particular(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::Conflict | ErrorCode::Invalid | ErrorCode::UnsupportedMediaType)
}

/// What is wrong with a form: at its fields, or with all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormErrors {
    /// The field's path and what to do.
    pub fields: Vec<(AttrValue, AttrValue)>,
    /// What is wrong with none of the fields.
    pub general: Option<AttrValue>,
}

impl FormErrors {
    /// The errors of a call, if it failed.
    pub fn of(text: &Text, error: Option<&Error>) -> Self {
        let Some(error) = error else { return Self::default() };
        let fields: Vec<_> = match error {
            Error::Problem(problem) => problem
                .errors
                .iter()
                .map(|fault| {
                    let name = fault.field.replace(['.', '_'], "-");
                    let words = text.find(&format!("field-{name}-{}", fault.code)).or_else(|| {
                        let general = || text.find(&format!("field-any-{}", fault.code));
                        if text.language == Language::Welsh { general() } else { None }
                    });
                    (fault.field.clone().into(), words.unwrap_or_else(|| fault.message.clone().into()))
                })
                .collect(),
            _ => Vec::new(),
        };
        let general = fields.is_empty().then(|| error_text(text, error));
        Self { fields, general }
    }

    /// What is wrong with a field.
    pub fn at(&self, field: &str) -> Option<AttrValue> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, words)| words.clone())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.general.is_none()
    }

    /// A page's title, which says that something is wrong.
    pub fn title(&self, text: &Text, title: AttrValue) -> AttrValue {
        if self.is_empty() { title } else { text.with("title-with-error", &[("title", &title)]) }
    }
}

/// What is wrong, and which time.
#[derive(PartialEq, Properties)]
pub struct ErrorSummaryProps {
    /// What is wrong.
    pub errors: FormErrors,
    /// How often sending has failed; the summary takes the focus each time.
    pub failures: u32,
}

/// The summary of what is wrong with a form: takes the focus, leads to the fields.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let text = use_text();
    use_effect_with((props.failures, props.errors.is_empty()), |(_, is_empty)| {
        if !is_empty {
            focus("errors");
        }
    });
    if props.errors.is_empty() {
        return html! {};
    }
    let count = i64::try_from(props.errors.fields.len().max(1)).unwrap_or(i64::MAX);
    html! {
        <div class="errors mb-5" id="errors" role="alert" tabindex="-1" aria-labelledby="errors-title">
            <h2 id="errors-title" class="t-l mb-3">{ text.count("errors-title", count) }</h2>
            <ul class="plain">
                if let Some(general) = &props.errors.general { <li class="error">{ general }</li> }
                { for props.errors.fields.iter().map(|(field, words)| {
                    let to = field.clone();
                    let onclick = Callback::from(move |event: MouseEvent| {
                        event.prevent_default();
                        focus(&to);
                    });
                    html! { <li><a href={format!("#{field}")} {onclick}>{ words }</a></li> }
                }) }
            </ul>
        </div>
    }
}
