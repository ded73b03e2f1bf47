//! Answering a question, and replying in a discussion.

use api_types::forum::{FollowKind, NewPost, Post, ThreadKind};
use api_types::{MemberId, PostId, ThreadId};
use entity::{post, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter};

use super::get_thread::link_to;
use super::mentions::Place;
use super::{access, attachments, behalf, confidence, mentions, pace, queries, set_follow};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// How long a post is news, in milliseconds: a day.
pub(super) const NEWS: i64 = 86_400_000;

/// Answers a question.
pub async fn answer_question(deps: &Deps, signed: &Signed, id: ThreadId, new: &NewPost) -> Result<Post> {
    add(deps, signed, ThreadKind::Question, id, new).await
}

/// Replies in a discussion.
pub async fn reply_to_discussion(deps: &Deps, signed: &Signed, id: ThreadId, new: &NewPost) -> Result<Post> {
    add(deps, signed, ThreadKind::Discussion, id, new).await
}

async fn add(deps: &Deps, signed: &Signed, kind: ThreadKind, id: ThreadId, new: &NewPost) -> Result<Post> {
    if !access::takes_part(signed) {
        return Err(Error::Forbidden);
    }
    let actor = Actor::Signed(signed.clone());
    if link_to(deps, &actor, id.0).await?.is_none_or(|thread| thread.kind != kind) {
        return Err(Error::NotFound);
    }
    behalf::require_may_speak(&deps.read, signed.id, new.organisation_id).await?;
    let id = insert(deps, Some(signed), signed.id, id, new, deps.clock.now()).await?;
    queries::post_of(deps, &actor, id).await
}

/// Adds an answer or reply in a member's name, at a time in milliseconds since 1970. The member is not asked: this is
/// for [`answer_question`], [`reply_to_discussion`] and for the demonstration network.
pub async fn add_post_at(deps: &Deps, author: MemberId, id: ThreadId, new: &NewPost, at: i64) -> Result<PostId> {
    insert(deps, None, author, id, new, at).await
}

async fn insert(
    deps: &Deps,
    signed: Option<&Signed>,
    author: MemberId,
    id: ThreadId,
    new: &NewPost,
    at: i64,
) -> Result<PostId> {
    let written = mentions::write(deps, &new.body).await?;

    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    // First the thread: that finds it, keeps it from others until the end, and gives the post its number.
    // The time of one who asks in confidence is kept to the hour, as on the post.
    let is_hidden =
        Condition::all().add(thread::Column::IsConfidential.eq(true)).add(thread::Column::AuthorId.eq(author.0));
    let rounded = confidence::kept_time(true, at);
    let active_at = Expr::case(thread::Column::ActiveAt.gt(at), Expr::col(thread::Column::ActiveAt))
        .case(is_hidden.clone().add(thread::Column::ActiveAt.gt(rounded)), Expr::col(thread::Column::ActiveAt))
        .case(is_hidden, rounded)
        .finally(at);
    let found = thread::Entity::update_many()
        .col_expr(thread::Column::AnswerCount, Expr::col(thread::Column::AnswerCount).add(1))
        .col_expr(thread::Column::LastNumber, Expr::col(thread::Column::LastNumber).add(1))
        .col_expr(thread::Column::ActiveAt, active_at.into())
        .filter(thread::Column::Id.eq(id.0))
        .filter(thread::Column::DeletedAt.is_null())
        .exec_with_returning(&tx)
        .await?;
    let thread = found.first().ok_or(Error::NotFound)?;
    if let Some(signed) = signed {
        pace::require_turn(&tx, signed, thread, at).await?;
    }
    if let Some(answered) = new.reply_to {
        let found = post::Entity::find_by_id(answered.0)
            .filter(post::Column::ThreadId.eq(id.0))
            .filter(post::Column::DeletedAt.is_null())
            .one(&tx)
            .await?;
        if found.is_none() {
            return Err(Error::field("reply_to", "invalid", "What you reply to is not here any more."));
        }
    }
    let is_hidden = confidence::is_hidden(thread.is_confidential, author.0, thread.author_id);
    if is_hidden && new.organisation_id.is_some() {
        return Err(Error::field(
            "organisation_id",
            "invalid",
            "You ask in confidence: an organisation would tell who you are.",
        ));
    }
    let row = post::ActiveModel {
        thread_id: Set(id.0),
        number: Set(thread.last_number),
        reply_to_id: Set(new.reply_to.map(|answered| answered.0)),
        body: Set(written.body.clone()),
        body_html: Set(written.rendered.html.clone()),
        renderer_version: Set(text::RENDERER_VERSION),
        author_id: Set(author.0),
        organisation_id: Set(new.organisation_id.map(|organisation| organisation.0)),
        created_at: Set(confidence::kept_time(is_hidden, at)),
        score: Set(0),
        comment_count: Set(0),
        is_accepted: Set(false),
        version: Set(1),
        ..Default::default()
    };
    // Only its number comes back: the text is read again afterwards, by a connection that nobody waits for.
    let id = post::Entity::insert(row).exec(&tx).await?.last_insert_id;
    set_follow::begin(&tx, author.0, FollowKind::Thread, thread.id, at).await?;
    attachments::tie(&tx, id, author.0, &new.body).await?;
    // Whoever is mentioned is told of that, and of nothing else.
    let place = Place { post_id: id, comment_id: None };
    mentions::keep(deps, &tx, place, &written, confidence::kept_time(is_hidden, at)).await?;
    let mut events = vec![Event::PostChanged { id }];
    // What is brought in from elsewhere, or made up for a demonstration, is news to nobody.
    if deps.clock.now() - at < NEWS {
        events.push(Event::PostAdded { id });
    }
    outbox::push_all(deps, &tx, &events).await?;
    deps.commit(tx).await?;
    Ok(PostId(id))
}
