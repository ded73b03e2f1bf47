//! Following a thread and keeping it, and telling the server how far it was read.

use client::Client;
use client::types::accounts::Role;
use client::types::forum::{FollowKind, NewBookmark, NewView, Thread};
use futures_util::FutureExt;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::ways::{PostLink, use_asked_number};
use crate::components::{Button, FollowButton, error_text, icon};
use crate::hooks::{focus_soon, use_mutation, use_session, use_text};
use crate::routes::Route;

/// Which thread.
#[derive(PartialEq, Properties)]
pub struct KeepProps {
    /// The thread.
    pub thread: Thread,
}

/// Buttons to follow a thread and to keep it.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let text = use_text();
    let session = use_session();
    let thread = &props.thread;
    use_view(thread);
    if !session.has(Role::Member) {
        return html! {};
    }
    let to = Route::of_thread(thread.kind, thread.id.0, thread.slug.clone());
    let unread =
        thread.viewer.last_read.map(|number| number + 1).filter(|number| *number <= thread.last_number && *number > 2);
    html! {
        <section class="flow" aria-label={text.t("thread-yours")}>
            <FollowButton kind={FollowKind::Thread} id={thread.id.0} is_followed={thread.viewer.is_followed} />
            <BookmarkButton thread={thread.clone()} />
            if let Some(number) = unread {
                <p><PostLink {to} {number}>{ icon("arrow-down") }{ text.t("thread-unread") }</PostLink></p>
            }
        </section>
    }
}

/// Tells the server that the thread is looked at, and up to where. What fails is not worth a word.
#[hook]
fn use_view(thread: &Thread) {
    let session = use_session();
    let asked = use_asked_number();
    let shown = thread.answers.items.iter().map(|post| post.number).max().unwrap_or(1);
    // Of a long thread only what was shown is read; a short one, and the end of a long one, is read whole.
    let is_whole = thread.answers.next.is_none();
    let number = match asked {
        Some(asked) => asked.max(1),
        None if is_whole => thread.last_number,
        None if thread.kind == client::types::forum::ThreadKind::Discussion => shown,
        None => 1,
    };
    let viewer = session.member.as_ref().map(|member| member.id);
    let id = thread.id;
    use_effect_with((id, number, viewer, session.is_restoring), move |(id, number, _, is_restoring)| {
        if *is_restoring {
            return;
        }
        let (id, new) = (*id, NewView { number: *number });
        wasm_bindgen_futures::spawn_local(async move {
            let tell = move |client: Client| async move { client.view_thread(id, &new).await }.boxed_local();
            let _ = session.call(&tell).await;
        });
    });
}

#[component]
fn BookmarkButton(props: &KeepProps) -> Html {
    let text = use_text();
    let is_kept = use_state_eq(|| props.thread.viewer.is_bookmarked);
    let is_open = use_state_eq(|| false);
    let note = use_node_ref();
    {
        let is_kept = is_kept.clone();
        use_effect_with(props.thread.viewer.is_bookmarked, move |is_bookmarked| is_kept.set(*is_bookmarked));
    }
    let id = props.thread.id;
    let save = {
        let (is_kept, is_open) = (is_kept.clone(), is_open.clone());
        use_mutation(
            move |client, note: String| async move { client.save_bookmark(id, &NewBookmark { note }).await },
            Callback::from(move |()| {
                is_kept.set(true);
                is_open.set(false);
                focus_soon("bookmark");
            }),
        )
    };
    let remove = {
        let is_kept = is_kept.clone();
        use_mutation(
            move |client, ()| async move { client.delete_bookmark(id).await },
            Callback::from(move |()| is_kept.set(false)),
        )
    };
    let press = {
        let (is_kept, is_open, remove) = (*is_kept, is_open.clone(), remove.run.clone());
        Callback::from(move |_: MouseEvent| {
            if is_kept {
                remove.emit(());
                return;
            }
            is_open.set(!*is_open);
            if !*is_open {
                focus_soon("bookmark-note");
            }
        })
    };
    let onsubmit = {
        let (note, save) = (note.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(note.cast::<HtmlInputElement>().map(|note| note.value()).unwrap_or_default());
        })
    };
    let failure = save.error.clone().or_else(|| remove.error.clone());
    html! {
        <>
            <p><button class="btn btn-2 btn-small" type="button" id="bookmark" aria-pressed={is_kept.to_string()}
                aria-expanded={(!*is_kept).then(|| is_open.to_string())} onclick={press}>
                { icon(if *is_kept { "check" } else { "bookmark" }) }{ text.t(if *is_kept { "bookmarked" } else { "bookmark" }) }
            </button></p>
            if *is_open && !*is_kept {
                <form class="flow" novalidate=true {onsubmit}>
                    <div class="field">
                        <label for="bookmark-note">{ text.t("bookmark-note") }</label>
                        <input class="input" type="text" id="bookmark-note" maxlength="200" ref={note} />
                    </div>
                    <p><Button submit=true class="btn-small" busy={save.is_busy}>{ text.t("bookmark-save") }</Button></p>
                </form>
            }
            if let Some(error) = failure { <p class="error" role="alert">{ error_text(&text, &error) }</p> }
        </>
    }
}
