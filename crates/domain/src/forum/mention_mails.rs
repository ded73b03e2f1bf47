//! Mails to those who are mentioned. They name nobody: who asks in confidence may have written. Whoever may not read
//! the thread is told of nothing.

use std::collections::{HashMap, HashSet};

use api_types::forum::{FollowKind, MentionSettings, ThreadKind};
use entity::{comment, follow, member, member_preference, mention, post, space, thread, thread_read};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};

use super::follow_settings::{MENTIONS, OFF, secret_of};
use super::mentions::{Place, QUIET, TOLD, WAITING};
use super::view_thread::DAY;
use super::{access, queries};
use crate::accounts::access::Signed;
use crate::mail::{Message, defanged};
use crate::membership::mails::Envelope;
use crate::outbox::{self, Event};
use crate::{Deps, Result};

/// The name of the preference.
const NAME: &str = "mention_mails";
/// How many mails about mentions a member gets in a day at most.
const A_DAY: i64 = 10;

/// Gets whether mails tell the member that they are mentioned.
pub async fn get_mention_settings(deps: &Deps, signed: &Signed) -> Result<MentionSettings> {
    let row = member_preference::Entity::find_by_id((signed.id.0, NAME.to_owned())).one(&deps.read).await?;
    Ok(MentionSettings { mails: row.is_none_or(|row| row.value != OFF) })
}

/// Sets whether mails tell the member that they are mentioned.
pub async fn update_mention_settings(deps: &Deps, signed: &Signed, new: &MentionSettings) -> Result<MentionSettings> {
    let tx = deps.begin().await?;
    set(&tx, signed.id.0, new.mails).await?;
    deps.commit(tx).await?;
    Ok(*new)
}

/// Sets it for a member.
pub(super) async fn set<C: ConnectionTrait>(connection: &C, member_id: i64, mails: bool) -> Result<()> {
    let row = member_preference::ActiveModel {
        member_id: Set(member_id),
        name: Set(NAME.into()),
        value: Set(if mails { "on" } else { OFF }.into()),
    };
    let replace = OnConflict::columns([member_preference::Column::MemberId, member_preference::Column::Name])
        .update_column(member_preference::Column::Value)
        .to_owned();
    member_preference::Entity::insert(row).on_conflict(replace).exec_without_returning(connection).await?;
    Ok(())
}

/// Writes a mail to everybody who waits to be told that they are mentioned at a place, may read it, and was not told of
/// the thread since they last looked at it. The others are not told later either.
pub(super) async fn tell<C: ConnectionTrait>(deps: &Deps, tx: &C, place: Place) -> Result<()> {
    let found = post::Entity::find_by_id(place.post_id).filter(post::Column::DeletedAt.is_null()).one(tx).await?;
    let Some(post) = found else { return Ok(()) };
    let found = thread::Entity::find_by_id(post.thread_id).filter(thread::Column::DeletedAt.is_null()).one(tx).await?;
    let Some(thread) = found else { return Ok(()) };
    let Some(space) = space::Entity::find_by_id(thread.space_id).one(tx).await? else { return Ok(()) };
    let mut writers = vec![post.author_id];
    writers.extend(post.edited_by);
    if let Some(id) = place.comment_id {
        let found = comment::Entity::find_by_id(id).filter(comment::Column::DeletedAt.is_null()).one(tx).await?;
        let Some(comment) = found else { return Ok(()) };
        writers = vec![comment.author_id];
    }
    let waiting = waiting_at(tx, place).await?;
    let mut people = readers(tx, waiting, &writers, &space).await?;
    let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
    let busy = told_already(tx, &ids, thread.id, deps.clock.now()).await?;
    people.retain(|person| !busy.contains(&person.id));
    let mails: Vec<Event> = people.iter().map(|person| Event::Mail(mail(deps, person, &thread, post.number))).collect();
    outbox::push_all(deps, tx, &mails).await?;
    let told: Vec<i64> = people.iter().map(|person| person.id).collect();
    close(deps, tx, place, thread.id, told).await
}

/// What belongs to one place.
fn at(place: Place) -> sea_orm::Condition {
    let condition = sea_orm::Condition::all().add(mention::Column::PostId.eq(place.post_id));
    condition.add(match place.comment_id {
        Some(id) => mention::Column::CommentId.eq(id),
        None => mention::Column::CommentId.is_null(),
    })
}

async fn waiting_at<C: ConnectionTrait>(tx: &C, place: Place) -> Result<Vec<i64>> {
    Ok(mention::Entity::find()
        .select_only()
        .column(mention::Column::MemberId)
        .filter(at(place))
        .filter(mention::Column::State.eq(WAITING))
        .into_tuple()
        .all(tx)
        .await?)
}

/// Those of the members who take part, want such mails, did not write themselves, and may read what is in the space.
async fn readers<C: ConnectionTrait>(
    tx: &C,
    ids: Vec<i64>,
    writers: &[i64],
    space: &space::Model,
) -> Result<Vec<member::Model>> {
    let off = Query::select()
        .column(member_preference::Column::MemberId)
        .from(member_preference::Entity)
        .and_where(member_preference::Column::Name.eq(NAME))
        .and_where(member_preference::Column::Value.eq(OFF))
        .take();
    Ok(member::Entity::find()
        .filter(member::Column::Id.is_in(ids))
        .filter(member::Column::Id.is_not_in(writers.iter().copied()))
        .filter(access::readers(space))
        .filter(member::Column::Id.not_in_subquery(off))
        .order_by_asc(member::Column::Id)
        .all(tx)
        .await?)
}

/// Who of these was told of a mention in the thread and has not looked since, or was told often enough today.
async fn told_already<C: ConnectionTrait>(tx: &C, ids: &[i64], thread_id: i64, now: i64) -> Result<HashSet<i64>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let to_post: RelationDef =
        mention::Entity::belongs_to(post::Entity).from(mention::Column::PostId).to(post::Column::Id).into();
    let told: Vec<(i64, i64)> = mention::Entity::find()
        .select_only()
        .column(mention::Column::MemberId)
        .column_as(mention::Column::ToldAt.max(), "told_at")
        .join(JoinType::InnerJoin, to_post)
        .filter(post::Column::ThreadId.eq(thread_id))
        .filter(mention::Column::MemberId.is_in(ids.iter().copied()))
        .filter(mention::Column::ToldAt.is_not_null())
        .group_by(mention::Column::MemberId)
        .into_tuple()
        .all(tx)
        .await?;
    let read: HashMap<i64, i64> = thread_read::Entity::find()
        .filter(thread_read::Column::ThreadId.eq(thread_id))
        .filter(thread_read::Column::MemberId.is_in(ids.iter().copied()))
        .all(tx)
        .await?
        .into_iter()
        .map(|row| (row.member_id, row.read_at))
        .collect();
    let today: Vec<(i64, i64)> = mention::Entity::find()
        .select_only()
        .column(mention::Column::MemberId)
        .column_as(mention::Column::Id.count(), "count")
        .filter(mention::Column::MemberId.is_in(ids.iter().copied()))
        .filter(mention::Column::ToldAt.gt(now - DAY))
        .group_by(mention::Column::MemberId)
        .into_tuple()
        .all(tx)
        .await?;
    let unseen = told.into_iter().filter(|(id, at)| read.get(id).is_none_or(|read| at > read)).map(|(id, _)| id);
    let often = today.into_iter().filter(|(_, count)| *count >= A_DAY).map(|(id, _)| id);
    Ok(unseen.chain(often).collect())
}

/// Keeps who was told, so that nobody is told again, and that those who follow the thread need no other mail.
async fn close<C: ConnectionTrait>(deps: &Deps, tx: &C, place: Place, thread_id: i64, told: Vec<i64>) -> Result<()> {
    let now = deps.clock.now();
    mention::Entity::update_many()
        .col_expr(mention::Column::State, Expr::value(TOLD))
        .col_expr(mention::Column::ToldAt, Expr::value(now))
        .filter(at(place))
        .filter(mention::Column::State.eq(WAITING))
        .filter(mention::Column::MemberId.is_in(told.iter().copied()))
        .exec(tx)
        .await?;
    mention::Entity::update_many()
        .col_expr(mention::Column::State, Expr::value(QUIET))
        .filter(at(place))
        .filter(mention::Column::State.eq(WAITING))
        .exec(tx)
        .await?;
    follow::Entity::update_many()
        .col_expr(follow::Column::MailedAt, Expr::value(now))
        .filter(follow::Column::Kind.eq(FollowKind::Thread.as_str()))
        .filter(follow::Column::TargetId.eq(thread_id))
        .filter(follow::Column::MemberId.is_in(told))
        .exec(tx)
        .await?;
    Ok(())
}

fn mail(deps: &Deps, person: &member::Model, thread: &thread::Model, number: i32) -> Message {
    let to = Envelope::member(&deps.options.base_url, person);
    let list = if queries::kind_of(&thread.kind) == ThreadKind::Question { "questions" } else { "discussions" };
    let link = format!("{}/{list}/{}/{}?post={number}", to.base_url, thread.id, thread.slug);
    let secret = secret_of(deps, person.id, MENTIONS);
    let stop = format!("{}/unfollow#token={secret}", to.base_url);
    let title = defanged(&thread.title);
    let message = to.message(
        (
            format!("You were mentioned: {title}"),
            format!(
                "Hello,\n\nSomebody mentioned you in \"{title}\":\n\n{link}\n\nYou get no other mail about being \
                 mentioned there until you have looked at it.\n\nTo get no more mails when you are mentioned:\n\n{stop}\n"
            ),
        ),
        (
            format!("Cawsoch eich crybwyll: {title}"),
            format!(
                "Helo,\n\nSoniodd rhywun amdanoch yn \"{title}\":\n\n{link}\n\nNi chewch neges arall am gael eich crybwyll \
                 yno nes i chi edrych arni.\n\nI beidio â chael rhagor o negeseuon pan gewch eich crybwyll:\n\n{stop}\n"
            ),
        ),
    );
    Message { unsubscribe: Some(format!("{}/api/v1/unfollow/{secret}", to.base_url)), ..message }
}
