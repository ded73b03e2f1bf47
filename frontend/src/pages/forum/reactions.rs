//! Reactions: shown at once, taken back when the server could not keep them.

use client::Client;
use client::types::PostId;
use client::types::forum::{NewReaction, Reaction, ReactionKind};
use futures_util::FutureExt;
use yew::prelude::*;

use crate::components::{error_text, use_toast};
use crate::hooks::{use_session, use_text};

/// Which post, and the reactions to it.
#[derive(PartialEq, Properties)]
pub struct ReactionsProps {
    /// The post.
    pub post: PostId,
    /// What the server gave.
    pub reactions: Vec<Reaction>,
    /// Whether the viewer may react.
    pub can_react: bool,
}

/// The reactions to a post, and for members a button for each.
#[component]
pub fn Reactions(props: &ReactionsProps) -> Html {
    let text = use_text();
    let session = use_session();
    let toast = use_toast();
    let reactions = use_state(|| props.reactions.clone());
    {
        let reactions = reactions.clone();
        use_effect_with(props.reactions.clone(), move |given| reactions.set(given.clone()));
    }
    let of = |kind: ReactionKind| {
        let found = reactions.iter().find(|reaction| reaction.kind == kind);
        found.copied().unwrap_or(Reaction { kind, count: 0, is_mine: false })
    };
    if !props.can_react {
        if reactions.is_empty() {
            return html! {};
        }
        return html! {
            <ul class="row t-s muted" aria-label={text.t("reactions")}>
                { for reactions.iter().map(|reaction| html! {
                    <li key={reaction.kind.as_str()}>{ text.t(&format!("reaction-{}", reaction.kind.as_str())) }{ " " }{ reaction.count }</li>
                }) }
            </ul>
        };
    }
    let press = |kind: ReactionKind| {
        let (session, reactions, text, toast, post) =
            (session.clone(), reactions.clone(), text.clone(), toast.clone(), props.post);
        let now = of(kind);
        Callback::from(move |_: MouseEvent| {
            let before = (*reactions).clone();
            let new = NewReaction { kind, is_on: !now.is_mine };
            let count = now.count + if new.is_on { 1 } else { -1 };
            let mut after: Vec<_> = before.iter().filter(|reaction| reaction.kind != kind).copied().collect();
            after.push(Reaction { kind, count, is_mine: new.is_on });
            reactions.set(after);
            let (session, reactions, text, toast) = (session.clone(), reactions.clone(), text.clone(), toast.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let keep = move |client: Client| async move { client.react_to_post(post, &new).await }.boxed_local();
                match session.call(&keep).await {
                    Ok(kept) => reactions.set(kept),
                    Err(error) => {
                        reactions.set(before);
                        toast.emit(text.with("reaction-failed", &[("reason", &error_text(&text, &error))]));
                    }
                }
            });
        })
    };
    html! {
        <div class="row row-s t-s" role="group" aria-label={text.t("reactions")}>
            { for ReactionKind::ALL.into_iter().map(|kind| {
                let reaction = of(kind);
                html! {
                    <div class="vote" key={kind.as_str()}>
                        <button type="button" aria-pressed={reaction.is_mine.to_string()} onclick={press(kind)}>
                            { text.t(&format!("reaction-{}", kind.as_str())) }
                            if reaction.count > 0 { { " " }<b>{ reaction.count }</b> }
                        </button>
                    </div>
                }
            }) }
        </div>
    }
}
