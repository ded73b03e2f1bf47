//! The forum of the demo: questions, discussions, spaces, and what people say in them.

use std::collections::HashMap;

use api_types::SpaceId;
use api_types::forum::{
    AcceptedAnswer, NewComment, NewPost, NewReaction, NewSpace, NewSpaceRole, NewThread, NewVote, ReactionKind,
    SpaceAccess, SpaceRole, ThreadKind, ThreadOrderPatch,
};
use domain::{Deps, Error, Result, forum};
use serde::Deserialize;

use super::{MINUTE, Names, read, time_of};

#[derive(Deserialize)]
struct DemoForum {
    spaces: Vec<DemoSpace>,
    threads: Vec<DemoThread>,
}

#[derive(Deserialize)]
struct DemoSpace {
    name: String,
    description: String,
    access: SpaceAccess,
    moderators: Vec<String>,
    members: Vec<String>,
}

#[derive(Deserialize)]
struct DemoThread {
    #[serde(default)]
    kind: ThreadKind,
    title: String,
    body: String,
    shelf: String,
    tags: Vec<String>,
    /// The name of its space; absent of the one for everybody.
    space: Option<String>,
    #[serde(default)]
    is_confidential: bool,
    #[serde(default)]
    is_pinned: bool,
    by: String,
    days_ago: i64,
    votes: Vec<String>,
    answers: Vec<DemoPost>,
}

#[derive(Deserialize)]
struct DemoPost {
    by: String,
    body: String,
    days_ago: i64,
    votes: Vec<String>,
    accepted: bool,
    #[serde(default)]
    comments: Vec<DemoComment>,
    #[serde(default)]
    reactions: Vec<DemoReaction>,
}

#[derive(Deserialize)]
struct DemoComment {
    by: String,
    body: String,
}

#[derive(Deserialize)]
struct DemoReaction {
    by: String,
    kind: ReactionKind,
}

/// Fills the forum, and says how many threads it has.
pub(super) async fn fill_threads(deps: &Deps, names: &Names) -> Result<usize> {
    let content: DemoForum = read("forum.json")?;
    let spaces = fill_spaces(deps, names, content.spaces).await?;
    let mut threads: Vec<DemoThread> = read("questions.json")?;
    threads.extend(content.threads);
    threads.sort_by_key(|thread| std::cmp::Reverse(thread.days_ago));
    let count = threads.len();
    for (index, thread) in threads.into_iter().enumerate() {
        fill_thread(deps, names, &spaces, thread, count - index).await?;
    }
    Ok(count)
}

async fn fill_spaces(deps: &Deps, names: &Names, spaces: Vec<DemoSpace>) -> Result<HashMap<String, SpaceId>> {
    let staff = names.member("staff")?;
    let mut found = HashMap::new();
    for space in spaces {
        let new = NewSpace {
            name: space.name.clone(),
            description: space.description,
            access: space.access,
            slow_mode_seconds: 0,
        };
        let id = forum::create_space(deps, staff, &new).await?.id;
        let moderators = space.moderators.iter().map(|key| (key, SpaceRole::Moderator));
        for (key, role) in moderators.chain(space.members.iter().map(|key| (key, SpaceRole::Member))) {
            forum::set_space_role(deps, staff, id, names.member(key)?.id, &NewSpaceRole { role }).await?;
        }
        found.insert(space.name, id);
    }
    Ok(found)
}

async fn fill_thread(
    deps: &Deps,
    names: &Names,
    spaces: &HashMap<String, SpaceId>,
    thread: DemoThread,
    place: usize,
) -> Result<()> {
    let now = deps.clock.now();
    let begun_at = time_of(now, thread.days_ago, place);
    let author = names.member(&thread.by)?;
    let space_id = match &thread.space {
        Some(name) => Some(
            *spaces.get(name).ok_or_else(|| Error::internal("reading the demo content", format!("no space {name}")))?,
        ),
        None => None,
    };
    let new = NewThread {
        title: thread.title,
        body: thread.body,
        shelf_id: names.shelf(&thread.shelf)?,
        tags: thread.tags,
        space_id,
        nation: None,
        is_confidential: thread.is_confidential,
        organisation_id: None,
    };
    let (id, opening) = forum::start_thread_at(deps, author.id, thread.kind, &new, begun_at).await?;
    for voter in &thread.votes {
        forum::vote_on_post(deps, names.member(voter)?, opening, &NewVote { value: 1 }).await?;
    }
    for (place, answer) in thread.answers.into_iter().enumerate() {
        let earliest = begun_at + (i64::try_from(place).unwrap_or(0) + 1) * 11 * MINUTE;
        let answered_at = time_of(now, answer.days_ago, place).max(earliest).min(now);
        let new = NewPost { body: answer.body, ..NewPost::default() };
        let post = forum::add_post_at(deps, names.member(&answer.by)?.id, id, &new, answered_at).await?;
        for voter in &answer.votes {
            forum::vote_on_post(deps, names.member(voter)?, post, &NewVote { value: 1 }).await?;
        }
        for reaction in answer.reactions {
            let new = NewReaction { kind: reaction.kind, is_on: true };
            forum::react_to_post(deps, names.member(&reaction.by)?, post, &new).await?;
        }
        for comment in answer.comments {
            forum::add_comment(deps, names.member(&comment.by)?, post, &NewComment { body: comment.body }).await?;
        }
        if answer.accepted {
            forum::accept_answer(deps, author, id, &AcceptedAnswer { answer_id: Some(post) }).await?;
        }
    }
    if thread.is_pinned {
        let patch = ThreadOrderPatch { is_pinned: Some(true), ..ThreadOrderPatch::default() };
        forum::moderate_thread(deps, names.member("moderator")?, id, &patch).await?;
    }
    Ok(())
}
