//! A question with its answers.

use client::types::QuestionId;
use client::types::accounts::{MemberSummary, Role};
use client::types::forum::{Question, QuestionQuery};
use yew::prelude::*;
use yew_router::prelude::*;

use super::answers::Answers;
use crate::components::{Link, ShelfLabel, Tags, VoteButtons, VoteOn, avatar_letters, date, icon, load, markdown};
use crate::hooks::{Query, use_query, use_session, use_text, use_title};
use crate::routes::Route;

/// Which question.
#[derive(PartialEq, Properties)]
pub struct QuestionPageProps {
    /// The question's id.
    pub id: i64,
}

/// A question with its answers.
#[component]
pub fn QuestionPage(props: &QuestionPageProps) -> Html {
    let question = use_query(QuestionId(props.id), |client, id| async move { client.get_question(id).await });
    load(&question, |loaded| html! { <Loaded question={loaded.clone()} query={question.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    question: Question,
    query: Query<Question>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    let question = &props.question;
    use_title(question.title.clone().into());
    let address = Route::Question { id: question.id.0, slug: question.slug.clone() };
    let here = use_route::<Route>();
    use_effect_with((address, here), move |(address, here)| {
        // An address with the id alone, or with the words of an older title, leads to the present one.
        if let (Some(navigator), true) = (navigator, here.as_ref().is_some_and(|here| here != address)) {
            navigator.replace(address);
        }
    });
    let shelf = question.shelf.slug.clone();
    let related = use_query(shelf.clone(), |client, shelf| async move {
        client.list_questions(&QuestionQuery { shelf: Some(shelf), limit: Some(6), ..QuestionQuery::default() }).await
    });
    html! {
        <div class="cols mt-5">
            <div>
                <article>
                    <h1>{ &question.title }</h1>
                    <p class="row mt-4 row-s">
                        <ShelfLabel slug={shelf} />
                        if question.accepted_answer_id.is_some() {
                            <span class="badge is-ok">{ icon("check") }{ text.t("question-answered") }</span>
                        }
                    </p>
                    <div class="post">
                        <div class="byline">
                            { avatar(&question.author) }
                            <div><b>{ &question.author.name }</b><br /><span class="meta">
                                if let Some(library) = &question.author.organisation { <span>{ library }</span> }
                                { date(&text, question.created_at) }
                                if let Some(edited) = question.edited_at { <span>{ text.t("edited") }{ " " }{ date(&text, edited) }</span> }
                            </span></div>
                        </div>
                        { markdown(&question.body_html.clone()) }
                        <div><Tags tags={question.tags.clone()} /></div>
                        <div class="row row-m">
                            <VoteButtons on={VoteOn::Question(question.id)} score={question.score} viewer={question.viewer} />
                            if question.viewer.can_edit {
                                <Link class="btn-link" to={Route::EditQuestion { id: question.id.0, slug: question.slug.clone() }}>
                                    { icon("pencil") }{ text.t("edit-question") }
                                </Link>
                            }
                        </div>
                    </div>
                </article>
                <Answers question={question.clone()} query={props.query.clone()} />
            </div>
            <aside class="flow flow-6">
                if let Some(related) = related.ready() {
                    if related.items.iter().any(|other| other.id != question.id) {
                        <section aria-labelledby="related">
                            <h2 id="related" class="t-l mb-3">{ text.t("question-related") }</h2>
                            <ul class="links t-s">
                                { for related.items.iter().filter(|other| other.id != question.id).take(5).map(|other| html! {
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

/// The letters that stand for an author.
pub fn avatar(author: &MemberSummary) -> Html {
    html! { <span class="avatar" aria-hidden="true">{ avatar_letters(&author.name) }</span> }
}
