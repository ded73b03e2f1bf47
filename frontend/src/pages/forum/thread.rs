//! A question with its answers, or a discussion with its replies.

use client::types::ThreadId;
use client::types::accounts::Role;
use client::types::forum::{Thread, ThreadKind, ThreadQuery};
use yew::prelude::*;
use yew_router::prelude::*;

use super::answers::Answers;
use super::byline::byline;
use super::comments::Comments;
use super::delete::{Delete, Deleted, Thing};
use super::guide::{GuidePanel, guide_badge};
use super::keep::Keep;
use super::quote::{Quote, QuoteButton};
use super::reactions::Reactions;
use super::space::InSpace;
use super::standing::{badges, closure};
use super::suggest::PostEdits;
use super::ways::{Ways, use_asked_number};
use crate::components::{Link, Notice, ShelfLabel, Tags, VoteButtons, icon, load, markdown};
use crate::hooks::{Query, focus_soon, use_query, use_session, use_text, use_title};
use crate::routes::Route;

/// Which thread.
#[derive(PartialEq, Properties)]
pub struct ThreadPageProps {
    /// What it is.
    pub kind: ThreadKind,
    /// The thread's id.
    pub id: i64,
}

/// A question with its answers, or a discussion with its replies.
#[component]
pub fn ThreadPage(props: &ThreadPageProps) -> Html {
    let thread = use_query((props.kind, ThreadId(props.id)), |client, (kind, id)| async move {
        match kind {
            ThreadKind::Question => client.get_question(id).await,
            ThreadKind::Discussion => client.get_discussion(id).await,
        }
    });
    load(&thread, |loaded| html! { <Loaded thread={loaded.clone()} query={thread.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    thread: Thread,
    query: Query<Thread>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    let thread = &props.thread;
    use_title(thread.title.clone().into());
    let address = Route::of_thread(thread.kind, thread.id.0, thread.slug.clone());
    let here = use_route::<Route>();
    let asked = use_asked_number();
    use_effect_with((address, here), move |(address, here)| {
        // An address with the id alone, or with the words of an older title, leads to the present one.
        if let (Some(navigator), true) = (navigator, here.as_ref().is_some_and(|here| here != address)) {
            match asked {
                // Pairs of words can always be written as a query.
                Some(number) => {
                    let _ = navigator.replace_with_query(address, &[("post", number)]);
                }
                None => navigator.replace(address),
            }
        }
    });
    let is_deleted = use_state_eq(|| false);
    let deleted = {
        let is_deleted = is_deleted.clone();
        Callback::from(move |()| is_deleted.set(true))
    };
    let restored = {
        let (is_deleted, reload) = (is_deleted.clone(), props.query.reload.clone());
        Callback::from(move |()| {
            is_deleted.set(false);
            focus_soon("main");
            reload.emit(());
        })
    };
    let to = Route::of_thread(thread.kind, thread.id.0, thread.slug.clone());
    let first = thread.answers.items.first().map(|post| post.number).filter(|_| asked.is_none());
    let quote = use_state(|| None::<Quote>);
    let is_question = thread.kind == ThreadKind::Question;
    let (id, slug) = (thread.id.0, thread.slug.clone());
    let moderate = if is_question { Route::ModerateQuestion { id } } else { Route::ModerateDiscussion { id } };
    let edit = if is_question { Route::EditQuestion { id, slug } } else { Route::EditDiscussion { id, slug } };
    let shelf = thread.shelf.slug.clone();
    let related = use_query(shelf.clone(), |client, shelf| async move {
        client.list_questions(&ThreadQuery { shelf: Some(shelf), limit: Some(6), ..ThreadQuery::default() }).await
    });
    if *is_deleted {
        return html! {
            <div class="flow mt-5"><h1>{ &thread.title }</h1><Deleted thing={Thing::Thread(thread.id)} done={restored} /></div>
        };
    }
    html! {
        <div class="cols mt-5">
            <div>
                <article>
                    <h1>{ &thread.title }</h1>
                    <p class="row mt-4 row-s">
                        <ShelfLabel slug={shelf} />
                        <InSpace space={thread.space.clone()} />
                        { badges(&text, thread) }
                        if thread.accepted_answer_id.is_some() {
                            <span class="badge is-ok">{ icon("check") }{ text.t("question-answered") }</span>
                        }
                        { guide_badge(&text, thread.guide.as_ref()) }
                        if thread.is_confidential { <span class="badge">{ icon("lock") }{ text.t("in-confidence") }</span> }
                    </p>
                    { closure(&text, thread) }
                    <div class="post" id="post-1" tabindex="-1">
                        { byline(&text, &thread.opening) }
                        { markdown(&thread.opening.body_html.clone()) }
                        <div><Tags tags={thread.tags.clone()} /></div>
                        <div class="row row-m">
                            <VoteButtons post={thread.opening.id} score={thread.opening.score} viewer={thread.opening.viewer} />
                            if thread.opening.viewer.can_edit {
                                <Link class="btn-link" to={edit}>
                                    { icon("pencil") }{ text.t(if is_question { "edit-question" } else { "edit-discussion" }) }
                                </Link>
                            }
                            if thread.viewer.can_delete {
                                <Delete thing={Thing::Thread(thread.id)} done={deleted} />
                            }
                            <Ways post={thread.opening.clone()} to={to.clone()} following={first}>
                                if thread.opening.viewer.can_respond {
                                    <QuoteButton post={thread.opening.clone()} to={to.clone()} quote={quote.clone()} />
                                }
                            </Ways>
                        </div>
                        <Reactions post={thread.opening.id} reactions={thread.opening.reactions.clone()} can_react={thread.opening.viewer.can_react} />
                        <Comments post={thread.opening.clone()} />
                        <PostEdits post={thread.opening.clone()} />
                    </div>
                    if thread.viewer.can_moderate {
                        <p class="mt-5"><Link class="btn btn-2 btn-small" to={moderate}>{ icon("lock") }{ text.t("moderate") }</Link></p>
                    }
                </article>
                <Answers thread={thread.clone()} query={props.query.clone()} {quote} />
            </div>
            <aside class="flow flow-6">
                <Keep thread={thread.clone()} />
                if thread.is_confidential && thread.opening.viewer.is_author {
                    <Notice icon="lock"><p>{ text.t("confidence-own") }</p></Notice>
                }
                <GuidePanel thread={thread.clone()} />
                if let Some(related) = related.ready() {
                    if related.items.iter().any(|other| other.id != thread.id) {
                        <section aria-labelledby="related">
                            <h2 id="related" class="t-l mb-3">{ text.t("question-related") }</h2>
                            <ul class="links t-s">
                                { for related.items.iter().filter(|other| other.id != thread.id).take(5).map(|other| html! {
                                    <li key={other.id.0}>
                                        <Link to={Route::Question { id: other.id.0, slug: other.slug.clone() }}>{ &other.title }</Link>
                                        <p class="meta"><span>{ text.count("question-answers", other.answer_count.into()) }</span></p>
                                    </li>
                                }) }
                            </ul>
                        </section>
                    }
                }
                if !session.has(Role::Member) && session.member.is_none() && !session.is_restoring {
                    <section class="panel">
                        <h2>{ text.t("question-join-title") }</h2>
                        <p class="t-s">{ text.t("question-join-text") }</p>
                        <p class="mt-4"><Link class="btn btn-2 btn-small" to={Route::Join}>{ text.t("join-free") }</Link></p>
                    </section>
                }
            </aside>
        </div>
    }
}
