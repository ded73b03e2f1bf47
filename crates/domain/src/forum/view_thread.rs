//! That somebody looks at a thread: how far they have read, and how often it was looked at, without knowing by whom.

use std::collections::HashMap;

use api_types::ThreadId;
use api_types::forum::{FollowKind, NewView, ThreadRead, ThreadViewer};
use entity::{bookmark, follow, post, thread, thread_read, thread_view, view_key};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect,
    RelationDef,
};
use sha2::{Digest, Sha256};

use super::{access, order};
use crate::accounts::access::Actor;
use crate::{Deps, Error, Result};

/// A day, in milliseconds.
pub(crate) const DAY: i64 = 86_400_000;

/// Looks at a thread: counts it once a day for each who looks, and keeps how far a member has read. The address is only
/// used hashed with the secret of the day, which is thrown away.
pub async fn view_thread(deps: &Deps, actor: &Actor, id: ThreadId, address: &str, new: &NewView) -> Result<ThreadRead> {
    let readable = thread::Entity::find_by_id(id.0).filter(access::readable(actor));
    let row = readable.one(&deps.read).await?.ok_or(Error::NotFound)?;
    let now = deps.clock.now();
    let day = now / DAY;
    let who = actor.id().map_or_else(|| format!("address {address}"), |member| format!("member {member}"));

    // Whoever is not signed in, and was counted today, changes nothing: writers need not wait for that.
    if actor.id().is_none()
        && let Some(key) = view_key::Entity::find_by_id(day).one(&deps.read).await?
        && thread_view::Entity::find_by_id((id.0, day, viewer_of_day(&key.secret, &who)))
            .one(&deps.read)
            .await?
            .is_some()
    {
        return Ok(ThreadRead { view_count: row.view_count, last_read: None });
    }

    let tx = deps.begin().await?;
    let viewer = viewer_of_day(&secret_of(&tx, day).await?, &who);
    let view = thread_view::ActiveModel { thread_id: Set(id.0), day: Set(day), viewer: Set(viewer) };
    let columns = [thread_view::Column::ThreadId, thread_view::Column::Day, thread_view::Column::Viewer];
    let is_new = thread_view::Entity::insert(view)
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(&tx)
        .await?;
    let mut view_count = row.view_count;
    if is_new > 0 {
        thread::Entity::update_many()
            .col_expr(thread::Column::ViewCount, Expr::col(thread::Column::ViewCount).add(1))
            .filter(thread::Column::Id.eq(id.0))
            .exec(&tx)
            .await?;
        view_count += 1;
    }
    let mut last_read = None;
    if let Some(member) = actor.id() {
        let number = Ord::min(new.number, row.last_number);
        let read = thread_read::ActiveModel {
            member_id: Set(member.0),
            thread_id: Set(id.0),
            last_number: Set(number),
            read_at: Set(now),
        };
        // It never goes back, in whatever order two devices tell of it.
        let farther = "CASE WHEN excluded.last_number > thread_reads.last_number THEN excluded.last_number \
            ELSE thread_reads.last_number END";
        let columns = [thread_read::Column::MemberId, thread_read::Column::ThreadId];
        thread_read::Entity::insert(read)
            .on_conflict(
                OnConflict::columns(columns)
                    .value(thread_read::Column::LastNumber, Expr::cust(farther))
                    .update_column(thread_read::Column::ReadAt)
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
        // From now on a mail may tell of what is new again.
        follow::Entity::update_many()
            .col_expr(follow::Column::MailedAt, Expr::value(None::<i64>))
            .filter(follow::Column::MemberId.eq(member.0))
            .filter(follow::Column::Kind.eq(FollowKind::Thread.as_str()))
            .filter(follow::Column::TargetId.eq(id.0))
            .filter(follow::Column::MailedAt.is_not_null())
            .exec(&tx)
            .await?;
        let kept = thread_read::Entity::find_by_id((member.0, id.0)).one(&tx).await?;
        last_read = kept.map(|row| row.last_number);
    }
    // Caches of public reads stay: a count of views that is a little old does no harm, and every reader would empty them.
    tx.commit().await?;
    Ok(ThreadRead { view_count, last_read })
}

/// Who looks, in a way that tells nobody once the secret is gone.
fn viewer_of_day(secret: &str, who: &str) -> String {
    hex::encode(&Sha256::digest(Sha256::digest(format!("{secret} {who}")))[..16])
}

/// The secret of a day, made when the day is new.
async fn secret_of<C: ConnectionTrait>(tx: &C, day: i64) -> Result<String> {
    if let Some(row) = view_key::Entity::find_by_id(day).one(tx).await? {
        return Ok(row.secret);
    }
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| Error::internal("drawing random numbers", error))?;
    let row = view_key::ActiveModel { day: Set(day), secret: Set(hex::encode(bytes)) };
    view_key::Entity::insert(row)
        .on_conflict(OnConflict::column(view_key::Column::Day).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    // Another may have been faster.
    Ok(view_key::Entity::find_by_id(day).one(tx).await?.ok_or(Error::Unavailable)?.secret)
}

/// What a thread is to the viewer, and what they may do in it.
pub(super) async fn viewer_of(deps: &Deps, actor: &Actor, row: &thread::Model) -> Result<ThreadViewer> {
    let Actor::Signed(signed) = actor else { return Ok(ThreadViewer::default()) };
    let (member, id) = (signed.id, row.id);
    let order = order::order_of(&deps.read, signed, row).await?;
    // Nobody else but the author is asked whether others have posted.
    let has_posts_of_others = member.0 != row.author_id || order::has_posts_of_others(&deps.read, row).await?;
    let key = (member.0, FollowKind::Thread.as_str().to_owned(), id);
    let is_followed = follow::Entity::find_by_id(key).one(&deps.read).await?.is_some();
    let is_bookmarked = bookmark::Entity::find_by_id((member.0, id)).one(&deps.read).await?.is_some();
    let read = thread_read::Entity::find_by_id((member.0, id)).one(&deps.read).await?;
    Ok(ThreadViewer {
        is_followed,
        is_bookmarked,
        last_read: read.map(|row| row.last_number),
        can_moderate: access::may_moderate(signed, order.is_keeper),
        can_post: access::may_post(signed, &order),
        can_delete: access::may_delete_thread(signed, &order, has_posts_of_others),
    })
}

/// How many posts by others are new to the viewer in each of several threads that they have looked at, in one query.
pub(super) async fn new_in(deps: &Deps, actor: &Actor, ids: Vec<i64>) -> Result<HashMap<i64, i32>> {
    let Some(member) = actor.id() else { return Ok(HashMap::new()) };
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let to_reads: RelationDef = post::Entity::belongs_to(thread_read::Entity)
        .from(post::Column::ThreadId)
        .to(thread_read::Column::ThreadId)
        .into();
    let rows: Vec<(i64, i64)> = post::Entity::find()
        .select_only()
        .column(post::Column::ThreadId)
        .column_as(post::Column::Id.count(), "count")
        .join(JoinType::InnerJoin, to_reads)
        .filter(thread_read::Column::MemberId.eq(member.0))
        .filter(post::Column::ThreadId.is_in(ids))
        .filter(
            Expr::col((post::Entity, post::Column::Number))
                .gt(Expr::col((thread_read::Entity, thread_read::Column::LastNumber))),
        )
        .filter(post::Column::AuthorId.ne(member.0))
        .filter(post::Column::DeletedAt.is_null())
        .group_by(post::Column::ThreadId)
        .into_tuple()
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().map(|(id, count)| (id, i32::try_from(count).unwrap_or(i32::MAX))).collect())
}
