//! The questions of the form, per member type.

use client::types::membership::{AffiliationRole, Answers, Library, Stage};
use yew::prelude::*;

use super::library::LibraryLookup;
use crate::components::{CheckField, FormErrors, RadioField, SelectField, TextField};
use crate::hooks::use_text;

/// What is being answered, for all member types at once: changing one's mind loses nothing.
#[derive(Clone, PartialEq)]
pub struct AnswersDraft {
    /// The member type.
    pub member_type: UseStateHandle<String>,
    /// The library that was found.
    pub library: UseStateHandle<Option<Library>>,
    /// The library's name, typed by hand; empty while the register is searched.
    pub library_name: UseStateHandle<String>,
    /// The part in it.
    pub part: UseStateHandle<String>,
    /// The number of a charity or company.
    pub number: UseStateHandle<String>,
    /// How far a group has got.
    pub stage: UseStateHandle<String>,
    /// What would help.
    pub help: UseStateHandle<String>,
    /// The council, or the organisation.
    pub organisation: UseStateHandle<String>,
    /// The job title.
    pub job_title: UseStateHandle<String>,
    /// How many libraries are supported.
    pub library_count: UseStateHandle<String>,
    /// What is offered.
    pub offer: UseStateHandle<String>,
    /// Whether something is sold.
    pub sells: UseStateHandle<bool>,
}

/// Nothing answered yet.
#[hook]
pub fn use_answers_draft(member_type: String) -> AnswersDraft {
    AnswersDraft {
        member_type: use_state(|| member_type),
        library: use_state(|| None),
        library_name: use_state(String::new),
        part: use_state(|| PARTS[0].1.to_owned()),
        number: use_state(String::new),
        stage: use_state(|| STAGES[0].1.to_owned()),
        help: use_state(String::new),
        organisation: use_state(String::new),
        job_title: use_state(String::new),
        library_count: use_state(String::new),
        offer: use_state(String::new),
        sells: use_state(|| false),
    }
}

const PARTS: [(AffiliationRole, &str); 6] = [
    (AffiliationRole::Trustee, "part-trustee"),
    (AffiliationRole::Manager, "part-manager"),
    (AffiliationRole::Volunteer, "part-volunteer"),
    (AffiliationRole::Staff, "part-staff"),
    (AffiliationRole::Liaison, "part-liaison"),
    (AffiliationRole::Other, "part-other"),
];

const STAGES: [(Stage, &str); 4] = [
    (Stage::Thinking, "stage-thinking"),
    (Stage::Talking, "stage-talking"),
    (Stage::Planning, "stage-planning"),
    (Stage::Agreed, "stage-agreed"),
];

/// The message that names a part in a library.
pub fn part_message(part: AffiliationRole) -> &'static str {
    PARTS.iter().find(|(one, _)| *one == part).map_or("part-other", |(_, message)| message)
}

/// The message that names a stage.
pub fn stage_message(stage: Stage) -> &'static str {
    STAGES.iter().find(|(one, _)| *one == stage).map_or("stage-thinking", |(_, message)| message)
}

fn filled(value: &str) -> Option<String> {
    Some(value.trim().to_owned()).filter(|value| !value.is_empty())
}

impl AnswersDraft {
    /// The answers of the member type that is chosen.
    pub fn answers(&self) -> Answers {
        match self.member_type.as_str() {
            "exploring" => Answers::Exploring {
                library_name: filled(&self.library_name),
                stage: STAGES
                    .iter()
                    .find(|(_, message)| *message == self.stage.as_str())
                    .map_or_else(Stage::default, |(stage, _)| *stage),
                help: filled(&self.help),
            },
            "council" => Answers::Council {
                council: self.organisation.trim().to_owned(),
                job_title: self.job_title.trim().to_owned(),
                library_count: self.library_count.trim().parse().ok(),
            },
            "body" => Answers::Body {
                organisation: self.organisation.trim().to_owned(),
                number: filled(&self.number),
                offer: (*self.offer).clone(),
                sells: *self.sells,
            },
            _ => Answers::Library {
                library_id: self.library.as_ref().map(|library| library.id),
                library_name: if self.library.is_some() { None } else { filled(&self.library_name) },
                part: PARTS
                    .iter()
                    .find(|(_, message)| *message == self.part.as_str())
                    .map_or_else(AffiliationRole::default, |(part, _)| *part),
                charity_number: filled(&self.number),
            },
        }
    }
}

/// What the fields hold and what is wrong with them.
#[derive(PartialEq, Properties)]
pub struct AnswersFieldsProps {
    /// What is being answered.
    pub draft: AnswersDraft,
    /// What is wrong.
    pub errors: FormErrors,
}

/// The questions of the form.
#[component]
pub fn AnswersFields(props: &AnswersFieldsProps) -> Html {
    let text = use_text();
    let (draft, errors) = (&props.draft, &props.errors);
    let words = |messages: Vec<&'static str>| -> Vec<(AttrValue, AttrValue)> {
        messages.into_iter().map(|message| (message.into(), text.t(message))).collect()
    };
    let kind = draft.member_type.clone();
    html! {
        <fieldset>
            <legend class="mb-3"><h2>{ text.t("join-type") }</h2></legend>
            <RadioField name="type" option="library" label={text.t("join-as-library")} hint={text.t("join-as-hint-library")} value={kind.clone()}>
                <LibraryLookup library={draft.library.clone()} name={draft.library_name.clone()}
                    error={errors.at("answers.library_id").or_else(|| errors.at("answers.library_name"))} />
                <SelectField id="answers.part" label={text.t("join-part")} value={draft.part.clone()}
                    options={words(PARTS.iter().map(|(_, message)| *message).collect())} />
                <TextField id="answers.charity_number" label={text.t("join-charity")} hint={text.t("join-charity-hint")} optional=true short=true
                    value={draft.number.clone()} error={errors.at("answers.charity_number")} />
            </RadioField>
            <RadioField name="type" option="exploring" label={text.t("join-as-exploring")} hint={text.t("join-as-hint-exploring")} value={kind.clone()}>
                <TextField id="answers.library_name" label={text.t("join-which")} optional=true value={draft.library_name.clone()} error={errors.at("answers.library_name")} />
                <SelectField id="answers.stage" label={text.t("join-stage")} value={draft.stage.clone()}
                    options={words(STAGES.iter().map(|(_, message)| *message).collect())} />
                <TextField id="answers.help" label={text.t("join-help")} optional=true rows=4 value={draft.help.clone()} error={errors.at("answers.help")} />
            </RadioField>
            <RadioField name="type" option="council" label={text.t("join-as-council")} hint={text.t("join-as-hint-council")} value={kind.clone()}>
                <TextField id="answers.council" label={text.t("join-council")} value={draft.organisation.clone()} error={errors.at("answers.council")} />
                <TextField id="answers.job_title" label={text.t("join-job")} autocomplete="organization-title" value={draft.job_title.clone()} error={errors.at("answers.job_title")} />
                <TextField id="answers.library_count" label={text.t("join-count")} optional=true short=true value={draft.library_count.clone()} error={errors.at("answers.library_count")} />
            </RadioField>
            <RadioField name="type" option="body" label={text.t("join-as-body")} hint={text.t("join-as-hint-body")} value={kind}>
                <TextField id="answers.organisation" label={text.t("join-organisation")} autocomplete="organization" value={draft.organisation.clone()} error={errors.at("answers.organisation")} />
                <TextField id="answers.number" label={text.t("join-number")} optional=true short=true value={draft.number.clone()} error={errors.at("answers.number")} />
                <TextField id="answers.offer" label={text.t("join-offer")} rows=4 value={draft.offer.clone()} error={errors.at("answers.offer")} />
                <CheckField id="answers.sells" label={text.t("join-sells")} hint={text.t("join-sells-hint")} value={draft.sells.clone()} />
            </RadioField>
        </fieldset>
    }
}
