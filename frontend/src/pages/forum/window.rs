//! Part of a long thread around a post, with the ways to what is before and after. It weighs as much as a short thread.

use client::types::forum::{PostWindow, PostWindowQuery, Thread};
use yew::prelude::*;

use super::answers::AnswerPost;
use super::quote::Quote;
use crate::components::{Button, error_text, load};
use crate::hooks::{Query, focus, use_mutation, use_query, use_text};

/// How many posts are asked for at once.
const LIMIT: Option<u32> = Some(20);

/// Which part.
#[derive(PartialEq, Properties)]
pub struct WindowProps {
    /// The thread.
    pub thread: Thread,
    /// The thread's query, to be renewed after each act.
    pub query: Query<Thread>,
    /// The number of the post that is asked for.
    pub at: i32,
    /// Where quotes go.
    pub quote: UseStateHandle<Option<Quote>>,
}

/// Part of a long thread.
#[component]
pub fn Window(props: &WindowProps) -> Html {
    let asked = PostWindowQuery { at: Some(props.at), limit: LIMIT, ..PostWindowQuery::default() };
    let id = props.thread.id;
    // A post that was added or accepted meanwhile shows too.
    let version = (props.thread.answer_count, props.thread.accepted_answer_id);
    let window =
        use_query(
            (id, asked, version),
            |client, (id, asked, _)| async move { client.list_posts_around(id, &asked).await },
        );
    load(
        &window,
        |window| html! { <Loaded key={props.at} window={window.clone()} thread={props.thread.clone()} query={props.query.clone()} at={props.at} quote={props.quote.clone()} /> },
    )
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    window: PostWindow,
    thread: Thread,
    query: Query<Thread>,
    at: i32,
    quote: UseStateHandle<Option<Quote>>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let window = use_state(|| props.window.clone());
    {
        let window = window.clone();
        use_effect_with(props.window.clone(), move |given| window.set(given.clone()));
    }
    {
        // The post that was asked for, or the nearest after it that is still there.
        let number = props.window.items.iter().map(|post| post.number).find(|number| *number >= props.at);
        let number = number.or_else(|| props.window.items.last().map(|post| post.number));
        use_effect_with(props.at, move |_| {
            if let Some(number) = number {
                gloo::timers::callback::Timeout::new(0, move || focus(&format!("post-{number}"))).forget();
            }
        });
    }
    let id = props.thread.id;
    let further = {
        let window = window.clone();
        use_mutation(
            move |client, asked: PostWindowQuery| async move {
                client.list_posts_around(id, &asked).await.map(|found| (asked.before.is_some(), found))
            },
            Callback::from(move |(is_before, found): (bool, PostWindow)| {
                let now = (*window).clone();
                window.set(if is_before {
                    PostWindow {
                        items: found.items.into_iter().chain(now.items).collect(),
                        before: found.before,
                        after: now.after,
                    }
                } else {
                    PostWindow {
                        items: now.items.into_iter().chain(found.items).collect(),
                        before: now.before,
                        after: found.after,
                    }
                });
            }),
        )
    };
    let ask = |before: Option<i32>, after: Option<i32>| {
        further.run.reform(move |_: MouseEvent| PostWindowQuery { at: None, before, after, limit: LIMIT })
    };
    let following = |place: usize| window.items.get(place + 1).map(|post| post.number);
    html! {
        <>
            if window.before.is_some() {
                <p class="mb-4"><Button class="btn-2" busy={further.is_busy} onclick={ask(window.before, None)}>{ text.t("posts-earlier") }</Button></p>
            }
            <div class="bars answers">
                { for window.items.iter().enumerate().map(|(place, post)| html! {
                    <AnswerPost key={post.id.0} thread={props.thread.clone()} answer={post.clone()} query={props.query.clone()}
                        following={following(place)} quote={props.quote.clone()} />
                }) }
            </div>
            if window.after.is_some() {
                <p class="mt-4"><Button class="btn-2" busy={further.is_busy} onclick={ask(None, window.after)}>{ text.t("posts-later") }</Button></p>
            }
            if let Some(error) = &further.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </>
    }
}
