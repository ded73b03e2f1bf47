//! The form of a question, new or changed.

use client::types::forum::{NewPostDraft, ThreadKind};
use client::types::{ShelfId, ThreadId};
use yew::prelude::*;

use super::draft::{is_empty, stored_locally};
use super::space::use_named_space;
use super::tag_suggestions::TagSuggestions;
use crate::components::{Composer, FormErrors, SelectField, TextField, shelf_name, use_shelves};
use crate::hooks::use_text;

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
    /// Whether it is asked in confidence.
    pub is_confidential: UseStateHandle<bool>,
    /// The id of the space that it goes to; empty for the open forum.
    pub space: UseStateHandle<String>,
}

impl QuestionDraft {
    /// The tags, each by itself.
    pub fn tag_list(&self) -> Vec<String> {
        split_tags(&self.tags)
    }

    /// What is written, as a draft.
    pub fn written(&self) -> NewPostDraft {
        NewPostDraft {
            version: 0,
            title: (*self.title).clone(),
            body: (*self.body).clone(),
            shelf: (*self.shelf).clone(),
            tags: (*self.tags).clone(),
            is_confidential: *self.is_confidential,
            space: (*self.space).clone(),
        }
    }

    /// Goes on with a draft.
    pub fn fill(&self, draft: &NewPostDraft) {
        self.title.set(draft.title.clone());
        self.body.set(draft.body.clone());
        self.shelf.set(draft.shelf.clone());
        self.tags.set(draft.tags.clone());
        self.is_confidential.set(draft.is_confidential);
        // A draft of the open forum goes to the space that the address names, never the other way round.
        if !draft.space.is_empty() {
            self.space.set(draft.space.clone());
        }
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

/// A draft that begins empty, or with what is kept on this device under a key.
#[hook]
pub fn use_question_draft(key: Option<AttrValue>) -> QuestionDraft {
    let stored = use_memo(key, |key| key.as_deref().map(stored_locally).unwrap_or_default());
    let title = use_state(|| stored.title.clone());
    let body = use_state(|| stored.body.clone());
    let shelf = use_state(|| stored.shelf.clone());
    let tags = use_state(|| stored.tags.clone());
    let is_confidential = use_state_eq(|| stored.is_confidential);
    let named = use_named_space();
    let space =
        use_state_eq(|| if is_empty(&stored) || stored.space.is_empty() { named } else { stored.space.clone() });
    QuestionDraft { title, body, shelf, tags, is_confidential, space }
}

/// What the fields hold and what is wrong with them.
#[derive(PartialEq, Properties)]
pub struct QuestionFieldsProps {
    /// What is being written.
    pub question: QuestionDraft,
    /// A question or a discussion.
    pub kind: ThreadKind,
    /// What is wrong.
    pub errors: FormErrors,
    /// The thread that it opens, if it is there already.
    #[prop_or_default]
    pub thread: Option<ThreadId>,
    /// What stands below the title.
    #[prop_or_default]
    pub below_title: Html,
    /// Where the draft is kept, in a few words.
    #[prop_or_default]
    pub status: Html,
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
            <TextField id="title" label={text.t(if props.kind == ThreadKind::Question { "question-title" } else { "discussion-title" })} hint={text.t("question-title-hint")}
                value={question.title.clone()} error={props.errors.at("title")} />
            { props.below_title.clone() }
            <Composer id="body" label={text.t("question-body")} value={question.body.clone()} files=true mentions=true thread={props.thread} status={props.status.clone()}
                error={props.errors.at("body")} />
            <SelectField id="shelf_id" label={text.t("shelf")} hint={text.t("shelf-hint")} value={question.shelf.clone()}
                {options} error={props.errors.at("shelf_id")} />
            <TextField id="tags" label={text.t("tags")} hint={text.t("tags-hint")} optional=true
                value={question.tags.clone()} error={props.errors.at("tags")} />
            <TagSuggestions field="tags" value={question.tags.clone()} />
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
