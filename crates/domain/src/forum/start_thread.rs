//! Asking a question, and starting a discussion.

use api_types::forum::{FollowKind, NewThread, Thread, ThreadKind};
use api_types::{MemberId, PostId, ThreadId};
use entity::{post, space, space_member, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

use super::get_thread::get_thread;
use super::invite_answers::invite_answers;
use super::mentions::Place;
use super::queries::access_of;
use super::spaces::queries::standing_of;
use super::{access, attachments, behalf, confidence, mentions, pace, set_follow};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// Asks a question.
pub async fn ask_question(deps: &Deps, signed: &Signed, new: &NewThread) -> Result<Thread> {
    start(deps, signed, ThreadKind::Question, new).await
}

/// Starts a discussion.
pub async fn start_discussion(deps: &Deps, signed: &Signed, new: &NewThread) -> Result<Thread> {
    start(deps, signed, ThreadKind::Discussion, new).await
}

async fn start(deps: &Deps, signed: &Signed, kind: ThreadKind, new: &NewThread) -> Result<Thread> {
    if !access::takes_part(signed) {
        return Err(Error::Forbidden);
    }
    if new.is_confidential {
        require_can_be_hidden(kind, new)?;
    }
    behalf::require_may_speak(&deps.read, signed.id, new.organisation_id).await?;
    let (id, _) = begin(deps, Some(signed), signed.id, kind, new, deps.clock.now()).await?;
    // The question stands, whether anybody could be invited or not.
    if kind == ThreadKind::Question
        && let Err(error) = invite_answers(deps, id).await
    {
        tracing::warn!(%error, cause = ?std::error::Error::source(&error), "nobody could be invited to answer");
    }
    get_thread(deps, &Actor::Signed(signed.clone()), kind, id).await
}

/// Only questions are asked in confidence, and an organisation would tell who asks.
fn require_can_be_hidden(kind: ThreadKind, new: &NewThread) -> Result<()> {
    if kind != ThreadKind::Question {
        return Err(Error::field("is_confidential", "invalid", "Only questions are asked in confidence."));
    }
    if new.organisation_id.is_some() {
        return Err(Error::field(
            "organisation_id",
            "invalid",
            "In confidence you ask in nobody's name: take this away.",
        ));
    }
    Ok(())
}

/// Starts a thread in a member's name, at a time in milliseconds since 1970. The member is not asked: this is for
/// [`ask_question`], [`start_discussion`] and for the demonstration network. Gives the thread and the post that opens it.
pub async fn start_thread_at(
    deps: &Deps,
    author: MemberId,
    kind: ThreadKind,
    new: &NewThread,
    at: i64,
) -> Result<(ThreadId, PostId)> {
    begin(deps, None, author, kind, new, at).await
}

async fn begin(
    deps: &Deps,
    signed: Option<&Signed>,
    author: MemberId,
    kind: ThreadKind,
    new: &NewThread,
    at: i64,
) -> Result<(ThreadId, PostId)> {
    let title = text::title("title", &new.title)?;
    let names = tags::parse(&new.tags)?;
    let written = mentions::write(deps, &new.body).await?;
    let space_id = new.space_id.map_or(access::OPEN_FORUM, |space| space.0);

    let at = confidence::kept_time(new.is_confidential, at);
    let organisation_id = new.organisation_id.map(|organisation| organisation.0);

    let tx = deps.begin().await?;
    let row = thread::ActiveModel {
        kind: Set(kind.as_str().into()),
        space_id: Set(space_id),
        shelf_id: Set(new.shelf_id.0),
        slug: Set(text::slug(&title)),
        title: Set(title),
        excerpt: Set(text::excerpt(&written.rendered.plain)),
        nation: Set(new.nation.map(|nation| nation.as_str().into())),
        author_id: Set(author.0),
        organisation_id: Set(organisation_id),
        is_confidential: Set(new.is_confidential),
        created_at: Set(at),
        active_at: Set(at),
        answer_count: Set(0),
        last_number: Set(1),
        score: Set(0),
        view_count: Set(0),
        slow_mode_seconds: Set(0),
        ..Default::default()
    };
    // What is counted comes first, so that a shelf or space that does not exist is told of by the name of its field.
    outbox::lock(&tx).await?;
    let is_counted = count_in_space(&tx, signed, space_id, 1).await?;
    if let Some(signed) = signed {
        pace::require_turn_in_space(&tx, signed, space_id, at).await?;
    }
    count_on_shelf(&tx, new.shelf_id.0, i64::from(is_counted)).await?;
    let row = row.insert(&tx).await?;
    let opening = post::ActiveModel {
        thread_id: Set(row.id),
        number: Set(1),
        body: Set(written.body.clone()),
        body_html: Set(written.rendered.html.clone()),
        renderer_version: Set(text::RENDERER_VERSION),
        author_id: Set(author.0),
        organisation_id: Set(organisation_id),
        created_at: Set(at),
        score: Set(0),
        comment_count: Set(0),
        is_accepted: Set(false),
        version: Set(1),
        ..Default::default()
    };
    let opening = opening.insert(&tx).await?;
    set_follow::begin(&tx, author.0, FollowKind::Thread, row.id, at).await?;
    attachments::tie(&tx, opening.id, author.0, &new.body).await?;
    mentions::keep(deps, &tx, Place { post_id: opening.id, comment_id: None }, &written, at).await?;
    outbox::push(deps, &tx, &Event::ThreadChanged { id: row.id }).await?;
    tags::attach(&tx, Carrier::Thread, row.id, &names, is_counted).await?;
    deps.commit(tx).await?;
    Ok((ThreadId(row.id), PostId(opening.id)))
}

/// Counts one thread more or less in a space, and says whether the space's threads are counted elsewhere too. A space
/// that does not exist, or that is closed to the one who writes, is the fault of `space_id`.
pub(in crate::forum) async fn count_in_space<C: ConnectionTrait>(
    connection: &C,
    signed: Option<&Signed>,
    id: i64,
    change: i32,
) -> Result<bool> {
    let found = space::Entity::update_many()
        .col_expr(space::Column::ThreadCount, Expr::col(space::Column::ThreadCount).add(change))
        .filter(space::Column::Id.eq(id))
        .exec_with_returning(connection)
        .await?;
    let unknown = || Error::field("space_id", "invalid", "Choose one of the spaces.");
    let space = found.first().ok_or_else(unknown)?;
    if let Some(signed) = signed {
        let own = space_member::Entity::find_by_id((id, signed.id.0)).one(connection).await?;
        let actor = Actor::Signed(signed.clone());
        let viewer = access::space_viewer(&actor, access_of(&space.access), standing_of(own.as_ref()));
        if !viewer.can_write {
            return Err(unknown());
        }
    }
    Ok(access::is_counted(&space.access))
}
