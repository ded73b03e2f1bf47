//! The comments on a post: the first few at once, the rest on demand, and a form for one more.

use client::types::forum::{Comment, NewComment, Post, PostQuery};
use client::types::{Page, PostId, ThreadId};
use yew::prelude::*;

use super::byline::author_name;
use super::comment::CommentItem;
use crate::components::{Button, MentionArea, error_text, icon};
use crate::hooks::{focus, use_mutation, use_text};

/// Which post's comments.
#[derive(PartialEq, Properties)]
pub struct CommentsProps {
    /// The post, with its first comments.
    pub post: Post,
}

/// The comments on a post.
#[component]
pub fn Comments(props: &CommentsProps) -> Html {
    let text = use_text();
    let post = &props.post;
    let listed = use_state(|| post.comments.clone());
    let count = use_state_eq(|| post.comment_count);
    let is_writing = use_state_eq(|| false);
    {
        // What the server gives anew replaces what was changed here.
        let (listed, count) = (listed.clone(), count.clone());
        use_effect_with((post.comments.clone(), post.comment_count), move |(comments, now)| {
            listed.set(comments.clone());
            count.set(*now);
        });
    }
    let last = listed.last().map(|comment| comment.id.0);
    let more = {
        let (listed, id) = (listed.clone(), post.id);
        use_mutation(
            move |client, after: Option<String>| async move {
                let mut after = after;
                let mut found = Vec::new();
                // Few posts have as many comments as make a second page.
                loop {
                    let query = PostQuery { limit: Some(100), after, ..PostQuery::default() };
                    let page: Page<Comment> = client.list_comments(id, &query).await?;
                    found.extend(page.items);
                    after = page.next;
                    if after.is_none() {
                        return Ok(found);
                    }
                }
            },
            Callback::from(move |all: Vec<Comment>| listed.set(all)),
        )
    };
    let added = {
        let (listed, count, is_writing) = (listed.clone(), count.clone(), is_writing.clone());
        Callback::from(move |comment: Comment| {
            listed.set(listed.iter().cloned().chain([comment]).collect());
            count.set(*count + 1);
            is_writing.set(false);
        })
    };
    let hidden = usize::try_from(*count).unwrap_or(0).saturating_sub(listed.len());
    let begin = {
        let (is_writing, id) = (is_writing.clone(), post.id);
        Callback::from(move |_: MouseEvent| {
            is_writing.set(true);
            // The field is drawn after this.
            let id = format!("comment-on-{id}");
            gloo::timers::callback::Timeout::new(0, move || focus(&id)).forget();
        })
    };
    let leave = {
        let is_writing = is_writing.clone();
        Callback::from(move |()| is_writing.set(false))
    };
    let name = author_name(&text, post.author.as_ref());
    html! {
        <>
            if !listed.is_empty() {
                <ul class="comments" aria-label={text.with("comments-on", &[("name", &name)])}>
                    { for listed.iter().map(|comment| html! { <CommentItem key={comment.id.0} comment={comment.clone()} thread={post.thread_id} /> }) }
                </ul>
            }
            if hidden > 0 && last.is_some() {
                <p><button class="btn-link t-s" type="button" aria-busy={more.is_busy.then_some("true")}
                    onclick={more.run.reform(|_: MouseEvent| None)}>{ text.count("comments-more", hidden.try_into().unwrap_or(0)) }</button></p>
            }
            if let Some(error) = &more.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            if *is_writing {
                <CommentForm post={post.id} thread={post.thread_id} {added} {leave} />
            } else if post.viewer.can_respond {
                <p><button class="btn-link t-s" type="button" onclick={begin}>
                    { icon("message-circle") }{ text.t("comment-add") }<span class="vh">{ " " }{ text.with("comment-on", &[("name", &name)]) }</span>
                </button></p>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct CommentFormProps {
    post: PostId,
    thread: ThreadId,
    added: Callback<Comment>,
    leave: Callback<()>,
}

#[component]
fn CommentForm(props: &CommentFormProps) -> Html {
    let text = use_text();
    let id = format!("comment-on-{}", props.post);
    let body = use_state(String::new);
    let add = {
        let post = props.post;
        use_mutation(
            move |client, body: String| async move { client.add_comment(post, &NewComment { body }).await },
            props.added.clone(),
        )
    };
    let onsubmit = {
        let (body, add) = (body.clone(), add.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            add.emit((*body).clone());
        })
    };
    let error_id = add.error.is_some().then(|| format!("{id}-error"));
    html! {
        <form class="flow" novalidate=true {onsubmit}>
            <div class="field">
                <label for={id.clone()}>{ text.t("comment-label") }</label>
                if let Some(error) = &add.error { <p class="error" id={error_id.clone()} role="alert">{ error_text(&text, error) }</p> }
                <MentionArea {id} value={body} maxlength=1000 thread={props.thread} error_id={error_id.map(AttrValue::from)} />
            </div>
            <p class="row">
                <Button submit=true class="btn-small" busy={add.is_busy}>{ text.t("comment-send") }</Button>
                <button class="btn-link" type="button" onclick={props.leave.reform(|_: MouseEvent| ())}>{ text.t("cancel") }</button>
            </p>
        </form>
    }
}
