//! How a thread stands: pinned, closed, locked or slow.

use client::types::forum::Thread;
use yew::prelude::*;

use crate::components::{Link, Notice, icon};
use crate::routes::Route;
use crate::text::Text;

/// The badges of a thread that is pinned, locked or slow.
pub fn badges(text: &Text, thread: &Thread) -> Html {
    html! {
        <>
            if thread.is_pinned { <span class="badge">{ icon("arrow-up") }{ text.t("pinned") }</span> }
            if thread.is_locked { <span class="badge">{ icon("lock") }{ text.t("locked") }</span> }
            if thread.slow_mode_seconds > 0 { <span class="badge">{ icon("clock") }{ text.t("slow-mode") }</span> }
        </>
    }
}

/// Why a thread is closed, and where what it repeats is.
pub fn closure(text: &Text, thread: &Thread) -> Html {
    let Some(closed) = &thread.closed else { return html! {} };
    html! {
        <Notice tone="is-warn" icon="lock">
            <p><b>{ text.t("closed") }</b>{ " " }{ text.t(&format!("closed-{}", closed.reason.as_str())) }</p>
            if let Some(other) = &closed.duplicate_of {
                <p><Link to={Route::of_thread(other.kind, other.id.0, other.slug.clone())}>{ &other.title }</Link></p>
            }
        </Notice>
    }
}
