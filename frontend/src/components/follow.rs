//! Following something.

use client::Client;
use client::types::accounts::Role;
use client::types::forum::{FollowKind, NewFollow};
use futures_util::FutureExt;
use yew::prelude::*;

use super::{error_text, icon, use_toast};
use crate::hooks::{use_query, use_session, use_text};

/// What is followed.
#[derive(PartialEq, Properties)]
pub struct FollowButtonProps {
    /// What it is.
    pub kind: FollowKind,
    /// Its id.
    pub id: i64,
    /// Whether it is followed already.
    pub is_followed: bool,
}

/// A button to follow something: shown at once, taken back when the server could not keep it.
#[component]
pub fn FollowButton(props: &FollowButtonProps) -> Html {
    let text = use_text();
    let session = use_session();
    let toast = use_toast();
    let is_on = use_state_eq(|| props.is_followed);
    {
        let is_on = is_on.clone();
        use_effect_with((props.id, props.is_followed), move |(_, is_followed)| is_on.set(*is_followed));
    }
    let press = {
        let (session, is_on, text, toast) = (session, is_on.clone(), text.clone(), toast);
        let (kind, id) = (props.kind, props.id);
        Callback::from(move |_: MouseEvent| {
            let before = *is_on;
            let new = NewFollow { kind, id, is_on: !before };
            is_on.set(!before);
            let (session, is_on, text, toast) = (session.clone(), is_on.clone(), text.clone(), toast.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let keep = move |client: Client| async move { client.set_follow(&new).await }.boxed_local();
                if let Err(error) = session.call(&keep).await {
                    is_on.set(before);
                    toast.emit(text.with("follow-failed", &[("reason", &error_text(&text, &error))]));
                }
            });
        })
    };
    html! {
        <p><button class="btn btn-2 btn-small" type="button" aria-pressed={is_on.to_string()} onclick={press}>
            { icon(if *is_on { "check" } else { "bell" }) }{ text.t(if *is_on { "following" } else { "follow" }) }
        </button></p>
    }
}

/// What can be followed.
#[derive(PartialEq, Properties)]
pub struct FollowProps {
    /// What it is.
    pub kind: FollowKind,
    /// Its id.
    pub id: i64,
}

/// A button to follow something whose page does not say whether it is followed; members alone have it.
#[component]
pub fn Follow(props: &FollowProps) -> Html {
    if use_session().has(Role::Member) {
        html! { <Asked kind={props.kind} id={props.id} /> }
    } else {
        html! {}
    }
}

#[component]
fn Asked(props: &FollowProps) -> Html {
    let (kind, id) = (props.kind, props.id);
    let state = use_query((kind.as_str(), id), move |client, (_, id)| async move { client.get_follow(kind, id).await });
    match state.ready() {
        Some(state) => html! { <FollowButton {kind} {id} is_followed={state.is_followed} /> },
        None => html! {},
    }
}
