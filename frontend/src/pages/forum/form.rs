//! The form of a question, new or changed.

use client::types::ShelfId;
use yew::prelude::*;

use crate::components::{Composer, FormErrors, SelectField, TextField, shelf_name, use_shelves};
use crate::hooks::{stored_draft, use_text};

/// What is being written about a question.
#[derive(Clone, PartialEq)]
pub struct QuestionDraft {
    /// The question in one line.
    pub title: UseStateHandle<String>,
    /// The text.
    pub body: UseStateHandle<String>,
    /// The shelf's id.
    pub shelf: UseStateHandle<String>,
    /// The tags, apart by spaces or commas.
    pub tags: UseStateHandle<String>,
}

impl QuestionDraft {
    /// The tags, each by itself.
    pub fn tag_list(&self) -> Vec<String> {
        split_tags(&self.tags)
    }

    /// The shelf, if one is chosen.
    pub fn shelf_id(&self) -> Option<ShelfId> {
        self.shelf.parse().ok()
    }
}

/// Tags that were typed in one line.
pub fn split_tags(typed: &str) -> Vec<String> {
    typed.split([',', ' ', ';']).map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
}

/// A draft that begins as given, or with the text kept on this device.
#[hook]
pub fn use_question_draft(draft: Option<&'static str>) -> QuestionDraft {
    let title = use_state(String::new);
    let body = use_state(|| draft.map(stored_draft).unwrap_or_default());
    let shelf = use_state(String::new);
    let tags = use_state(String::new);
    QuestionDraft { title, body, shelf, tags }
}

/// What the fields hold and what is wrong with them.
#[derive(PartialEq, Properties)]
pub struct QuestionFieldsProps {
    /// What is being written.
    pub question: QuestionDraft,
    /// What is wrong.
    pub errors: FormErrors,
    /// The name under which the text is kept on this device.
    #[prop_or_default]
    pub draft: Option<AttrValue>,
}

/// The fields of a question.
#[component]
pub fn QuestionFields(props: &QuestionFieldsProps) -> Html {
    let text = use_text();
    let (shelves, _) = use_shelves();
    let mut options = vec![(AttrValue::default(), text.t("shelf-choose"))];
    options.extend(shelves.iter().map(|shelf| (shelf.id.to_string().into(), shelf_name(&text, shelf))));
    let question = &props.question;
    html! {
        <>
            <TextField id="title" label={text.t("question-title")} hint={text.t("question-title-hint")}
                value={question.title.clone()} error={props.errors.at("title")} />
            <Composer id="body" label={text.t("question-body")} value={question.body.clone()} draft={props.draft.clone()}
                error={props.errors.at("body")} />
            <SelectField id="shelf_id" label={text.t("shelf")} hint={text.t("shelf-hint")} value={question.shelf.clone()}
                {options} error={props.errors.at("shelf_id")} />
            <TextField id="tags" label={text.t("tags")} hint={text.t("tags-hint")} optional=true
                value={question.tags.clone()} error={props.errors.at("tags")} />
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_split_at_spaces_and_commas() {
        assert_eq!(split_tags("leases, gift-aid  roof"), ["leases", "gift-aid", "roof"]);
    }
}
