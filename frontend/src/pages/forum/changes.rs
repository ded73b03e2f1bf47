//! A text against another, word by word.

use client::types::forum::{Change, ChangeKind};
use yew::prelude::*;

use crate::text::Text;

/// What stayed, what was added and what was taken away. Those who hear the page are told which is which.
pub fn changes(text: &Text, changes: &[Change]) -> Html {
    html! {
        { for changes.iter().map(|change| match change.kind {
            ChangeKind::Same => html! { { &change.text } },
            ChangeKind::Added => html! {
                <ins><span class="vh">{ " " }{ text.t("change-added") }{ " " }</span>{ &change.text }<span class="vh">{ text.t("change-end") }</span></ins>
            },
            ChangeKind::Removed => html! {
                <del><span class="vh">{ " " }{ text.t("change-removed") }{ " " }</span>{ &change.text }<span class="vh">{ text.t("change-end") }</span></del>
            },
        }) }
    }
}
