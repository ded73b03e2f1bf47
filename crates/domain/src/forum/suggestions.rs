//! Suggesting changes to what others wrote; the author or a moderator decides.

use api_types::forum::{NewRefusal, NewSuggestion, Suggestion, SuggestionQuery, SuggestionStatus, ThreadLink};
use api_types::{Page, PostId, SuggestionId, ThreadId};
use entity::{member, post, post_suggestion, space, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult,
    JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
};

use super::mentions::Place;
use super::{access, attachments, confidence, mentions, order, queries, revisions, suggestion_mails};
use crate::accounts::access::{Actor, Signed};
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::membership::mails::Envelope;
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, cursor, text};

/// What was taken back. It is shown to nobody, says nothing any more and goes after a day: until then it is known that
/// a mail told of it.
const WITHDRAWN: &str = "withdrawn";
/// How long one mail tells of all that somebody suggests to a post, in milliseconds: a day.
const TOLD: i64 = 86_400_000;

/// A suggestion with its author, its post and the thread of that.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    suggestion: post_suggestion::Model,
    #[sea_orm(nested)]
    author: Author,
    present_version: i32,
    post_author_id: i64,
    asker_id: i64,
    is_confidential: bool,
    closed_at: Option<i64>,
    locked_at: Option<i64>,
    is_keeper: bool,
    thread_id: i64,
    space_id: i64,
    kind: String,
    slug: String,
    title: String,
}

impl Row {
    /// What of the thread decides who may do what in it.
    fn order(&self) -> access::Order {
        access::Order {
            asker_id: self.asker_id,
            is_closed: self.closed_at.is_some(),
            is_locked: self.locked_at.is_some(),
            is_keeper: self.is_keeper,
        }
    }
}

/// Suggests a change to what somebody else wrote. One open suggestion a member and post.
pub async fn suggest_edit(deps: &Deps, signed: &Signed, id: PostId, new: &NewSuggestion) -> Result<Suggestion> {
    let actor = Actor::Signed(signed.clone());
    let found = queries::post_of(deps, &actor, id).await?;
    if !access::takes_part(signed) {
        return Err(Error::Forbidden);
    }
    let thread = queries::thread_of_post(deps, &actor, id).await?;
    access::require_open(signed, &order::order_of(&deps.read, signed, &thread).await?)?;
    if found.viewer.can_edit {
        return Err(Error::Conflict("You may change this yourself: edit it instead."));
    }
    let body = text::lines("body", &new.body)?;
    let note = text::lines("note", &new.note)?;
    if body == found.body {
        return Err(Error::field("body", "unchanged", "Change something in the text."));
    }
    let is_hidden = confidence::is_hidden(thread.is_confidential, signed.id.0, thread.author_id);
    let now = confidence::kept_time(is_hidden, deps.clock.now());
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let row = post::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if row.version != new.version {
        return Err(Error::EditConflict);
    }
    let open = post_suggestion::Entity::find()
        .filter(post_suggestion::Column::PostId.eq(id.0))
        .filter(post_suggestion::Column::AuthorId.eq(signed.id.0))
        .filter(post_suggestion::Column::Status.eq("open"))
        .one(&tx)
        .await?;
    if open.is_some() {
        return Err(Error::Conflict("You have suggested a change here already: wait for the answer, or take it back."));
    }
    // To suggest and take back again and again does not fill the author's mailbox.
    let is_told = post_suggestion::Entity::find()
        .filter(post_suggestion::Column::PostId.eq(id.0))
        .filter(post_suggestion::Column::AuthorId.eq(signed.id.0))
        .filter(post_suggestion::Column::CreatedAt.gt(now - TOLD))
        .count(&tx)
        .await?
        > 0;
    let suggestion = post_suggestion::ActiveModel {
        post_id: Set(id.0),
        post_version: Set(row.version),
        old_body: Set(row.body),
        body: Set(body),
        note: Set(note),
        author_id: Set(signed.id.0),
        status: Set("open".into()),
        created_at: Set(now),
        ..Default::default()
    };
    let suggestion = suggestion.insert(&tx).await?;
    if !is_told {
        tell(deps, &tx, row.author_id, thread.space_id, |to| suggestion_mails::suggested(to, &thread.title)).await?;
    }
    deps.commit(tx).await?;
    suggestion_of(deps, signed, SuggestionId(suggestion.id)).await
}

/// Lists the open suggestions that wait for the caller, or those that the caller made, the newest first.
pub async fn list_suggestions(deps: &Deps, signed: &Signed, query: &SuggestionQuery) -> Result<Page<Suggestion>> {
    let limit = cursor::limit(query.limit);
    let mut condition = Condition::all();
    if query.mine == Some(true) {
        condition = condition.add(post_suggestion::Column::AuthorId.eq(signed.id.0));
    } else {
        condition = condition.add(post_suggestion::Column::Status.eq("open"));
        if !access::decides_for_others(signed) {
            let own = Condition::any().add(post::Column::AuthorId.eq(signed.id.0));
            condition = condition.add(own.add(access::is_keeper(&Actor::Signed(signed.clone()))));
        }
    }
    if let Some(after) = &query.after {
        let [id] = cursor::decode::<1>(after)?;
        condition = condition.add(post_suggestion::Column::Id.lt(id));
    }
    let mut rows: Vec<Row> = suggestions(signed)
        .filter(condition)
        .order_by_desc(post_suggestion::Column::Id)
        .limit(limit + 1)
        .into_model()
        .all(&deps.read)
        .await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.suggestion.id]);
    Ok(Page { items: shown(signed, rows).await?, next, total: None })
}

/// Accepts a suggestion: the post says it from now on, and its history names who suggested it.
pub async fn accept_suggestion(deps: &Deps, signed: &Signed, id: SuggestionId) -> Result<Suggestion> {
    let row = decidable(deps, signed, id).await?;
    if row.present_version != row.suggestion.post_version {
        return Err(Error::EditConflict);
    }
    let suggestion = row.suggestion;
    let written = mentions::write(deps, &suggestion.body).await?;
    let now = deps.clock.now();
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    // The thread is locked before the post, as everywhere.
    let thread = thread::Entity::find_by_id(row.thread_id).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    access::require_open(signed, &order::order_of(&tx, signed, &thread).await?)?;
    let post = post::Entity::find_by_id(suggestion.post_id).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    if post.version != suggestion.post_version {
        return Err(Error::EditConflict);
    }
    // Whoever asks in confidence is not to be known by the time either.
    let is_hidden = [signed.id.0, suggestion.author_id]
        .into_iter()
        .any(|by| confidence::is_hidden(thread.is_confidential, by, thread.author_id));
    let now = confidence::kept_time(is_hidden, now);
    decide(&tx, signed, id, SuggestionStatus::Accepted, None, now).await?;
    revisions::keep(&tx, &post).await?;
    post::Entity::update_many()
        .col_expr(post::Column::Body, Expr::value(written.body.clone()))
        .col_expr(post::Column::BodyHtml, Expr::value(written.rendered.html.clone()))
        .col_expr(post::Column::RendererVersion, Expr::value(text::RENDERER_VERSION))
        .col_expr(post::Column::EditedAt, Expr::value(now))
        .col_expr(post::Column::EditedBy, Expr::value(suggestion.author_id))
        .col_expr(post::Column::Version, Expr::value(post.version.wrapping_add(1)))
        .filter(post::Column::Id.eq(post.id))
        .exec(&tx)
        .await?;
    let mut change = thread::Entity::update_many()
        .col_expr(thread::Column::ActiveAt, Expr::value(thread.active_at.max(now)))
        .filter(thread::Column::Id.eq(thread.id));
    if post.number == 1 {
        change = change.col_expr(thread::Column::Excerpt, Expr::value(text::excerpt(&written.rendered.plain)));
    }
    change.exec(&tx).await?;
    attachments::tie(&tx, post.id, suggestion.author_id, &written.body).await?;
    mentions::keep(deps, &tx, Place { post_id: post.id, comment_id: None }, &written, now).await?;
    outbox::push(deps, &tx, &Event::PostChanged { id: post.id }).await?;
    if post.number == 1 {
        outbox::push(deps, &tx, &Event::ThreadChanged { id: thread.id }).await?;
    }
    tell(deps, &tx, suggestion.author_id, thread.space_id, |to| {
        suggestion_mails::accepted(to, &thread.title, &thread.kind, thread.id)
    })
    .await?;
    deps.commit(tx).await?;
    suggestion_of(deps, signed, id).await
}

/// Declines a suggestion, with the reason for the one who made it.
pub async fn decline_suggestion(
    deps: &Deps,
    signed: &Signed,
    id: SuggestionId,
    new: &NewRefusal,
) -> Result<Suggestion> {
    let row = decidable(deps, signed, id).await?;
    let reason = text::lines("reason", &new.reason)?;
    let is_hidden = confidence::is_hidden(row.is_confidential, signed.id.0, row.asker_id);
    let now = confidence::kept_time(is_hidden, deps.clock.now());
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    decide(&tx, signed, id, SuggestionStatus::Declined, Some(reason.clone()), now).await?;
    tell(deps, &tx, row.suggestion.author_id, row.space_id, |to| suggestion_mails::declined(to, &row.title, &reason))
        .await?;
    deps.commit(tx).await?;
    suggestion_of(deps, signed, id).await
}

/// Takes back an open suggestion of the caller's own.
pub async fn withdraw_suggestion(deps: &Deps, signed: &Signed, id: SuggestionId) -> Result<()> {
    let done = post_suggestion::Entity::update_many()
        .col_expr(post_suggestion::Column::Status, Expr::value(WITHDRAWN))
        .col_expr(post_suggestion::Column::OldBody, Expr::value(""))
        .col_expr(post_suggestion::Column::Body, Expr::value(""))
        .col_expr(post_suggestion::Column::Note, Expr::value(""))
        .col_expr(post_suggestion::Column::DecidedAt, Expr::value(deps.clock.now()))
        .filter(post_suggestion::Column::Id.eq(id.0))
        .filter(post_suggestion::Column::AuthorId.eq(signed.id.0))
        .filter(post_suggestion::Column::Status.eq("open"))
        .exec(&deps.write)
        .await?;
    if done.rows_affected == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Suggestions to posts that the caller may read.
fn suggestions(signed: &Signed) -> Select<post_suggestion::Entity> {
    let to_author: RelationDef = post_suggestion::Entity::belongs_to(member::Entity)
        .from(post_suggestion::Column::AuthorId)
        .to(member::Column::Id)
        .into();
    let to_post: RelationDef = post_suggestion::Entity::belongs_to(post::Entity)
        .from(post_suggestion::Column::PostId)
        .to(post::Column::Id)
        .into();
    author::join(post_suggestion::Entity::find(), to_author)
        .join(JoinType::InnerJoin, to_post)
        .column_as(post::Column::Version, "present_version")
        .column_as(post::Column::AuthorId, "post_author_id")
        .column_as(post::Column::ThreadId, "thread_id")
        .join(JoinType::InnerJoin, queries::post_to_thread())
        .columns([
            thread::Column::Kind,
            thread::Column::Slug,
            thread::Column::Title,
            thread::Column::SpaceId,
            thread::Column::IsConfidential,
            thread::Column::ClosedAt,
            thread::Column::LockedAt,
        ])
        .expr_as(access::is_keeper(&Actor::Signed(signed.clone())), "is_keeper")
        .column_as(thread::Column::AuthorId, "asker_id")
        .filter(access::readable(&Actor::Signed(signed.clone())))
        .filter(post::Column::DeletedAt.is_null())
        .filter(post_suggestion::Column::Status.ne(WITHDRAWN))
}

async fn one(deps: &Deps, signed: &Signed, id: SuggestionId) -> Result<Row> {
    let select = suggestions(signed).filter(post_suggestion::Column::Id.eq(id.0));
    select.into_model().one(&deps.read).await?.ok_or(Error::NotFound)
}

async fn suggestion_of(deps: &Deps, signed: &Signed, id: SuggestionId) -> Result<Suggestion> {
    let row = one(deps, signed, id).await?;
    shown(signed, vec![row]).await?.pop().ok_or(Error::NotFound)
}

/// An open suggestion that the caller may decide.
async fn decidable(deps: &Deps, signed: &Signed, id: SuggestionId) -> Result<Row> {
    let row = one(deps, signed, id).await?;
    // What others may not decide they need not know of, unless they made it.
    if !access::answers_for(signed, row.post_author_id, row.is_keeper) {
        return Err(if row.suggestion.author_id == signed.id.0 { Error::Forbidden } else { Error::NotFound });
    }
    access::require_open(signed, &row.order())?;
    if row.suggestion.status != SuggestionStatus::Open.as_str() {
        return Err(Error::Conflict("Somebody has decided this already."));
    }
    Ok(row)
}

async fn decide<C: ConnectionTrait>(
    tx: &C,
    signed: &Signed,
    id: SuggestionId,
    status: SuggestionStatus,
    reason: Option<String>,
    now: i64,
) -> Result<()> {
    let done = post_suggestion::Entity::update_many()
        .col_expr(post_suggestion::Column::Status, Expr::value(status.as_str()))
        .col_expr(post_suggestion::Column::Reason, Expr::value(reason))
        .col_expr(post_suggestion::Column::DecidedAt, Expr::value(now))
        .col_expr(post_suggestion::Column::DecidedBy, Expr::value(signed.id.0))
        .filter(post_suggestion::Column::Id.eq(id.0))
        .filter(post_suggestion::Column::Status.eq("open"))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::Conflict("Somebody has decided this already."));
    }
    Ok(())
}

/// Mails to a member, unless the account is closed or the thread is in a space that the member may not enter any more.
async fn tell<C: ConnectionTrait>(
    deps: &Deps,
    tx: &C,
    id: i64,
    space_id: i64,
    mail: impl FnOnce(&Envelope<'_>) -> crate::mail::Message,
) -> Result<()> {
    let space = space::Entity::find_by_id(space_id).one(tx).await?.ok_or(Error::NotFound)?;
    let found = member::Entity::find_by_id(id).filter(access::readers(&space)).one(tx).await?;
    if let Some(member) = found {
        let mail = mail(&Envelope::member(&deps.options.base_url, &member));
        outbox::push(deps, tx, &Event::Mail(mail)).await?;
    }
    Ok(())
}

/// Suggestions as the caller sees them. Comparing takes a moment, so it is done off the event loop.
async fn shown(signed: &Signed, rows: Vec<Row>) -> Result<Vec<Suggestion>> {
    let signed = signed.clone();
    let all = tokio::task::spawn_blocking(move || rows.into_iter().map(|row| show(&signed, row)).collect());
    all.await.map_err(|error| Error::internal("comparing suggestions", error))
}

fn show(signed: &Signed, row: Row) -> Suggestion {
    let may_decide = access::may_decide(signed, row.post_author_id, &row.order());
    let suggestion = row.suggestion;
    let status = SuggestionStatus::ALL
        .into_iter()
        .find(|status| status.as_str() == suggestion.status)
        .unwrap_or(SuggestionStatus::Declined);
    Suggestion {
        id: SuggestionId(suggestion.id),
        post_id: PostId(suggestion.post_id),
        thread: ThreadLink {
            id: ThreadId(row.thread_id),
            kind: queries::kind_of(&row.kind),
            slug: row.slug,
            title: row.title,
        },
        changes: revisions::changes(&suggestion.old_body, &suggestion.body),
        // The one who asks in confidence stays so here too.
        author: (!row.is_confidential || row.asker_id != suggestion.author_id).then(|| row.author.into()),
        note: suggestion.note,
        status,
        reason: suggestion.reason,
        created_at: to_wire(suggestion.created_at),
        is_outdated: status == SuggestionStatus::Open && row.present_version != suggestion.post_version,
        can_decide: status == SuggestionStatus::Open && may_decide,
        is_mine: suggestion.author_id == signed.id.0,
    }
}
