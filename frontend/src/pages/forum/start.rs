//! Asking a question, and starting a discussion.

use client::types::forum::{NewThread, Thread, ThreadKind};
use yew::prelude::*;
use yew_router::prelude::*;

use super::draft::use_kept_draft;
use super::first_note::FirstNote;
use super::form::{QuestionFields, use_question_draft};
use super::similar::{SimilarThreads, Yours, use_similar};
use super::space::SpaceField;
use super::trust::{BehalfField, ConfidenceField, use_behalf};
use crate::components::{Button, ErrorSummary, FormErrors, Gate, Link, go, use_shelves};
use crate::hooks::{focus, use_mutation, use_text, use_title};
use crate::routes::Route;

/// What is begun.
#[derive(PartialEq, Properties)]
pub struct StartPageProps {
    /// A question or a discussion.
    pub kind: ThreadKind,
}

/// Asking a question, or starting a discussion.
#[component]
pub fn StartPage(props: &StartPageProps) -> Html {
    html! { <Gate><StartForm kind={props.kind} /></Gate> }
}

#[component]
fn StartForm(props: &StartPageProps) -> Html {
    let text = use_text();
    let kind = props.kind;
    let is_question = kind == ThreadKind::Question;
    let words = |question: &str, discussion: &str| text.t(if is_question { question } else { discussion });
    let key = AttrValue::Static(kind.as_str());
    let navigator = use_navigator();
    let question = use_question_draft(Some(key.clone()));
    let draft = use_kept_draft(key, question.clone());
    let similar = use_similar(&question.title);
    // What is about to be posted, once it may be that it was posted before; and the title that is known to be none of
    // those, so that nobody is asked twice when posting it fails.
    let (waiting, asked) = (use_state(|| None::<NewThread>), use_state(String::new));
    let (is_confidential, speaks) = (question.is_confidential.clone(), use_state_eq(|| false));
    let organisation_id = use_behalf(*speaks && !*is_confidential);
    let missing_shelf = use_state_eq(|| 0_u32);
    let space = question.space.clone();
    {
        // Words that were searched for without success come along, and so do the shelf and the tag of an empty list.
        let (title, shelf, tags) = (question.title.clone(), question.shelf.clone(), question.tags.clone());
        let (shelves, _) = use_shelves();
        let searched = use_location().and_then(|location| location.query::<Vec<(String, String)>>().ok());
        use_effect_with((searched, shelves.len()), move |(searched, _)| {
            for (name, words) in searched.iter().flatten() {
                match name.as_str() {
                    "title" => title.set(words.clone()),
                    "tag" => tags.set(words.clone()),
                    "shelf" => {
                        if let Some(found) = shelves.iter().find(|shelf| &shelf.slug == words) {
                            shelf.set(found.id.to_string());
                        }
                    }
                    _ => {}
                }
            }
        });
    }
    let ask = use_mutation(
        move |client, new: NewThread| async move {
            match kind {
                ThreadKind::Question => client.ask_question(&new).await,
                ThreadKind::Discussion => client.start_discussion(&new).await,
            }
        },
        Callback::from({
            let discard = draft.discard.clone();
            move |begun: Thread| {
                discard.emit(());
                if let Some(navigator) = &navigator {
                    go(navigator, &Route::of_thread(begun.kind, begun.id.0, begun.slug), "");
                }
            }
        }),
    );
    let mut errors = FormErrors::of(&text, ask.error.as_ref());
    if *missing_shelf > 0 && question.shelf_id().is_none() {
        errors = FormErrors { fields: vec![("shelf_id".into(), text.t("shelf-missing"))], general: None };
    }
    use_title(errors.title(&text, words("ask-title", "start-title")));
    let onsubmit = {
        let (question, ask, missing_shelf, space) =
            (question.clone(), ask.run.clone(), missing_shelf.clone(), space.clone());
        let (waiting, asked) = (waiting.clone(), asked.clone());
        let has_close = similar.iter().any(|similar| similar.is_close);
        let is_confidential = *is_confidential;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(shelf_id) = question.shelf_id() else {
                missing_shelf.set(*missing_shelf + 1);
                return;
            };
            let new = NewThread {
                title: question.title.trim().to_owned(),
                body: (*question.body).clone(),
                shelf_id,
                tags: question.tag_list(),
                space_id: space.parse().ok(),
                nation: None,
                is_confidential,
                organisation_id,
            };
            if has_close && *asked != new.title {
                waiting.set(Some(new));
            } else {
                waiting.set(None);
                ask.emit(new);
            }
        })
    };
    let post = {
        let (waiting, asked, run) = (waiting.clone(), asked.clone(), ask.run.clone());
        Callback::from(move |()| {
            if let Some(new) = (*waiting).clone() {
                asked.set(new.title.clone());
                run.emit(new);
            }
        })
    };
    let back = {
        let waiting = waiting.clone();
        Callback::from(move |()| {
            waiting.set(None);
            focus("title");
        })
    };
    // What the server refuses is put right in the form.
    let is_waiting = waiting.as_ref().is_some_and(|new| ask.is_busy || new.title != *asked);
    let below_title = html! { <SimilarThreads threads={similar.clone()} /> };
    html! {
        <>
            <div class="pagehead"><div><h1>{ words("ask-title", "start-title") }</h1><p class="lead">{ words("ask-lead", "start-lead") }</p></div></div>
            <div class="cols">
                <div>
                    <FirstNote field="title" />
                    { draft.notice(&text) }
                    <ErrorSummary errors={errors.clone()} failures={ask.failures + *missing_shelf} />
                    if is_waiting {
                        <Yours {kind} threads={similar.iter().filter(|similar| similar.is_close).cloned().collect::<Vec<_>>()}
                            {post} {back} is_busy={ask.is_busy} />
                    }
                    <form novalidate=true class="flow flow-5" hidden={is_waiting} {onsubmit}>
                        <SpaceField value={space} error={errors.at("space_id")} />
                        <QuestionFields {question} {kind} errors={errors.clone()} {below_title} status={draft.status(&text)} />
                        <div>
                            if is_question { <ConfidenceField value={is_confidential.clone()} error={errors.at("is_confidential")} /> }
                            if !*is_confidential { <BehalfField value={speaks} asks=true error={errors.at("organisation_id")} /> }
                        </div>
                        <p><Button submit=true busy={ask.is_busy}>{ if ask.is_busy { words("ask-busy", "start-busy") } else { words("ask-send", "start-send") } }</Button></p>
                    </form>
                </div>
                <aside class="flow flow-6">
                    <section class="panel">
                        <h2>{ words("ask-tips-title", "start-tips-title") }</h2>
                        <ul class="links t-s">
                            <li>{ words("ask-tip-1", "start-tip-1") }</li><li>{ text.t("ask-tip-2") }</li><li>{ text.t("ask-tip-3") }</li>
                        </ul>
                    </section>
                    <p><Link to={Route::Drafts}>{ text.t("drafts-link") }</Link></p>
                </aside>
            </div>
        </>
    }
}
