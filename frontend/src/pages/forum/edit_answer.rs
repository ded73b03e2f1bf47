//! Changing an answer or a reply, in its place.

use client::types::ErrorCode;
use client::types::forum::{NewPost, Post, PostWindow, PostWindowQuery, ThreadKind};
use yew::prelude::*;

use super::edit::EditConflict;
use crate::components::{Button, Composer, FormErrors};
use crate::hooks::{use_mutation, use_text};

/// Which answer or reply.
#[derive(PartialEq, Properties)]
pub struct EditAnswerProps {
    /// Whether it is in a question or in a discussion.
    pub kind: ThreadKind,
    /// The answer or reply.
    pub answer: Post,
    /// Told when it is over, and whether anything was changed.
    pub close: Callback<bool>,
}

/// The form to change an answer or a reply.
#[component]
pub fn EditAnswer(props: &EditAnswerProps) -> Html {
    let text = use_text();
    let body = use_state(|| props.answer.body.clone());
    // The version that is written upon, also when a newer one is loaded meanwhile.
    let version = use_state_eq(|| props.answer.version);
    let is_renewed = use_state_eq(|| false);
    let (id, thread, number, upon) = (props.answer.id, props.answer.thread_id, props.answer.number, *version);
    let save = {
        let close = props.close.clone();
        use_mutation(
            move |client, body: String| async move {
                client.update_post(id, upon, &NewPost { body, ..NewPost::default() }).await
            },
            Callback::from(move |_: Post| close.emit(true)),
        )
    };
    let renew = {
        let (version, is_renewed) = (version.clone(), is_renewed.clone());
        use_mutation(
            move |client, ()| async move {
                let asked = PostWindowQuery { at: Some(number), ..PostWindowQuery::default() };
                client.list_posts_around(thread, &asked).await
            },
            Callback::from(move |window: PostWindow| {
                if let Some(now) = window.items.iter().find(|post| post.id == id) {
                    version.set(now.version);
                    is_renewed.set(true);
                }
            }),
        )
    };
    let errors = FormErrors::of(&text, save.error.as_ref());
    let is_conflict = save.error.as_ref().and_then(client::Error::code) == Some(ErrorCode::EditConflict);
    let onsubmit = {
        let (body, save, is_renewed) = (body.clone(), save.run.clone(), is_renewed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_renewed.set(false);
            save.emit((*body).clone());
        })
    };
    html! {
        <form novalidate=true class="flow" {onsubmit}>
            if is_conflict {
                <EditConflict path={format!("?post={number}")} is_renewed={*is_renewed} is_busy={renew.is_busy} error={renew.error.clone()} renew={renew.run.clone()} />
            } else if let Some(general) = &errors.general {
                <p class="error" role="alert">{ general }</p>
            }
            <Composer id={format!("answer-{id}-body")} label={text.t(if props.kind == ThreadKind::Question { "answer-edit" } else { "reply-edit" })} value={body} files=true mentions=true {thread} error={errors.at("body")} />
            <p class="row">
                <Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button>
                <button class="btn-link" type="button" onclick={props.close.reform(|_: MouseEvent| false)}>{ text.t("cancel") }</button>
            </p>
        </form>
    }
}
