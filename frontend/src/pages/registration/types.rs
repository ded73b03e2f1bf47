//! The questions of the form, per member type.

use client::types::OrganisationId;
use client::types::membership::{
    AffiliationRole, Answers, Library, LibraryPlace, NewFormAnswer, OrganisationKind, Stage,
};
use yew::prelude::*;

use super::draft::Fields;
use super::library::LibraryLookup;
use super::own_questions::{OwnAnswers, OwnQuestions};
use crate::components::{CheckField, FormErrors, RadioField, SelectField, TextField};
use crate::hooks::use_text;
use crate::pages::membership::{NATIONS, PARTS};

/// What is being answered, for all member types at once: changing one's mind loses nothing.
#[derive(Clone, PartialEq)]
pub struct AnswersDraft {
    /// The member type.
    pub member_type: UseStateHandle<String>,
    /// The library that was found.
    pub library: UseStateHandle<Option<Library>>,
    /// The library's name, typed by hand; empty while the register is searched.
    pub library_name: UseStateHandle<String>,
    /// The organisation of the network to join instead, with its library's name.
    pub joins: UseStateHandle<Option<(OrganisationId, String)>>,
    /// Where the library is that was typed by hand.
    pub place: PlaceDraft,
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
    /// The answers to the network's own questions.
    pub own: OwnAnswers,
}

/// Where a library is, as it is being typed.
#[derive(Clone, PartialEq)]
pub struct PlaceDraft {
    /// The nation.
    pub nation: UseStateHandle<String>,
    /// The address.
    pub address: UseStateHandle<String>,
    /// The postcode.
    pub postcode: UseStateHandle<String>,
    /// The library authority.
    pub authority: UseStateHandle<String>,
}

/// What was answered when the form was left, or nothing yet.
#[hook]
pub fn use_answers_draft(fields: &Fields) -> AnswersDraft {
    AnswersDraft {
        member_type: use_state(|| fields.or("member_type", "library")),
        library: use_state(|| fields.json("library")),
        library_name: use_state(|| fields.or("library_name", "")),
        joins: use_state(|| fields.json("joins")),
        place: PlaceDraft {
            nation: use_state(|| fields.or("nation", NATIONS[0].as_str())),
            address: use_state(|| fields.or("address", "")),
            postcode: use_state(|| fields.or("postcode", "")),
            authority: use_state(|| fields.or("authority", "")),
        },
        part: use_state(|| fields.or("part", PARTS[0].1)),
        number: use_state(|| fields.or("number", "")),
        stage: use_state(|| fields.or("stage", STAGES[0].1)),
        help: use_state(|| fields.or("help", "")),
        organisation: use_state(|| fields.or("organisation", "")),
        job_title: use_state(|| fields.or("job_title", "")),
        library_count: use_state(|| fields.or("library_count", "")),
        offer: use_state(|| fields.or("offer", "")),
        sells: use_state(|| fields.or("sells", "") == "true"),
        own: use_mut_ref(|| fields.own()),
    }
}

const STAGES: [(Stage, &str); 4] = [
    (Stage::Thinking, "stage-thinking"),
    (Stage::Talking, "stage-talking"),
    (Stage::Planning, "stage-planning"),
    (Stage::Agreed, "stage-agreed"),
];

/// The message that names a stage.
pub fn stage_message(stage: Stage) -> &'static str {
    STAGES.iter().find(|(one, _)| *one == stage).map_or("stage-thinking", |(_, message)| message)
}

fn filled(value: &str) -> Option<String> {
    Some(value.trim().to_owned()).filter(|value| !value.is_empty())
}

impl AnswersDraft {
    /// What is answered so far, to be kept.
    pub fn keep(&self, fields: &mut Fields) {
        for (name, field) in [
            ("member_type", &self.member_type),
            ("library_name", &self.library_name),
            ("nation", &self.place.nation),
            ("address", &self.place.address),
            ("postcode", &self.place.postcode),
            ("authority", &self.place.authority),
            ("part", &self.part),
            ("number", &self.number),
            ("stage", &self.stage),
            ("help", &self.help),
            ("organisation", &self.organisation),
            ("job_title", &self.job_title),
            ("library_count", &self.library_count),
            ("offer", &self.offer),
        ] {
            fields.set(name, field);
        }
        fields.set("sells", &self.sells.to_string());
        fields.set_json("library", self.library.as_ref());
        fields.set_json("joins", self.joins.as_ref());
        fields.set_own(&self.own.borrow());
    }

    /// The organisation of the network to join, when one is asked to.
    pub fn joins(&self) -> Option<OrganisationId> {
        if self.member_type.as_str() == "library" { self.joins.as_ref().map(|(id, _)| *id) } else { None }
    }

    /// The answers to the network's own questions.
    pub fn form_answers(&self) -> Vec<NewFormAnswer> {
        // Questions of another member type may have been answered before one's mind was changed.
        let chosen = OrganisationKind::named(&self.member_type);
        let own = self.own.borrow();
        own.iter()
            .filter(|(_, (kind, answer))| *kind == chosen && !answer.trim().is_empty())
            .map(|(id, (_, answer))| NewFormAnswer { question_id: *id, answer: answer.trim().to_owned() })
            .collect()
    }

    fn place(&self) -> Option<LibraryPlace> {
        let nation = NATIONS.into_iter().find(|nation| nation.as_str() == self.place.nation.as_str())?;
        (!self.place.postcode.trim().is_empty()).then(|| LibraryPlace {
            nation,
            address: self.place.address.trim().to_owned(),
            postcode: self.place.postcode.trim().to_owned(),
            authority: self.place.authority.trim().to_owned(),
        })
    }

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
                place: if self.library.is_some() || self.joins.is_some() { None } else { self.place() },
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
                <LibraryLookup library={draft.library.clone()} name={draft.library_name.clone()} joins={draft.joins.clone()} place={draft.place.clone()} errors={errors.clone()} />
                <SelectField id="answers.part" label={text.t("join-part")} value={draft.part.clone()}
                    options={words(PARTS.iter().map(|(_, message)| *message).collect())} />
                <TextField id="answers.charity_number" label={text.t("join-charity")} hint={text.t("join-charity-hint")} optional=true short=true
                    value={draft.number.clone()} error={errors.at("answers.charity_number")} />
                <OwnQuestions member_type={OrganisationKind::Library} answers={draft.own.clone()} errors={errors.clone()} />
            </RadioField>
            <RadioField name="type" option="exploring" label={text.t("join-as-exploring")} hint={text.t("join-as-hint-exploring")} value={kind.clone()}>
                <TextField id="answers.library_name" label={text.t("join-which")} optional=true value={draft.library_name.clone()} error={errors.at("answers.library_name")} />
                <SelectField id="answers.stage" label={text.t("join-stage")} value={draft.stage.clone()}
                    options={words(STAGES.iter().map(|(_, message)| *message).collect())} />
                <TextField id="answers.help" label={text.t("join-help")} optional=true rows=4 value={draft.help.clone()} error={errors.at("answers.help")} />
                <OwnQuestions member_type={OrganisationKind::Exploring} answers={draft.own.clone()} errors={errors.clone()} />
            </RadioField>
            <RadioField name="type" option="council" label={text.t("join-as-council")} hint={text.t("join-as-hint-council")} value={kind.clone()}>
                <TextField id="answers.council" label={text.t("join-council")} value={draft.organisation.clone()} error={errors.at("answers.council")} />
                <TextField id="answers.job_title" label={text.t("join-job")} autocomplete="organization-title" value={draft.job_title.clone()} error={errors.at("answers.job_title")} />
                <TextField id="answers.library_count" label={text.t("join-count")} optional=true short=true value={draft.library_count.clone()} error={errors.at("answers.library_count")} />
                <OwnQuestions member_type={OrganisationKind::Council} answers={draft.own.clone()} errors={errors.clone()} />
            </RadioField>
            <RadioField name="type" option="body" label={text.t("join-as-body")} hint={text.t("join-as-hint-body")} value={kind}>
                <TextField id="answers.organisation" label={text.t("join-organisation")} autocomplete="organization" value={draft.organisation.clone()} error={errors.at("answers.organisation")} />
                <TextField id="answers.number" label={text.t("join-number")} optional=true short=true value={draft.number.clone()} error={errors.at("answers.number")} />
                <TextField id="answers.offer" label={text.t("join-offer")} rows=4 value={draft.offer.clone()} error={errors.at("answers.offer")} />
                <CheckField id="answers.sells" label={text.t("join-sells")} hint={text.t("join-sells-hint")} value={draft.sells.clone()} />
                <OwnQuestions member_type={OrganisationKind::Body} answers={draft.own.clone()} errors={errors.clone()} />
            </RadioField>
        </fieldset>
    }
}
