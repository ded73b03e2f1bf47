//! Making a thread of its own of some posts.

use api_types::ThreadId;
use api_types::forum::{NewSplit, ThreadLink};
use entity::{post, thread};
use sea_orm::sea_query::{CaseStatement, Expr, Query};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::{count, moderated, record, tell};
use crate::accounts::access::Signed;
use crate::audit::Subject;
use crate::forum::{mails, queries};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Takes posts out of a thread into a new one of its kind, in its space and on its shelf; the first of them opens it.
pub async fn split_thread(deps: &Deps, signed: &Signed, id: ThreadId, new: &NewSplit) -> Result<ThreadLink> {
    let title = text::title("title", &new.title)?;
    let note = text::optional_lines("note", &new.note)?;
    let mut ids: Vec<i64> = new.post_ids.iter().map(|post| post.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let tx = deps.begin().await?;
    let row = moderated(&tx, signed, id.0).await?;
    let posts = post::Entity::find()
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .filter(post::Column::ThreadId.eq(row.id))
        .filter(post::Column::Number.gt(1))
        .filter(post::Column::DeletedAt.is_null())
        .order_by_asc(post::Column::Number)
        .all(&tx)
        .await?;
    let (Some(opening), Some(newest)) = (posts.first(), posts.iter().map(|post| post.created_at).max()) else {
        return Err(unknown());
    };
    if posts.len() != ids.len() {
        return Err(unknown());
    }
    // Comments, earlier states and suggestions go along with a post, and would be shown by name elsewhere.
    if row.is_confidential {
        return Err(Error::Conflict("What was asked in confidence stays together: splitting it could tell who asks."));
    }
    let moved = i32::try_from(posts.len()).unwrap_or(i32::MAX);
    let made = thread::ActiveModel {
        kind: Set(row.kind.clone()),
        space_id: Set(row.space_id),
        shelf_id: Set(row.shelf_id),
        slug: Set(text::slug(&title)),
        title: Set(title),
        excerpt: Set(text::excerpt(&text::plain_of(&opening.body_html))),
        nation: Set(row.nation.clone()),
        author_id: Set(opening.author_id),
        organisation_id: Set(opening.organisation_id),
        is_confidential: Set(false),
        created_at: Set(opening.created_at),
        active_at: Set(newest),
        answer_count: Set(moved - 1),
        last_number: Set(moved),
        score: Set(opening.score),
        view_count: Set(0),
        slow_mode_seconds: Set(0),
        ..Default::default()
    };
    let made = made.insert(&tx).await?;
    count(&tx, &made, 1).await?;
    // They are numbered anew, in one statement however many they are.
    let mut number = CaseStatement::new();
    for (place, post) in (1..).zip(&posts) {
        number = number.case(post::Column::Id.eq(post.id), Expr::value(place));
    }
    post::Entity::update_many()
        .col_expr(post::Column::ThreadId, Expr::value(made.id))
        .col_expr(post::Column::Number, number.finally(Expr::col(post::Column::Number)).into())
        .col_expr(post::Column::IsAccepted, Expr::value(false))
        .filter(post::Column::Id.is_in(ids))
        .exec(&tx)
        .await?;
    // What replies to something that stands elsewhere now replies to nothing: it may go where not everybody can follow.
    for (stays, replies_to) in [(row.id, made.id), (made.id, row.id)] {
        let there = Query::select()
            .column(post::Column::Id)
            .from(post::Entity)
            .and_where(post::Column::ThreadId.eq(replies_to))
            .take();
        post::Entity::update_many()
            .col_expr(post::Column::ReplyToId, Expr::value(None::<i64>))
            .filter(post::Column::ThreadId.eq(stays))
            .filter(post::Column::ReplyToId.in_subquery(there))
            .exec(&tx)
            .await?;
    }
    let had_accepted = posts.iter().any(|post| post.is_accepted);
    let author_id = opening.author_id;
    let answer_count = row.answer_count - moved;
    let before = row.clone();
    let mut change = row.into_active_model();
    change.answer_count = Set(answer_count);
    if had_accepted {
        change.accepted_answer_id = Set(None);
    }
    change.update(&tx).await?;
    outbox::push(deps, &tx, &Event::ThreadChanged { id: before.id }).await?;
    outbox::push(deps, &tx, &Event::ThreadChanged { id: made.id }).await?;
    tell(deps, &tx, signed, author_id, |to| mails::split(to, &made, &before.title, &note)).await?;
    let detail = format!("into={} posts={moved}", made.id);
    record(deps, &tx, signed, "split_thread", Subject::Thread(before.id), (detail, &note)).await?;
    deps.commit(tx).await?;
    Ok(ThreadLink { id: ThreadId(made.id), kind: queries::kind_of(&made.kind), slug: made.slug, title: made.title })
}

fn unknown() -> Error {
    Error::field("post_ids", "invalid", "Choose answers or replies of this thread; what opens it stays.")
}
