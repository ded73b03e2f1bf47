//! Deleting threads and posts, and having them back at once.

use client::types::forum::NewDeletion;
use client::types::{PostId, ThreadId};
use yew::prelude::*;

use crate::components::{Notice, error_text, icon};
use crate::hooks::{focus, use_mutation, use_text};

/// What can be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A question or a discussion.
    Thread(ThreadId),
    /// An answer or a reply.
    Post(PostId),
}

/// What is deleted, and whom to tell.
#[derive(PartialEq, Properties)]
pub struct DeleteProps {
    /// What.
    pub thing: Thing,
    /// Told when it is done.
    pub done: Callback<()>,
}

/// The button that deletes it.
#[component]
pub fn Delete(props: &DeleteProps) -> Html {
    let text = use_text();
    let thing = props.thing;
    let delete = use_mutation(
        move |client, ()| async move {
            match thing {
                Thing::Thread(id) => client.delete_thread(id, &NewDeletion::default()).await,
                Thing::Post(id) => client.delete_post(id, &NewDeletion::default()).await,
            }
        },
        props.done.clone(),
    );
    html! {
        <>
            <button class="btn-link" type="button" aria-busy={delete.is_busy.then_some("true")} onclick={delete.run.reform(|_: MouseEvent| ())}>
                { icon("trash-2") }{ text.t(if matches!(thing, Thing::Thread(_)) { "thread-delete" } else { "post-delete" }) }
            </button>
            if let Some(error) = &delete.error { <span class="error" role="alert">{ error_text(&text, error) }</span> }
        </>
    }
}

/// What stands in its place once it is deleted.
#[component]
pub fn Deleted(props: &DeleteProps) -> Html {
    let text = use_text();
    let thing = props.thing;
    // The button that was pressed is gone: this one takes its place.
    let undo = match thing {
        Thing::Thread(id) => format!("undo-thread-{id}"),
        Thing::Post(id) => format!("undo-post-{id}"),
    };
    use_effect_with(undo.clone(), |undo| focus(undo));
    let restore = use_mutation(
        move |client, ()| async move {
            match thing {
                Thing::Thread(id) => client.restore_thread(id).await,
                Thing::Post(id) => client.restore_post(id).await,
            }
        },
        props.done.clone(),
    );
    html! {
        <Notice icon="trash-2" is_status=true>
            <p>{ text.t("deleted-text") }</p>
            <p class="mt-4"><button class="btn btn-2 btn-small" type="button" id={undo} aria-busy={restore.is_busy.then_some("true")}
                onclick={restore.run.reform(|_: MouseEvent| ())}>{ text.t("deleted-undo") }</button></p>
            if let Some(error) = &restore.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </Notice>
    }
}
