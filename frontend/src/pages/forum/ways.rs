//! The ways through a thread: which post answers which, the next post, a link to share, the newest.

use client::types::forum::{Post, Thread};
use yew::prelude::*;
use yew_router::prelude::*;

use super::byline::author_name;
use crate::components::{Link, icon, query_of, use_toast};
use crate::hooks::{copy, focus, use_text};
use crate::routes::Route;

/// The number of the post that the address asks for, if it does.
#[hook]
pub fn use_asked_number() -> Option<i32> {
    let pairs = use_location().and_then(|location| location.query::<Vec<(String, String)>>().ok())?;
    let (_, number) = pairs.into_iter().find(|(name, _)| name == "post")?;
    number.parse().ok().filter(|number| *number > 0)
}

/// The query that opens a thread at a post.
pub fn at(number: i32) -> AttrValue {
    query_of(&[("post", number)])
}

/// Opens a post: goes to it when it is on the page, and otherwise asks for the part of the thread around it.
#[derive(PartialEq, Properties)]
pub struct PostLinkProps {
    /// The thread.
    pub to: Route,
    /// The post's number.
    pub number: i32,
    /// The words.
    pub children: Html,
}

/// A link to a post of a thread.
#[component]
pub fn PostLink(props: &PostLinkProps) -> Html {
    html! { <Link class="btn-link t-s" to={props.to.clone()} query={at(props.number)}>{ props.children.clone() }</Link> }
}

/// Which post.
#[derive(PartialEq, Properties)]
pub struct WaysProps {
    /// The post.
    pub post: Post,
    /// The thread's address.
    pub to: Route,
    /// The number of the post after it on the page, if there is one.
    #[prop_or_default]
    pub following: Option<i32>,
    /// What else there is to do.
    #[prop_or_default]
    pub children: Html,
}

/// What it answers.
#[component]
pub fn WayUp(props: &WaysProps) -> Html {
    let text = use_text();
    let Some(answered) = &props.post.reply_to else { return html! {} };
    let name = author_name(&text, answered.author.as_ref());
    html! {
        <p><PostLink to={props.to.clone()} number={answered.number}>
            { icon("arrow-up") }{ text.with("reply-to", &[("name", &name), ("place", &answered.number.to_string())]) }
        </PostLink></p>
    }
}

/// The ways on from a post.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let post = &props.post;
    let share = {
        let (text, toast) = (text.clone(), toast);
        let path = format!("{}?{}", props.to.to_path(), at(post.number));
        Callback::from(move |_: MouseEvent| {
            let (text, toast) = (text.clone(), toast.clone());
            let link = format!("{}{path}", origin());
            let shown = link.clone();
            copy(
                &link,
                Callback::from(move |is_copied: bool| {
                    toast.emit(if is_copied { text.t("share-copied") } else { shown.clone().into() });
                }),
            );
        })
    };
    html! {
        <>
            if let (Some(first), true) = (post.first_reply, post.reply_count > 0) {
                <PostLink to={props.to.clone()} number={first}>{ icon("arrow-down") }{ text.count("replies-below", post.reply_count.into()) }</PostLink>
            }
            { props.children.clone() }
            <button class="btn-link" type="button" onclick={share}>{ icon("link") }{ text.t("share-post") }</button>
            if let Some(following) = props.following {
                <button class="btn-link" type="button" onclick={Callback::from(move |_: MouseEvent| focus(&format!("post-{following}")))}>
                    { icon("arrow-down") }{ text.t("post-next") }</button>
            }
        </>
    }
}

/// Where the site is.
fn origin() -> String {
    if cfg!(target_arch = "wasm32") {
        gloo::utils::window().location().origin().unwrap_or_default()
    } else {
        String::new()
    }
}

/// Which thread.
#[derive(PartialEq, Properties)]
pub struct JumpsProps {
    /// The thread.
    pub thread: Thread,
}

/// Links to the ends of a thread.
#[component]
pub fn Jumps(props: &JumpsProps) -> Html {
    let text = use_text();
    let asked = use_asked_number();
    let thread = &props.thread;
    if thread.last_number < 2 {
        return html! {};
    }
    let to = Route::of_thread(thread.kind, thread.id.0, thread.slug.clone());
    html! {
        <nav class="row" aria-label={text.t("thread-ways")}>
            if asked.is_some() { <Link to={to.clone()}>{ text.t("thread-first") }</Link> }
            <PostLink to={to.clone()} number={thread.last_number}>{ icon("arrow-down") }{ text.t("thread-newest") }</PostLink>
        </nav>
    }
}
