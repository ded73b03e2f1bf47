//! Mails about new answers in threads that people follow, and to those who are mentioned. They follow the outbox, so that whoever answers need not wait
//! until everybody is told, and nobody is told twice.

use std::time::Duration;

use api_types::forum::{FollowKind, ThreadKind};
use entity::{follow, member, member_preference, outbox_position, post, space, thread};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};

use super::follow_settings::{NAME, OFF, secret_of};
use super::mentions::Place;
use super::{access, mention_mails, queries};
use crate::mail::{Message, defanged};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// The name under which the place in the outbox is kept.
const FOLLOWER: &str = "notices";
/// How long changes gather before they are looked at: most bring nothing to tell.
const GATHER: Duration = Duration::from_millis(250);

/// Follows the outbox and writes the mails, until the process ends.
pub async fn follow_posts(deps: Deps) {
    loop {
        let woken = deps.wake.notified();
        tokio::pin!(woken);
        // From here on no wake-up is lost, also not while mails are written.
        woken.as_mut().enable();
        if let Err(error) = send_notices(&deps).await {
            tracing::warn!(%error, cause = ?std::error::Error::source(&error), "followers could not be told; it is tried again");
        }
        if tokio::time::timeout(Duration::from_secs(5), woken).await.is_ok() {
            tokio::time::sleep(GATHER).await;
        }
    }
}

/// Writes the mails about new answers that nobody was told of yet.
pub async fn send_notices(deps: &Deps) -> Result<()> {
    loop {
        let place = outbox_position::Entity::find_by_id(FOLLOWER.to_owned()).one(&deps.read).await?;
        let waiting = outbox::after(deps, "notice", place.map_or(0, |row| row.position), 20).await?;
        if waiting.is_empty() {
            return Ok(());
        }
        for (place, event) in waiting {
            let tx = deps.begin().await?;
            outbox::lock(&tx).await?;
            // Another node may have told of it meanwhile.
            let kept = outbox_position::Entity::find_by_id(FOLLOWER.to_owned()).one(&tx).await?;
            if kept.is_some_and(|row| row.position >= place) {
                continue;
            }
            match event {
                Event::PostAdded { id } => tell(deps, &tx, id).await?,
                Event::Mentioned { post_id, comment_id } => {
                    mention_mails::tell(deps, &tx, Place { post_id, comment_id }).await?;
                }
                _ => {}
            }
            let row = outbox_position::ActiveModel { follower: Set(FOLLOWER.into()), position: Set(place) };
            let replace = OnConflict::column(outbox_position::Column::Follower)
                .update_column(outbox_position::Column::Position)
                .to_owned();
            outbox_position::Entity::insert(row).on_conflict(replace).exec_without_returning(&tx).await?;
            deps.commit(tx).await?;
        }
    }
}

/// Writes a mail to everybody who follows the thread of a post and was not told since they last looked at it.
async fn tell<C: ConnectionTrait>(deps: &Deps, tx: &C, post_id: i64) -> Result<()> {
    let found = post::Entity::find_by_id(post_id).filter(post::Column::DeletedAt.is_null()).one(tx).await?;
    let Some(post) = found else { return Ok(()) };
    let found = thread::Entity::find_by_id(post.thread_id).filter(thread::Column::DeletedAt.is_null()).one(tx).await?;
    let Some(thread) = found else { return Ok(()) };
    let people = recipients(tx, &thread, post.author_id).await?;
    if people.is_empty() {
        return Ok(());
    }
    let mails: Vec<Event> =
        people.iter().map(|person| Event::Mail(notice(deps, person, &thread, post.number))).collect();
    outbox::push_all(deps, tx, &mails).await?;
    follow::Entity::update_many()
        .col_expr(follow::Column::MailedAt, Expr::value(deps.clock.now()))
        .filter(follow::Column::Kind.eq(FollowKind::Thread.as_str()))
        .filter(follow::Column::TargetId.eq(thread.id))
        .filter(follow::Column::MemberId.is_in(people.iter().map(|person| person.id)))
        .exec(tx)
        .await?;
    Ok(())
}

async fn recipients<C: ConnectionTrait>(tx: &C, thread: &thread::Model, author_id: i64) -> Result<Vec<member::Model>> {
    let to_follows: RelationDef =
        member::Entity::belongs_to(follow::Entity).from(member::Column::Id).to(follow::Column::MemberId).into();
    let off = Query::select()
        .column(member_preference::Column::MemberId)
        .from(member_preference::Entity)
        .and_where(member_preference::Column::Name.eq(NAME))
        .and_where(member_preference::Column::Value.eq(OFF))
        .take();
    let mut select = member::Entity::find()
        .join(JoinType::InnerJoin, to_follows)
        .filter(follow::Column::Kind.eq(FollowKind::Thread.as_str()))
        .filter(follow::Column::TargetId.eq(thread.id))
        .filter(follow::Column::MailedAt.is_null())
        .filter(member::Column::Id.ne(author_id))
        .filter(member::Column::Id.not_in_subquery(off));
    // Whoever has left the space since may not read on.
    let space = space::Entity::find_by_id(thread.space_id).one(tx).await?.ok_or(Error::NotFound)?;
    select = select.filter(access::readers(&space));
    Ok(select.order_by_asc(member::Column::Id).all(tx).await?)
}

/// The mail. It names nobody: who asks in confidence may have written.
fn notice(deps: &Deps, person: &member::Model, thread: &thread::Model, number: i32) -> Message {
    let base_url = &deps.options.base_url;
    let kind = queries::kind_of(&thread.kind);
    let list = if kind == ThreadKind::Question { "questions" } else { "discussions" };
    let link = format!("{base_url}/{list}/{}/{}?post={number}", thread.id, thread.slug);
    let secret = secret_of(deps, person.id, thread.id);
    let unfollow = format!("{base_url}/unfollow#token={secret}");
    let title = defanged(&thread.title);
    let (subject, text) = if person.language == "cy" {
        (
            format!("Newydd: {title}"),
            format!(
                "Helo,\n\nMae rhywbeth newydd yn \"{title}\", rydych yn ei dilyn:\n\n{link}\n\nNi chewch neges arall \
                 amdani nes i chi edrych arni.\n\nI roi'r gorau i'w dilyn:\n\n{unfollow}\n"
            ),
        )
    } else {
        (
            format!("New: {title}"),
            format!(
                "Hello,\n\nThere is something new in \"{title}\", which you follow:\n\n{link}\n\nYou get no other mail \
                 about it until you have looked at it.\n\nTo follow it no longer:\n\n{unfollow}\n"
            ),
        )
    };
    Message {
        name: person.name.clone(),
        email: person.email.clone(),
        subject,
        text,
        unsubscribe: Some(format!("{base_url}/api/v1/unfollow/{secret}")),
    }
}
