//! Votes: counted at once, taken back when the server could not count them.

use client::Client;
use client::types::PostId;
use client::types::forum::{NewVote, PostViewer, Votes};
use futures_util::FutureExt;
use yew::prelude::*;

use super::{error_text, icon, use_toast};
use crate::hooks::{use_session, use_text};

/// The votes on a post.
#[derive(PartialEq, Properties)]
pub struct VoteButtonsProps {
    /// What is voted on.
    pub post: PostId,
    /// The score that the server gave.
    pub score: i32,
    /// What the viewer may do and has done.
    pub viewer: PostViewer,
}

/// Two buttons to say whether a post was useful.
#[component]
pub fn VoteButtons(props: &VoteButtonsProps) -> Html {
    let text = use_text();
    let session = use_session();
    let toast = use_toast();
    let votes = use_state(|| Votes { score: props.score, vote: props.viewer.vote });
    {
        let votes = votes.clone();
        use_effect_with((props.score, props.viewer.vote), move |(score, vote)| {
            votes.set(Votes { score: *score, vote: *vote });
        });
    }
    if !props.viewer.can_vote {
        return html! { <p class="t-s muted">{ text.count("useful-count", i64::from(props.score)) }</p> };
    }
    let cast = |value: i32| {
        let (session, votes, text, toast, post) =
            (session.clone(), votes.clone(), text.clone(), toast.clone(), props.post);
        Callback::from(move |_: MouseEvent| {
            let before = *votes;
            let new = NewVote { value: if before.vote == value { 0 } else { value } };
            votes.set(Votes { score: before.score - before.vote + new.value, vote: new.value });
            let (session, votes, text, toast) = (session.clone(), votes.clone(), text.clone(), toast.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let count = move |client: Client| async move { client.vote_on_post(post, &new).await }.boxed_local();
                let counted = session.call(&count).await;
                match counted {
                    Ok(counted) => votes.set(counted),
                    Err(error) => {
                        votes.set(before);
                        toast.emit(text.with("vote-failed", &[("reason", &error_text(&text, &error))]));
                    }
                }
            });
        })
    };
    html! {
        <div class="vote" role="group" aria-label={text.t("vote-label")}>
            <button type="button" aria-pressed={(votes.vote == 1).to_string()} onclick={cast(1)}>
                { icon("arrow-up") }{ text.t("vote-useful") }{ " " }<b>{ votes.score }</b>
            </button>
            <button type="button" aria-pressed={(votes.vote == -1).to_string()} onclick={cast(-1)}>
                { icon("arrow-down") }<span class="vh">{ text.t("vote-not-useful") }</span>
            </button>
        </div>
    }
}
