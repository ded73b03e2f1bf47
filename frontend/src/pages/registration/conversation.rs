//! What staff and an applicant wrote to each other.

use client::types::membership::{ApplicationMessage, MessageKind};
use yew::prelude::*;

use crate::components::date;
use crate::text::Text;

/// Something written in an application; what the reader's own side wrote stands on the right.
pub fn conversation_entry(text: &Text, message: &ApplicationMessage, is_own: bool) -> Html {
    let is_note = message.kind == MessageKind::Note;
    let class = if is_note {
        "note"
    } else if is_own {
        "mine"
    } else {
        ""
    };
    html! {
        <li {class}>
            <p class="meta">
                <b>{ &message.author }</b>
                if is_note { <span>{ text.t("conversation-staff-note") }</span> }
                { date(text, message.created_at) }
            </p>
            { for message.body.split("\n\n").map(|paragraph| html! { <p class="lines">{ paragraph }</p> }) }
        </li>
    }
}
