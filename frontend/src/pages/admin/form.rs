//! The network's own questions of the registration form.

use client::types::FormQuestionId;
use client::types::accounts::Role;
use client::types::membership::{
    Bilingual, FormQuestion, FormQuestionKind, FormQuestionPatch, NewFormQuestion, OrganisationKind,
};
use yew::prelude::*;

use crate::components::{
    Button, CheckField, ErrorSummary, FormErrors, Gate, SelectField, TextField, error_text, icon, load,
};
use crate::hooks::{use_mutation, use_query, use_text, use_title};

/// The network's own questions.
#[component]
pub fn FormPage() -> Html {
    let text = use_text();
    use_title(text.t("form-title"));
    html! { <Gate role={Role::Admin}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let text = use_text();
    let questions = use_query((), |client, ()| async move { client.list_form_questions().await });
    let editing = use_state(|| None::<FormQuestionId>);
    let changed = {
        let (reload, editing) = (questions.reload.clone(), editing.clone());
        Callback::from(move |()| {
            editing.set(None);
            reload.emit(());
        })
    };
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("form-title") }</h1><p class="lead">{ text.t("form-lead") }</p></div></div>
            <div class="cols">
                <div class="flow flow-6" aria-busy={questions.is_busy.then_some("true")}>
                    { load(&questions, |list| html! {
                        { for OrganisationKind::ALL.iter().map(|kind| {
                            let own: Vec<&FormQuestion> = list.iter().filter(|question| question.member_type == *kind).collect();
                            let id = format!("form-{}", kind.as_str());
                            html! {
                                <section aria-labelledby={id.clone()}>
                                    <h2 {id} class="t-l mb-3">{ text.t(&format!("member-type-{}", kind.as_str())) }</h2>
                                    if own.is_empty() {
                                        <p class="muted">{ text.t("form-none") }</p>
                                    } else {
                                        <ol class="entries">{ for own.iter().map(|question| html! {
                                            <Row key={question.id.0} question={(*question).clone()} last={own.len()} editing={editing.clone()} changed={changed.clone()} />
                                        }) }</ol>
                                    }
                                </section>
                            }
                        }) }
                    }) }
                </div>
                <aside><section class="panel"><h2>{ text.t("form-new") }</h2><NewQuestionForm changed={changed} /></section></aside>
            </div>
        </>
    }
}

/// Options as they are typed: one on a line, English and Welsh with a bar between.
fn options_of(lines: &str) -> Vec<Bilingual> {
    lines
        .lines()
        .map(|line| line.split_once('|').unwrap_or((line, "")))
        .map(|(en, cy)| Bilingual { en: en.trim().to_owned(), cy: cy.trim().to_owned() })
        .filter(|option| !option.en.is_empty())
        .collect()
}

fn lines_of(options: &[Bilingual]) -> String {
    let line = |option: &Bilingual| {
        if option.cy.is_empty() { option.en.clone() } else { format!("{} | {}", option.en, option.cy) }
    };
    options.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[derive(PartialEq, Properties)]
struct RowProps {
    question: FormQuestion,
    last: usize,
    editing: UseStateHandle<Option<FormQuestionId>>,
    changed: Callback<()>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let text = use_text();
    let question = &props.question;
    let (id, version) = (question.id, question.version);
    let change = {
        let changed = props.changed.clone();
        use_mutation(
            move |client, patch: FormQuestionPatch| async move { client.update_form_question(id, version, &patch).await },
            Callback::from(move |_: FormQuestion| changed.emit(())),
        )
    };
    let remove =
        use_mutation(move |client, ()| async move { client.delete_form_question(id).await }, props.changed.clone());
    let move_to = |position: i32| {
        change
            .run
            .reform(move |_: MouseEvent| FormQuestionPatch { position: Some(position), ..FormQuestionPatch::default() })
    };
    let toggle = {
        let editing = props.editing.clone();
        Callback::from(move |_: MouseEvent| editing.set(if *editing == Some(id) { None } else { Some(id) }))
    };
    let is_editing = *props.editing == Some(id);
    let failure = change.error.as_ref().filter(|_| !is_editing).or(remove.error.as_ref());
    let named = |message: &str| html! { <span class="vh">if !message.is_empty() { { text.t(message) }{ " " } }{ &question.label.en }</span> };
    html! {
        <li class="entry"><div>
            <p><b>{ &question.label.en }</b></p>
            if !question.label.cy.is_empty() { <p class="muted" lang="cy">{ &question.label.cy }</p> }
            <p class="meta">
                <span>{ text.t(&format!("form-kind-{}", question.kind.as_str())) }</span>
                <span>{ text.t(if question.is_required { "form-required" } else { "form-not-required" }) }</span>
            </p>
            if !question.options.is_empty() {
                <p class="t-s">{ question.options.iter().map(|option| option.en.clone()).collect::<Vec<_>>().join(", ") }</p>
            }
            <p class="row row-m mt-2">
                if question.position > 1 {
                    <button class="btn-link" type="button" onclick={move_to(question.position - 1)}>{ icon("arrow-up") }{ named("move-up") }</button>
                }
                if usize::try_from(question.position).is_ok_and(|position| position < props.last) {
                    <button class="btn-link" type="button" onclick={move_to(question.position + 1)}>{ icon("arrow-down") }{ named("move-down") }</button>
                }
                <button class="btn-link" type="button" onclick={toggle} aria-expanded={is_editing.to_string()}>{ icon("pencil") }{ text.t("change") }{ named("") }</button>
                <button class="btn-link" type="button" onclick={remove.run.reform(|_: MouseEvent| ())}>{ icon("trash-2") }{ text.t("remove") }{ named("") }</button>
            </p>
            if let Some(error) = failure { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            if is_editing { <EditQuestion question={question.clone()} save={change.run.clone()} busy={change.is_busy} errors={FormErrors::of(&text, change.error.as_ref())} /> }
        </div></li>
    }
}

/// What the fields of a question hold.
#[derive(Clone, PartialEq)]
struct Fields {
    label: UseStateHandle<String>,
    label_cy: UseStateHandle<String>,
    hint: UseStateHandle<String>,
    hint_cy: UseStateHandle<String>,
    options: UseStateHandle<String>,
    is_required: UseStateHandle<bool>,
}

#[hook]
fn use_fields(question: Option<FormQuestion>) -> Fields {
    let question = question.as_ref();
    Fields {
        label: use_state(|| question.map(|question| question.label.en.clone()).unwrap_or_default()),
        label_cy: use_state(|| question.map(|question| question.label.cy.clone()).unwrap_or_default()),
        hint: use_state(|| question.map(|question| question.hint.en.clone()).unwrap_or_default()),
        hint_cy: use_state(|| question.map(|question| question.hint.cy.clone()).unwrap_or_default()),
        options: use_state(|| question.map(|question| lines_of(&question.options)).unwrap_or_default()),
        is_required: use_state(|| question.is_some_and(|question| question.is_required)),
    }
}

impl Fields {
    fn label(&self) -> Bilingual {
        Bilingual { en: self.label.trim().to_owned(), cy: self.label_cy.trim().to_owned() }
    }

    fn hint(&self) -> Bilingual {
        Bilingual { en: self.hint.trim().to_owned(), cy: self.hint_cy.trim().to_owned() }
    }
}

#[derive(PartialEq, Properties)]
struct FieldsProps {
    fields: Fields,
    is_choice: bool,
    prefix: AttrValue,
    errors: FormErrors,
}

#[component]
fn QuestionFields(props: &FieldsProps) -> Html {
    let text = use_text();
    let (fields, errors) = (&props.fields, &props.errors);
    let id = |name: &str| format!("{}{name}", props.prefix);
    html! {
        <>
            <TextField id={id("label.en")} label={text.t("form-label")} value={fields.label.clone()} error={errors.at("label.en")} />
            <TextField id={id("label.cy")} label={text.t("form-label-cy")} optional=true value={fields.label_cy.clone()} error={errors.at("label.cy")} />
            <TextField id={id("hint.en")} label={text.t("form-hint")} optional=true value={fields.hint.clone()} error={errors.at("hint.en")} />
            <TextField id={id("hint.cy")} label={text.t("form-hint-cy")} optional=true value={fields.hint_cy.clone()} error={errors.at("hint.cy")} />
            if props.is_choice {
                <TextField id={id("options")} rows=4 label={text.t("form-options")} hint={text.t("form-options-hint")} value={fields.options.clone()} error={errors.at("options")} />
            }
            <CheckField id={id("is_required")} label={text.t("form-must")} value={fields.is_required.clone()} />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct EditProps {
    question: FormQuestion,
    save: Callback<FormQuestionPatch>,
    busy: bool,
    errors: FormErrors,
}

#[component]
fn EditQuestion(props: &EditProps) -> Html {
    let text = use_text();
    let fields = use_fields(Some(props.question.clone()));
    let is_choice = props.question.kind == FormQuestionKind::Choice;
    let onsubmit = {
        let (fields, save) = (fields.clone(), props.save.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(FormQuestionPatch {
                label: Some(fields.label()),
                hint: Some(fields.hint()),
                options: is_choice.then(|| options_of(&fields.options)),
                is_required: Some(*fields.is_required),
                position: None,
            });
        })
    };
    html! {
        <form novalidate=true class="flow mt-4" {onsubmit}>
            if let Some(general) = &props.errors.general { <p class="error" role="alert">{ general }</p> }
            <QuestionFields {fields} {is_choice} prefix={format!("q{}-", props.question.id)} errors={props.errors.clone()} />
            <p><Button class="btn-small" submit=true busy={props.busy}>{ text.t("save-changes") }</Button></p>
        </form>
    }
}

#[derive(PartialEq, Properties)]
struct NewQuestionProps {
    changed: Callback<()>,
}

#[component]
fn NewQuestionForm(props: &NewQuestionProps) -> Html {
    let text = use_text();
    let fields = use_fields(None);
    let member_type = use_state(|| OrganisationKind::Library.as_str().to_owned());
    let kind = use_state(|| FormQuestionKind::Text.as_str().to_owned());
    let create = {
        let (changed, fields) = (props.changed.clone(), fields.clone());
        use_mutation(
            |client, new: NewFormQuestion| async move { client.create_form_question(&new).await },
            Callback::from(move |_: FormQuestion| {
                for field in [&fields.label, &fields.label_cy, &fields.hint, &fields.hint_cy, &fields.options] {
                    field.set(String::new());
                }
                changed.emit(());
            }),
        )
    };
    let errors = FormErrors::of(&text, create.error.as_ref());
    let is_choice = kind.as_str() == FormQuestionKind::Choice.as_str();
    let onsubmit = {
        let (fields, member_type, kind, run) = (fields.clone(), member_type.clone(), kind.clone(), create.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewFormQuestion {
                member_type: OrganisationKind::named(&member_type).unwrap_or(OrganisationKind::Library),
                kind: FormQuestionKind::named(&kind).unwrap_or(FormQuestionKind::Text),
                label: fields.label(),
                hint: fields.hint(),
                options: if is_choice { options_of(&fields.options) } else { Vec::new() },
                is_required: *fields.is_required,
            });
        })
    };
    let types = OrganisationKind::ALL.iter();
    let types = types.map(|kind| (kind.as_str().into(), text.t(&format!("member-type-{}", kind.as_str()))));
    let kinds = FormQuestionKind::ALL.iter();
    let kinds = kinds.map(|kind| (kind.as_str().into(), text.t(&format!("form-kind-{}", kind.as_str()))));
    html! {
        <form novalidate=true class="flow" {onsubmit}>
            <ErrorSummary errors={errors.clone()} failures={create.failures} />
            <SelectField id="member_type" label={text.t("form-for")} value={member_type} options={types.collect::<Vec<_>>()} />
            <SelectField id="kind" label={text.t("form-kind")} value={kind} options={kinds.collect::<Vec<_>>()} />
            <QuestionFields {fields} {is_choice} prefix="" {errors} />
            <p><Button submit=true busy={create.is_busy}>{ text.t("form-add") }</Button></p>
        </form>
    }
}
