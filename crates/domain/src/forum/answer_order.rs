//! Answers in other orders: those of libraries like the viewer's first, or the newest.

use std::cmp::Reverse;

use api_types::ThreadId;
use entity::post;
use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};

use super::confidence::is_hidden;
use super::likeness::{Marks, spoken_for};
use super::queries::{PostRow, following};
use crate::accounts::access::Actor;
use crate::{Deps, Result, cursor};

/// How many answers to one question are put in order at most; no question has as many.
const MOST: u64 = 10_000;

#[derive(FromQueryResult)]
struct Standing {
    id: i64,
    author_id: i64,
    asker_id: i64,
    is_confidential: bool,
    is_accepted: bool,
    score: i32,
    organisation_id: Option<i64>,
}

/// Answers to a question by how alike their authors' libraries are to the viewer's, then as usual. How alike they are
/// is decided in one place, which the database does not know: so all are looked at, without their texts.
pub(super) async fn alike_first(
    deps: &Deps,
    actor: &Actor,
    id: ThreadId,
    limit: u64,
    after: Option<&str>,
) -> Result<(Vec<PostRow>, Option<String>)> {
    let rows: Vec<Standing> = following(actor, id)
        .select_only()
        .columns([post::Column::Id, post::Column::AuthorId, post::Column::IsAccepted, post::Column::Score])
        .column_as(entity::thread::Column::AuthorId, "asker_id")
        .column_as(entity::thread::Column::IsConfidential, "is_confidential")
        .expr_as(spoken_for(), "organisation_id")
        .limit(MOST)
        .into_model()
        .all(&deps.read)
        .await?;
    let seen =
        |row: &Standing| row.organisation_id.filter(|_| !is_hidden(row.is_confidential, row.author_id, row.asker_id));
    let marks = Marks::of(deps, actor, Vec::new(), rows.iter().filter_map(seen).collect()).await?;
    let mut places: Vec<[i64; 4]> = rows
        .iter()
        .map(|row| {
            let common = marks.likeness(seen(row)).map_or(0, |likeness| i64::from(likeness.common));
            [common, i64::from(row.is_accepted), i64::from(row.score), row.id]
        })
        .collect();
    let key = |place: &[i64; 4]| (Reverse((place[0], place[1], place[2])), place[3]);
    places.sort_by_key(key);
    if let Some(after) = after {
        let last = cursor::decode::<4>(after)?;
        places.retain(|place| key(place) > key(&last));
    }
    places.truncate(usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1));
    let next = cursor::next_of(&mut places, limit, |place| place.to_vec());
    let ids: Vec<i64> = places.iter().map(|place| place[3]).collect();
    let mut rows: Vec<PostRow> =
        following(actor, id).filter(post::Column::Id.is_in(ids.iter().copied())).into_model().all(&deps.read).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.post.id));
    Ok((rows, next))
}

/// Answers to a question, the newest first.
pub(super) async fn newest_first(
    deps: &Deps,
    actor: &Actor,
    id: ThreadId,
    limit: u64,
    after: Option<&str>,
) -> Result<(Vec<PostRow>, Option<String>)> {
    let mut select = following(actor, id);
    if let Some(after) = after {
        let [last] = cursor::decode::<1>(after)?;
        select = select.filter(post::Column::Number.lt(last));
    }
    let mut rows: Vec<PostRow> =
        select.order_by_desc(post::Column::Number).limit(limit + 1).into_model().all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![i64::from(row.post.number)]);
    Ok((rows, next))
}
