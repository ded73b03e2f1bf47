//! One comment: found useful, changed, deleted, and brought back.

use client::types::ThreadId;
use client::types::forum::{Comment, CommentVote, NewComment, NewCommentVote};
use yew::prelude::*;

use super::byline::author_name;
use crate::components::{Button, MentionArea, date, error_text, markdown};
use crate::hooks::{focus_soon, use_mutation, use_text};

/// Which comment.
#[derive(PartialEq, Properties)]
pub struct CommentItemProps {
    /// The comment.
    pub comment: Comment,
    /// The thread that it stands in.
    pub thread: ThreadId,
}

/// One comment.
#[component]
pub fn CommentItem(props: &CommentItemProps) -> Html {
    let text = use_text();
    let comment = use_state(|| props.comment.clone());
    let is_editing = use_state_eq(|| false);
    let is_deleted = use_state_eq(|| false);
    let body = use_state(|| props.comment.body.clone());
    {
        let comment = comment.clone();
        use_effect_with(props.comment.clone(), move |given| comment.set(given.clone()));
    }
    let id = comment.id;
    let vote = {
        let comment = comment.clone();
        use_mutation(
            move |client, is_useful: bool| async move { client.vote_on_comment(id, &NewCommentVote { is_useful }).await },
            Callback::from(move |vote: CommentVote| {
                let mut changed = (*comment).clone();
                changed.score = vote.score;
                changed.viewer.has_voted = vote.has_voted;
                comment.set(changed);
            }),
        )
    };
    let remove = {
        let is_deleted = is_deleted.clone();
        use_mutation(
            move |client, ()| async move { client.delete_comment(id).await },
            Callback::from(move |()| {
                is_deleted.set(true);
                focus_soon(format!("comment-{id}-undo"));
            }),
        )
    };
    let restore = {
        let (comment, is_deleted) = (comment.clone(), is_deleted.clone());
        use_mutation(
            move |client, ()| async move { client.restore_comment(id).await },
            Callback::from(move |restored: Comment| {
                comment.set(restored);
                is_deleted.set(false);
                focus_soon(format!("comment-{id}-item"));
            }),
        )
    };
    let save = {
        let (version, comment, is_editing) = (comment.version, comment.clone(), is_editing.clone());
        use_mutation(
            move |client, body: String| async move { client.update_comment(id, version, &NewComment { body }).await },
            Callback::from(move |changed: Comment| {
                comment.set(changed);
                is_editing.set(false);
                focus_soon(format!("comment-{id}-item"));
            }),
        )
    };
    if *is_deleted {
        return html! {
            <li role="status">
                { text.t("comment-deleted") }{ " " }
                <button class="btn-link" type="button" id={format!("comment-{id}-undo")} aria-busy={restore.is_busy.then_some("true")}
                    onclick={restore.run.reform(|_: MouseEvent| ())}>{ text.t("comment-undo") }</button>
                if let Some(error) = &restore.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            </li>
        };
    }
    let onsubmit = {
        let (body, save) = (body.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit((*body).clone());
        })
    };
    let set_editing = |wanted: bool| {
        let (is_editing, body, comment) = (is_editing.clone(), body.clone(), comment.clone());
        Callback::from(move |_: MouseEvent| {
            // What is changed is what it says now.
            body.set(comment.body.clone());
            is_editing.set(wanted);
            focus_soon(if wanted { format!("comment-{id}") } else { format!("comment-{id}-item") });
        })
    };
    let name = author_name(&text, comment.author.as_ref());
    let failure = vote.error.clone().or_else(|| remove.error.clone());
    let press = {
        let wanted = !comment.viewer.has_voted;
        vote.run.reform(move |_: MouseEvent| wanted)
    };
    let useful = text.count("comment-useful", comment.score.into());
    html! {
        <li id={format!("comment-{id}-item")} tabindex="-1">
            <b>{ &name }</b>
            if let Some(organisation) = comment.author.as_ref().and_then(|author| author.organisation.as_ref()) { { ", " }{ organisation } }
            { " " }<span class="muted">{ date(&text, comment.created_at) }
                if comment.edited_at.is_some() { { " " }{ text.t("edited") } }</span>
            if *is_editing {
                <form class="flow" novalidate=true {onsubmit}>
                    <label class="vh" for={format!("comment-{id}")}>{ text.t("comment-label") }</label>
                    <MentionArea id={format!("comment-{id}")} value={body.clone()} maxlength=1000 thread={props.thread} />
                    if let Some(error) = &save.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                    <p class="row">
                        <Button submit=true class="btn-small" busy={save.is_busy}>{ text.t("save-changes") }</Button>
                        <button class="btn-link" type="button" onclick={set_editing(false)}>{ text.t("cancel") }</button>
                    </p>
                </form>
            } else {
                { markdown(&comment.body_html) }
                <p class="row row-s">
                    if comment.viewer.can_vote {
                        <button class="btn-link" type="button" aria-pressed={comment.viewer.has_voted.to_string()}
                            aria-busy={vote.is_busy.then_some("true")} onclick={press}>{ useful }</button>
                    } else if comment.score > 0 {
                        <span class="muted">{ useful }</span>
                    }
                    if comment.viewer.can_edit {
                        <button class="btn-link" type="button" onclick={set_editing(true)}>
                            { text.t("change") }<span class="vh">{ " " }{ text.with("comment-of", &[("name", &name)]) }</span></button>
                    }
                    if comment.viewer.can_delete {
                        <button class="btn-link" type="button" aria-busy={remove.is_busy.then_some("true")} onclick={remove.run.reform(|_: MouseEvent| ())}>
                            { text.t("comment-delete") }<span class="vh">{ " " }{ text.with("comment-of", &[("name", &name)]) }</span></button>
                    }
                </p>
            }
            if let Some(error) = failure { <p class="error" role="alert">{ error_text(&text, &error) }</p> }
        </li>
    }
}
