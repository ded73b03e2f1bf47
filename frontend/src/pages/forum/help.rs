//! Questions that the member may be able to help with, and the order of answers.

use client::types::Page;
use client::types::accounts::Role;
use client::types::forum::{AnswerInvitations, AnswerInvitationsPatch, PostOrder, Thread};
use client::types::forum::{Post, PostQuery};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::{Button, Link, date, error_text, load};
use crate::hooks::{Query, use_mutation, use_query, use_session, use_text};
use crate::routes::Route;

/// The questions that wait for the member; nothing for those who are not one.
#[component]
pub fn HelpPanel() -> Html {
    let session = use_session();
    if session.has(Role::Member) {
        html! { <Invited /> }
    } else {
        html! {}
    }
}

#[component]
fn Invited() -> Html {
    let text = use_text();
    let waiting = use_query((), |client, ()| async move { client.list_answer_invitations().await });
    let switch = {
        let replace = waiting.replace.clone();
        use_mutation(
            |client, is_on: bool| async move { client.update_answer_invitations(&AnswerInvitationsPatch { is_on }).await },
            Callback::from(move |changed: AnswerInvitations| replace.emit(changed)),
        )
    };
    html! {
        <section class="panel" aria-labelledby="help">
            <h2 id="help">{ text.t("help-title") }</h2>
            { load(&waiting, |waiting| {
                let is_on = waiting.is_on;
                html! {
                    <>
                        if waiting.items.is_empty() {
                            <p class="t-s">{ text.t("help-none") }</p>
                        } else {
                            <p class="t-s muted">{ text.t("help-text") }</p>
                            <ul class="links">{ for waiting.items.iter().map(|one| html! {
                                <li key={one.thread.id.0}>
                                    <Link to={Route::of_thread(one.thread.kind, one.thread.id.0, one.thread.slug.clone())}>{ &one.thread.title }</Link>
                                    <p class="meta">
                                        <span>{ text.t("help-asked") }{ " " }{ date(&text, one.created_at) }</span>
                                        if one.common > 0 {
                                            <span class="likeness" data-n={one.common.to_string()}>{ text.count("help-common", one.common.into()) }</span>
                                        }
                                    </p>
                                </li>
                            }) }</ul>
                        }
                        <p class="t-s muted mt-4" role="status">{ text.t(if is_on { "help-how-often" } else { "help-off-text" }) }</p>
                        <p><Button class="btn-2 btn-small" busy={switch.is_busy} onclick={switch.run.reform(move |_: MouseEvent| !is_on)}>
                            { text.t(if is_on { "help-switch-off" } else { "help-switch-on" }) }
                        </Button></p>
                    </>
                }
            }) }
            if let Some(error) = &switch.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </section>
    }
}

/// Which answers are put in order.
#[derive(PartialEq, Properties)]
pub struct AnswerOrderProps {
    /// The question, with its first answers.
    pub thread: Thread,
    /// The question's query, whose answers are replaced.
    pub query: Query<Thread>,
    /// The order that is shown.
    pub order: UseStateHandle<PostOrder>,
}

/// The choice of an order for the answers.
#[component]
pub fn AnswerOrder(props: &AnswerOrderProps) -> Html {
    let text = use_text();
    let session = use_session();
    let sort = {
        let (thread, replace, shown) = (props.thread.clone(), props.query.replace.clone(), props.order.clone());
        let id = thread.id;
        use_mutation(
            move |client, order: PostOrder| async move {
                let query = PostQuery { order: Some(order), limit: Some(30), after: None };
                client.list_answers(id, &query).await.map(|page| (order, page))
            },
            Callback::from(move |(order, answers): (PostOrder, Page<Post>)| {
                shown.set(order);
                replace.emit(Thread { answers, ..thread.clone() });
            }),
        )
    };
    let has_library = session.member.as_ref().is_some_and(|member| member.organisation_id.is_some());
    let onchange = sort.run.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        PostOrder::ALL.into_iter().find(|order| order.as_str() == chosen).unwrap_or_default()
    });
    html! {
        <div class="row" aria-busy={sort.is_busy.then_some("true")}>
            <label class="t-s" for="order">{ text.t("order-label") }</label>
            <select class="input input-auto" id="order" {onchange}>
                { for PostOrder::ALL.into_iter().filter(|order| has_library || *order != PostOrder::LikeMine).map(|order| html! {
                    <option key={order.as_str()} value={order.as_str()} selected={*props.order == order}>{ text.t(&format!("order-{}", order.as_str())) }</option>
                }) }
            </select>
            if let Some(error) = &sort.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div>
    }
}
