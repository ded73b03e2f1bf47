//! Searching.

use api_types::QuestionId;
use api_types::accounts::Role;
use api_types::search::{KindCount, SearchHit, SearchKind, SearchQuery, SearchResults, Segment};
use ::search::{Kind, Query, Visibility};

use crate::accounts::access::Actor;
use crate::clock::to_wire;
use crate::{Deps, Error, Result, cursor};

/// How deep one can page: who needs more had better say more.
const DEEPEST: usize = 500;

/// Searches questions, answers and resources, within what the actor may see.
pub async fn search(deps: &Deps, actor: &Actor, query: &SearchQuery) -> Result<SearchResults> {
    let limit = usize::try_from(cursor::limit(query.limit)).unwrap_or(1);
    let offset = match &query.after {
        None => 0,
        Some(after) => {
            let [offset] = cursor::decode::<1>(after)?;
            usize::try_from(offset).unwrap_or(0).min(DEEPEST)
        }
    };
    let asked = Query {
        text: query.q.clone(),
        kind: query.kind.map(|kind| match kind {
            SearchKind::Question => Kind::Question,
            SearchKind::Answer => Kind::Answer,
            SearchKind::Resource => Kind::Resource,
        }),
        shelf: query.shelf.clone(),
        visible: visible_to(actor),
        limit,
        offset,
    };
    let index = deps.index.clone();
    let results = tokio::task::spawn_blocking(move || index.search(&asked))
        .await
        .map_err(|error| Error::internal("searching", error))??;
    let end = offset + results.hits.len();
    let has_more = u64::try_from(end).is_ok_and(|end| end < results.total) && end < DEEPEST && !results.hits.is_empty();
    Ok(SearchResults {
        next: has_more.then(|| cursor::encode(&[i64::try_from(end).unwrap_or(i64::MAX)])),
        total: results.total,
        kinds: results.kind_counts.into_iter().map(|(kind, count)| KindCount { kind: on_the_wire(kind), count }).collect(),
        is_corrected: results.corrected,
        items: results
            .hits
            .into_iter()
            .map(|hit| SearchHit {
                kind: on_the_wire(hit.kind),
                id: hit.id,
                question_id: hit.parent_id.map(QuestionId),
                title: hit.title.into_iter().map(segment).collect(),
                excerpt: hit.excerpt.into_iter().map(segment).collect(),
                shelf: hit.shelf,
                author: hit.author,
                created_at: to_wire(hit.created_at * 1000),
            })
            .collect(),
    })
}

/// The classes of documents that an actor may find.
fn visible_to(actor: &Actor) -> Vec<Visibility> {
    match actor.role() {
        Some(role) if role >= Role::Member => vec![Visibility::Public, Visibility::Members],
        _ => vec![Visibility::Public],
    }
}

fn on_the_wire(kind: Kind) -> SearchKind {
    match kind {
        Kind::Question => SearchKind::Question,
        Kind::Answer => SearchKind::Answer,
        Kind::Resource => SearchKind::Resource,
    }
}

fn segment(segment: ::search::Segment) -> Segment {
    Segment { text: segment.text, hit: segment.hit }
}
