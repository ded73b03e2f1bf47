//! The answers to a question or the replies in a discussion, and the form for one more.

use client::types::accounts::Role;
use client::types::forum::{AcceptedAnswer, NewPost, Post, PostOrder, PostQuery, Thread, ThreadKind};
use client::types::{Page, PostId};
use yew::prelude::*;

use super::byline::{author_name, byline};
use super::comments::Comments;
use super::delete::{Delete, Deleted, Thing};
use super::draft::use_kept_draft;
use super::edit_answer::EditAnswer;
use super::first_note::FirstNote;
use super::form::use_question_draft;
use super::help::AnswerOrder;
use super::quote::{Quote, QuoteButton};
use super::reactions::Reactions;
use super::suggest::PostEdits;
use super::trust::{BehalfField, use_behalf};
use super::ways::{Jumps, WayUp, Ways, use_asked_number};
use super::window::Window;
use crate::components::{
    Button, Composer, EmptyState, ErrorSummary, FormErrors, Link, Notice, VoteButtons, error_text, icon, markdown,
    query_of,
};
use crate::hooks::{Query, focus, focus_end, focus_soon, use_mutation, use_session, use_text};
use crate::routes::Route;

/// Which thread's answers.
#[derive(PartialEq, Properties)]
pub struct AnswersProps {
    /// The thread, with its first answers or replies.
    pub thread: Thread,
    /// The thread's query, to be renewed after each act.
    pub query: Query<Thread>,
    /// What is quoted, also from the post that opens the thread.
    pub quote: UseStateHandle<Option<Quote>>,
}

/// The answers to a question or the replies in a discussion.
#[component]
pub fn Answers(props: &AnswersProps) -> Html {
    let text = use_text();
    let thread = &props.thread;
    let further = use_state(Page::<Post>::default);
    let order = use_state_eq(PostOrder::default);
    let asked = use_asked_number().filter(|number| *number > 1);
    {
        // What was loaded beyond the first page belongs to the question as it was then.
        let (further, order) = (further.clone(), order.clone());
        use_effect_with((thread.opening.version, thread.answer_count, thread.accepted_answer_id), move |_| {
            further.set(Page::default());
            order.set(PostOrder::default());
        });
    }
    {
        // Neither does it belong to another order.
        let further = further.clone();
        use_effect_with(*order, move |_| further.set(Page::default()));
    }
    let next = if further.items.is_empty() { thread.answers.next.clone() } else { further.next.clone() };
    let more = {
        let (further, id, kind) = (further.clone(), thread.id, thread.kind);
        let order = (kind == ThreadKind::Question).then_some(*order);
        use_mutation(
            move |client, after: String| async move {
                let query = PostQuery { order, after: Some(after), limit: None };
                match kind {
                    ThreadKind::Question => client.list_answers(id, &query).await,
                    ThreadKind::Discussion => client.list_replies(id, &query).await,
                }
            },
            Callback::from(move |page: Page<Post>| {
                let items = further.items.iter().cloned().chain(page.items).collect();
                further.set(Page { items, next: page.next, total: None });
            }),
        )
    };
    let is_question = thread.kind == ThreadKind::Question;
    let answers: Vec<_> = thread.answers.items.iter().chain(&further.items).cloned().collect();
    html! {
        <>
            <section aria-labelledby="answers-title" class="mt-6">
                <h2 id="answers-title" class="mb-3" tabindex="-1">{ text.count(if is_question { "question-answers" } else { "discussion-replies" }, thread.answer_count.into()) }</h2>
                <div class="row row-apart mb-3">
                    <Jumps thread={thread.clone()} />
                    if is_question && answers.len() > 1 && asked.is_none() {
                        <AnswerOrder thread={thread.clone()} query={props.query.clone()} order={order.clone()} />
                    }
                </div>
                if let Some(at) = asked {
                    <Window thread={thread.clone()} query={props.query.clone()} {at} quote={props.quote.clone()} />
                } else if answers.is_empty() {
                    <EmptyState title={text.t(if is_question { "answers-none" } else { "replies-none" })}><p>{ text.t(if is_question { "answers-none-text" } else { "replies-none-text" }) }</p></EmptyState>
                } else {
                    <div class="bars answers">
                        { for answers.iter().enumerate().map(|(place, answer)| html! {
                            <AnswerPost key={answer.id.0} thread={thread.clone()} answer={answer.clone()} query={props.query.clone()}
                                following={answers.get(place + 1).map(|answer| answer.number)} quote={props.quote.clone()} />
                        }) }
                    </div>
                }
                if let Some(next) = next.filter(|_| asked.is_none()) {
                    <p class="mt-4">
                        <Button class="btn-2" busy={more.is_busy} onclick={more.run.reform(move |_: MouseEvent| next.clone())}>
                            { text.t(if is_question { "answers-more" } else { "replies-more" }) }
                        </Button>
                    </p>
                    if let Some(error) = &more.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                }
            </section>
            <AnswerForm thread={thread.clone()} query={props.query.clone()} quote={props.quote.clone()} />
        </>
    }
}

/// Which answer or reply.
#[derive(PartialEq, Properties)]
pub struct AnswerPostProps {
    /// The thread.
    pub thread: Thread,
    /// The answer or reply.
    pub answer: Post,
    /// The thread's query, to be renewed after each act.
    pub query: Query<Thread>,
    /// The number of the post after it on the page, if there is one.
    pub following: Option<i32>,
    /// Where quotes go.
    pub quote: UseStateHandle<Option<Quote>>,
}

/// An answer or reply.
#[component]
pub fn AnswerPost(props: &AnswerPostProps) -> Html {
    let text = use_text();
    let answer = &props.answer;
    let is_editing = use_state_eq(|| false);
    let is_deleted = use_state_eq(|| false);
    let set_deleted = |deleted: bool| {
        let (is_deleted, number) = (is_deleted.clone(), answer.number);
        Callback::from(move |()| {
            is_deleted.set(deleted);
            if !deleted {
                focus_soon(format!("post-{number}"));
            }
        })
    };
    let accept = {
        let (question, number, replace) = (answer.thread_id, answer.number, props.query.replace.clone());
        use_mutation(
            move |client, answer_id: Option<PostId>| async move {
                client.accept_answer(question, &AcceptedAnswer { answer_id }).await
            },
            Callback::from(move |question: Thread| {
                replace.emit(question);
                // It may stand elsewhere now.
                focus_soon(format!("post-{number}"));
            }),
        )
    };
    let choose = {
        let chosen = (!answer.is_accepted).then_some(answer.id);
        accept.run.reform(move |_: MouseEvent| chosen)
    };
    let edit = {
        let (is_editing, id) = (is_editing.clone(), answer.id);
        Callback::from(move |_: MouseEvent| {
            is_editing.set(true);
            focus_soon(format!("answer-{id}-body"));
        })
    };
    let close = {
        let (is_editing, number, reload) = (is_editing.clone(), answer.number, props.query.reload.clone());
        Callback::from(move |is_changed: bool| {
            is_editing.set(false);
            focus_soon(format!("post-{number}"));
            if is_changed {
                reload.emit(());
            }
        })
    };
    let name = author_name(&text, answer.author.as_ref());
    if *is_deleted {
        return html! { <Deleted thing={Thing::Post(answer.id)} done={set_deleted(false)} /> };
    }
    let kind = props.thread.kind;
    let to = Route::of_thread(kind, props.thread.id.0, props.thread.slug.clone());
    let label = if kind == ThreadKind::Discussion {
        text.with("reply-by", &[("name", &name), ("place", &answer.number.to_string())])
    } else {
        text.with(if answer.is_accepted { "answer-accepted-by" } else { "answer-by" }, &[("name", &name)])
    };
    html! {
        <article class="post" id={format!("post-{}", answer.number)} tabindex="-1" aria-label={label.clone()}>
            <h3 class="vh">{ label }</h3>
            if answer.is_accepted { <div class="ribbon">{ icon("check") }</div> }
            { byline(&text, answer) }
            <WayUp post={answer.clone()} to={to.clone()} />
            if answer.is_accepted { <p class="badge is-ok">{ icon("check") }{ text.t("answer-accepted") }</p> }
            if *is_editing {
                <EditAnswer {kind} answer={answer.clone()} {close} />
            } else {
                { markdown(&answer.body_html.clone()) }
            }
            <div class="row row-m">
                <VoteButtons post={answer.id} score={answer.score} viewer={answer.viewer} />
                if answer.viewer.can_accept && kind == ThreadKind::Question {
                    <button class="btn-link" type="button" onclick={choose} aria-busy={accept.is_busy.then_some("true")}>
                        { icon("check") }{ text.t(if answer.is_accepted { "answer-unaccept" } else { "answer-accept" }) }
                    </button>
                }
                if answer.viewer.can_edit && !*is_editing {
                    <button class="btn-link" type="button" onclick={edit}>{ icon("pencil") }{ text.t(if kind == ThreadKind::Question { "answer-edit" } else { "reply-edit" }) }</button>
                }
                if answer.viewer.can_delete && !*is_editing {
                    <Delete thing={Thing::Post(answer.id)} done={set_deleted(true)} />
                }
                <Ways post={answer.clone()} to={to.clone()} following={props.following}>
                    if answer.viewer.can_respond {
                        <QuoteButton post={answer.clone()} {to} quote={props.quote.clone()} replies={kind == ThreadKind::Discussion} />
                    }
                </Ways>
            </div>
            if !*is_editing { <PostEdits post={answer.clone()} /> }
            <Reactions post={answer.id} reactions={answer.reactions.clone()} can_react={answer.viewer.can_react} />
            <Comments post={answer.clone()} />
            if let Some(error) = &accept.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct AnswerFormProps {
    thread: Thread,
    query: Query<Thread>,
    quote: UseStateHandle<Option<Quote>>,
}

#[component]
fn AnswerForm(props: &AnswerFormProps) -> Html {
    let text = use_text();
    let session = use_session();
    let thread = &props.thread;
    let is_question = thread.kind == ThreadKind::Question;
    let key = AttrValue::from(format!("thread-{}", thread.id));
    let written = use_question_draft(Some(key.clone()));
    let draft = use_kept_draft(key, written.clone());
    let body = written.body;
    let is_posted = use_state_eq(|| false);
    {
        let body = body.clone();
        use_effect_with((*props.quote).clone(), move |quote: &Option<Quote>| {
            if let Some(quote) = quote {
                let gap = if body.is_empty() || body.ends_with("\n\n") { "" } else { "\n\n" };
                body.set(format!("{}{gap}{}", *body, quote.words));
                focus_end("body");
            }
        });
    }
    // A quote in a discussion is a reply to that post; what opens a thread needs none.
    let answered = props.quote.as_ref().map(|quote| quote.post.clone()).filter(|post| !is_question && post.number > 1);
    let speaks = use_state_eq(|| false);
    // The one who asks in confidence names no organisation.
    let is_hidden = thread.is_confidential && thread.opening.viewer.is_author;
    let organisation_id = use_behalf(*speaks && !is_hidden);
    let post = {
        let (id, kind, body, discard, reload, is_posted) = (
            thread.id,
            thread.kind,
            body.clone(),
            draft.discard.clone(),
            props.query.reload.clone(),
            is_posted.clone(),
        );
        let quote = props.quote.clone();
        let reply_to = answered.as_ref().map(|answered| answered.id);
        use_mutation(
            move |client, body: String| async move {
                match kind {
                    ThreadKind::Question => {
                        client.answer_question(id, &NewPost { body, organisation_id, reply_to }).await
                    }
                    ThreadKind::Discussion => {
                        client.reply_to_discussion(id, &NewPost { body, organisation_id, reply_to }).await
                    }
                }
            },
            Callback::from(move |_: Post| {
                discard.emit(());
                body.set(String::new());
                quote.set(None);
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
        let next = Route::of_thread(thread.kind, thread.id.0, thread.slug.clone());
        return html! {
            if session.member.is_none() {
                <section class="mt-6">
                    <p><Link class="btn btn-2" to={Route::SignIn} query={query_of(&[("next", yew_router::Routable::to_path(&next))])}>
                        { text.t(if is_question { "answer-sign-in" } else { "reply-sign-in" }) }</Link></p>
                </section>
            } else {
                // Who has applied for membership is told why there is no form.
                <p class="mt-6 muted">{ icon("lock") }{ " " }{ text.t("posts-for-members") }</p>
            }
        };
    }
    if !thread.viewer.can_post {
        return html! { <p class="mt-6 muted">{ icon("lock") }{ " " }{ text.t("no-more-posts") }</p> };
    }
    let give_up = {
        let quote = props.quote.clone();
        Callback::from(move |_: MouseEvent| {
            quote.set(None);
            focus_soon("body");
        })
    };
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
            <h2 id="answer-title" class="mb-3">{ text.t(if is_question { "answer-yours" } else { "reply-yours" }) }</h2>
            // By itself: what stands after it goes at the same moment, and it must not be put before what is gone.
            <div>
                if *is_posted { <Notice tone="is-ok mb-5" icon="circle-check" is_status=true><p>{ text.t(if is_question { "answer-posted" } else { "reply-posted" }) }</p></Notice> }
            </div>
            <FirstNote is_posted={*is_posted} field="body" />
            { draft.notice(&text) }
            <ErrorSummary errors={errors.clone()} failures={post.failures} />
            if let Some(answered) = &answered {
                <p class="row t-s mb-3" role="status">
                    <span>{ text.with("reply-to", &[("name", &author_name(&text, answered.author.as_ref())), ("place", &answered.number.to_string())]) }</span>
                    <button class="btn-link" type="button" onclick={give_up}>{ text.t("reply-to-all") }</button>
                </p>
            }
            <form novalidate=true {onsubmit}>
                <Composer id="body" label={text.t(if is_question { "answer-label" } else { "reply-label" })} quiet_label=true value={body} files=true mentions=true thread={thread.id} status={draft.status(&text)} error={errors.at("body")} />
                if !is_hidden { <div class="mt-4"><BehalfField value={speaks} error={errors.at("organisation_id")} /></div> }
                <p class="row mt-4">
                    <Button submit=true busy={post.is_busy}>{ text.t(if post.is_busy {
                        if is_question { "answer-busy" } else { "reply-busy" }
                    } else if is_question {
                        "answer-send"
                    } else {
                        "reply-send"
                    }) }</Button>
                </p>
            </form>
        </section>
    }
}
