//! Below a post: its history, and suggesting a change to it.

use client::types::forum::{NewSuggestion, Post, Suggestion};
use yew::prelude::*;

use crate::components::{Button, Composer, FormErrors, Link, Notice, TextField, icon};
use crate::hooks::{focus_soon, use_mutation, use_text};
use crate::routes::Route;

/// Which post.
#[derive(PartialEq, Properties)]
pub struct PostEditsProps {
    /// The post.
    pub post: Post,
}

/// The way to a post's history, if it has one, and to suggest a change to what somebody else wrote.
#[component]
pub fn PostEdits(props: &PostEditsProps) -> Html {
    let text = use_text();
    let (is_open, is_sent) = (use_state_eq(|| false), use_state_eq(|| false));
    let post = &props.post;
    let can_suggest = post.viewer.can_respond && !post.viewer.can_edit && !*is_sent;
    let toggle = {
        let (is_open, id) = (is_open.clone(), post.id);
        Callback::from(move |_: MouseEvent| {
            is_open.set(!*is_open);
            if !*is_open {
                focus_soon(format!("suggestion-{id}"));
            }
        })
    };
    let sent = {
        let (is_open, is_sent, number) = (is_open.clone(), is_sent.clone(), post.number);
        Callback::from(move |()| {
            is_open.set(false);
            is_sent.set(true);
            focus_soon(format!("post-{number}"));
        })
    };
    html! {
        <>
            if can_suggest || post.edited_at.is_some() {
                <div class="row row-m">
                    if post.edited_at.is_some() {
                        <Link class="btn-link" to={Route::PostHistory { id: post.id.0 }}>{ icon("clock") }{ text.t("post-history") }</Link>
                    }
                    if can_suggest {
                        <button type="button" class="btn-link" onclick={toggle} aria-expanded={is_open.to_string()}>{ icon("pencil") }{ text.t("suggest") }</button>
                    }
                </div>
            }
            if *is_sent { <Notice tone="is-ok" icon="circle-check" is_status=true><p>{ text.t("suggest-sent") }</p></Notice> }
            if *is_open && can_suggest { <Form post={post.clone()} {sent} /> }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    post: Post,
    sent: Callback<()>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let id = props.post.id;
    let body = use_state(|| props.post.body.clone());
    let note = use_state(String::new);
    // The version that is suggested upon, also when a newer one is loaded meanwhile.
    let version = use_memo((), |()| props.post.version);
    let send = {
        let sent = props.sent.clone();
        use_mutation(
            move |client, new: NewSuggestion| async move { client.suggest_edit(id, &new).await },
            Callback::from(move |_: Suggestion| sent.emit(())),
        )
    };
    let errors = FormErrors::of(&text, send.error.as_ref());
    let onsubmit = {
        let (body, note, run, version) = (body.clone(), note.clone(), send.run.clone(), *version);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewSuggestion { version, body: (*body).clone(), note: (*note).clone() });
        })
    };
    html! {
        <form novalidate=true class="flow" {onsubmit}>
            if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
            <Composer id={format!("suggestion-{id}")} label={text.t("suggest-label")} value={body} mentions=true thread={props.post.thread_id} error={errors.at("body")} />
            <TextField id={format!("note-{id}")} label={text.t("suggest-note")} hint={text.t("suggest-note-hint")} value={note} error={errors.at("note")} />
            <p><Button submit=true busy={send.is_busy}>{ text.t("suggest-send") }</Button></p>
        </form>
    }
}
