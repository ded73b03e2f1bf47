//! The views of the lists of threads, as tabs, with counts where they are cheap.

use client::types::accounts::Role;
use client::types::forum::{ThreadCountQuery, ThreadKind, ThreadQuery, ThreadSort, ThreadView};
use yew::prelude::*;

use crate::components::{Link, query_of};
use crate::hooks::{use_query, use_session, use_text};
use crate::routes::Route;

/// Where the tabs stand.
#[derive(PartialEq, Properties)]
pub struct ViewsProps {
    /// Questions or discussions.
    pub kind: ThreadKind,
    /// The list's page.
    pub to: Route,
    /// What is listed, from the first page.
    pub query: ThreadQuery,
    /// Whether the viewer has a library, which others may be like.
    pub has_library: bool,
}

/// The views of a list.
#[component]
pub fn Views(props: &ViewsProps) -> Html {
    let text = use_text();
    let session = use_session();
    let is_question = props.kind == ThreadKind::Question;
    let counts =
        use_query(props.kind, |client, kind| async move { client.count_threads(&ThreadCountQuery { kind }).await });
    let counts = counts.ready();
    let count = |of: fn(&client::types::forum::ThreadCounts) -> i64| {
        counts.as_ref().map(|counts| of(counts)).filter(|count| *count > 0)
    };
    let tab = |message: &str,
               (sort, unanswered, view): (Option<ThreadSort>, Option<bool>, Option<ThreadView>),
               count: Option<i64>| {
        let query = &props.query;
        let is_current =
            (sort, unanswered, view) == (query.sort, query.unanswered, query.view) && query.like_mine.is_none();
        let to = ThreadQuery { sort, unanswered, view, like_mine: None, after: None, ..query.clone() };
        html! {
            <Link to={props.to.clone()} query={query_of(&to)} current={is_current}>
                { text.t(message) }
                // Beyond a hundred nobody counts.
                if let Some(count) = count { { " " }<span class="n">{ if count < 100 { count.to_string() } else { "99+".to_owned() } }</span> }
            </Link>
        }
    };
    let alike = ThreadQuery {
        sort: None,
        unanswered: None,
        view: None,
        like_mine: Some(true),
        after: None,
        ..props.query.clone()
    };
    html! {
        <nav class="tabs" aria-label={text.t(if is_question { "questions-lists" } else { "discussions-lists" })}>
            { tab("questions-newest", (None, None, None), None) }
            { tab("questions-active", (Some(ThreadSort::Active), None, None), None) }
            if is_question {
                { tab("questions-unanswered", (None, Some(true), None), count(|counts| counts.unanswered)) }
                { tab("view-needs-accepted", (None, None, Some(ThreadView::NeedsAccepted)), count(|counts| counts.needs_accepted)) }
            }
            if is_question && (props.has_library || props.query.like_mine.is_some()) {
                <Link to={props.to.clone()} query={query_of(&alike)} current={props.query.like_mine.is_some()}>{ text.t("questions-like-mine") }</Link>
            }
            if session.has(Role::Member) {
                { tab("view-unread", (Some(ThreadSort::Active), None, Some(ThreadView::Unread)), count(|counts| counts.unread)) }
                { tab("view-followed", (Some(ThreadSort::Active), None, Some(ThreadView::Followed)), None) }
                { tab("view-my-tags", (None, None, Some(ThreadView::MyTags)), None) }
                { tab("view-my-region", (None, None, Some(ThreadView::MyRegion)), None) }
            }
        </nav>
    }
}
