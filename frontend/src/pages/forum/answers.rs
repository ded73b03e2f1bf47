//! The answers to a question, and the form for one more.

use client::types::accounts::Role;
use client::types::forum::{AcceptedAnswer, Answer, AnswerQuery, NewAnswer, Question};
use client::types::{AnswerId, Page};
use yew::prelude::*;

use super::question::avatar;
use crate::components::{
    Button, Composer, EmptyState, ErrorSummary, FormErrors, Link, Notice, VoteButtons, VoteOn, date, error_text, icon,
    markdown, query_of,
};
use crate::hooks::{Query, focus, store_draft, stored_draft, use_mutation, use_session, use_text};
use crate::routes::Route;

/// Which question's answers.
#[derive(PartialEq, Properties)]
pub struct AnswersProps {
    /// The question, with its first answers.
    pub question: Question,
    /// The question's query, to be renewed after each act.
    pub query: Query<Question>,
}

/// The answers to a question.
#[component]
pub fn Answers(props: &AnswersProps) -> Html {
    let text = use_text();
    let question = &props.question;
    let further = use_state(Page::<Answer>::default);
    {
        // What was loaded beyond the first page belongs to the question as it was then.
        let further = further.clone();
        use_effect_with((question.version, question.answer_count, question.accepted_answer_id), move |_| {
            further.set(Page::default());
        });
    }
    let next = if further.items.is_empty() { question.answers.next.clone() } else { further.next.clone() };
    let more = {
        let (further, id) = (further.clone(), question.id);
        use_mutation(
            move |client, after: String| async move {
                client.list_answers(id, &AnswerQuery { after: Some(after), limit: None }).await
            },
            Callback::from(move |page: Page<Answer>| {
                let items = further.items.iter().cloned().chain(page.items).collect();
                further.set(Page { items, next: page.next, total: None });
            }),
        )
    };
    let answers: Vec<_> = question.answers.items.iter().chain(&further.items).cloned().collect();
    html! {
        <>
            <section aria-labelledby="answers-title" class="mt-6">
                <h2 id="answers-title" class="mb-3" tabindex="-1">{ text.count("question-answers", question.answer_count.into()) }</h2>
                if answers.is_empty() {
                    <EmptyState title={text.t("answers-none")}><p>{ text.t("answers-none-text") }</p></EmptyState>
                } else {
                    <div class="bars answers">
                        { for answers.iter().map(|answer| html! {
                            <AnswerPost key={answer.id.0} answer={answer.clone()} query={props.query.clone()} />
                        }) }
                    </div>
                }
                if let Some(next) = next {
                    <p class="mt-4">
                        <Button class="btn-2" busy={more.is_busy} onclick={more.run.reform(move |_: MouseEvent| next.clone())}>
                            { text.t("answers-more") }
                        </Button>
                    </p>
                    if let Some(error) = &more.error { <p class="error">{ error_text(&text, error) }</p> }
                }
            </section>
            <AnswerForm question={question.clone()} query={props.query.clone()} />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct AnswerPostProps {
    answer: Answer,
    query: Query<Question>,
}

#[component]
fn AnswerPost(props: &AnswerPostProps) -> Html {
    let text = use_text();
    let answer = &props.answer;
    let is_editing = use_state_eq(|| false);
    let accept = {
        let (question, replace) = (answer.question_id, props.query.replace.clone());
        use_mutation(
            move |client, answer_id: Option<AnswerId>| async move {
                client.accept_answer(question, &AcceptedAnswer { answer_id }).await
            },
            Callback::from(move |question: Question| replace.emit(question)),
        )
    };
    let choose = {
        let chosen = (!answer.is_accepted).then_some(answer.id);
        accept.run.reform(move |_: MouseEvent| chosen)
    };
    let edit = {
        let is_editing = is_editing.clone();
        Callback::from(move |_: MouseEvent| is_editing.set(true))
    };
    let close = {
        let (is_editing, reload) = (is_editing.clone(), props.query.reload.clone());
        Callback::from(move |is_changed: bool| {
            is_editing.set(false);
            if is_changed {
                reload.emit(());
            }
        })
    };
    let label = text
        .with(if answer.is_accepted { "answer-accepted-by" } else { "answer-by" }, &[("name", &answer.author.name)]);
    html! {
        <article class="post" id={format!("answer-{}", answer.id)} aria-label={label}>
            if answer.is_accepted { <div class="ribbon">{ icon("check") }</div> }
            <div class="byline">
                { avatar(&answer.author) }
                <div><b>{ &answer.author.name }</b><br /><span class="meta">
                    if let Some(library) = &answer.author.organisation { <span>{ library }</span> }
                    { date(&text, answer.created_at) }
                    if let Some(edited) = answer.edited_at { <span>{ text.t("edited") }{ " " }{ date(&text, edited) }</span> }
                </span></div>
            </div>
            if answer.is_accepted { <p class="badge is-ok">{ icon("check") }{ text.t("answer-accepted") }</p> }
            if *is_editing {
                <EditAnswer answer={answer.clone()} {close} />
            } else {
                { markdown(&answer.body_html.clone()) }
            }
            <div class="row row-m">
                <VoteButtons on={VoteOn::Answer(answer.id)} score={answer.score} viewer={answer.viewer} />
                if answer.viewer.can_accept {
                    <button class="btn-link" type="button" onclick={choose} aria-busy={accept.is_busy.then_some("true")}>
                        { icon("check") }{ text.t(if answer.is_accepted { "answer-unaccept" } else { "answer-accept" }) }
                    </button>
                }
                if answer.viewer.can_edit && !*is_editing {
                    <button class="btn-link" type="button" onclick={edit}>{ icon("pencil") }{ text.t("answer-edit") }</button>
                }
            </div>
            if let Some(error) = &accept.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct EditAnswerProps {
    answer: Answer,
    close: Callback<bool>,
}

#[component]
fn EditAnswer(props: &EditAnswerProps) -> Html {
    let text = use_text();
    let body = use_state(|| props.answer.body.clone());
    let save = {
        let (id, version, close) = (props.answer.id, props.answer.version, props.close.clone());
        use_mutation(
            move |client, body: String| async move { client.update_answer(id, version, &NewAnswer { body }).await },
            Callback::from(move |_: Answer| close.emit(true)),
        )
    };
    let errors = FormErrors::of(&text, save.error.as_ref());
    let onsubmit = {
        let (body, save) = (body.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit((*body).clone());
        })
    };
    html! {
        <form novalidate=true class="flow" {onsubmit}>
            if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
            <Composer id={format!("answer-{}-body", props.answer.id)} label={text.t("answer-edit")} value={body} error={errors.at("body")} />
            <p class="row">
                <Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button>
                <button class="btn-link" type="button" onclick={props.close.reform(|_: MouseEvent| false)}>{ text.t("cancel") }</button>
            </p>
        </form>
    }
}

#[component]
fn AnswerForm(props: &AnswersProps) -> Html {
    let text = use_text();
    let session = use_session();
    let question = &props.question;
    let draft = AttrValue::from(format!("answer-{}", question.id));
    let body = {
        let draft = draft.clone();
        use_state(move || stored_draft(&draft))
    };
    let is_posted = use_state_eq(|| false);
    let post = {
        let (id, body, draft, reload, is_posted) =
            (question.id, body.clone(), draft.clone(), props.query.reload.clone(), is_posted.clone());
        use_mutation(
            move |client, body: String| async move { client.answer_question(id, &NewAnswer { body }).await },
            Callback::from(move |_: Answer| {
                store_draft(&draft, "");
                body.set(String::new());
                is_posted.set(true);
                reload.emit(());
                focus("answers-title");
            }),
        )
    };
    if session.is_restoring {
        return html! {};
    }
    if !session.has(Role::Member) {
        let next = Route::QuestionById { id: question.id.0 };
        return html! {
            if session.member.is_none() {
                <section class="mt-6">
                    <p><Link class="btn btn-2" to={Route::SignIn} query={query_of(&[("next", yew_router::Routable::to_path(&next))])}>
                        { text.t("answer-sign-in") }</Link></p>
                </section>
            }
        };
    }
    let errors = FormErrors::of(&text, post.error.as_ref());
    let onsubmit = {
        let (body, post, is_posted) = (body.clone(), post.run.clone(), is_posted.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_posted.set(false);
            post.emit((*body).clone());
        })
    };
    html! {
        <section aria-labelledby="answer-title" class="mt-6" id="answer">
            <h2 id="answer-title" class="mb-3">{ text.t("answer-yours") }</h2>
            if *is_posted { <Notice tone="is-ok mb-5" icon="circle-check" is_status=true><p>{ text.t("answer-posted") }</p></Notice> }
            <ErrorSummary errors={errors.clone()} failures={post.failures} />
            <form novalidate=true {onsubmit}>
                <Composer id="body" label={text.t("answer-label")} quiet_label=true value={body} {draft} error={errors.at("body")} />
                <p class="row mt-4">
                    <Button submit=true busy={post.is_busy}>{ text.t(if post.is_busy { "answer-busy" } else { "answer-send" }) }</Button>
                </p>
            </form>
        </section>
    }
}
