//! Searching.

use api_types::ThreadId;
use api_types::search::{KindCount, SearchHit, SearchKind, SearchQuery, SearchResults, Segment};

use super::access;
use crate::accounts::access::Actor;
use crate::clock::to_wire;
use crate::{Deps, Error, Result, cursor};

/// How many hits can be passed over: nobody reads further, and the engine would rank all of them.
const DEEPEST: u64 = 500;

/// Searches threads, posts and resources, the best first.
pub async fn search(deps: &Deps, actor: &Actor, query: &SearchQuery) -> Result<SearchResults> {
    let limit = cursor::limit(query.limit);
    let offset = match &query.after {
        Some(after) => {
            let [offset] = cursor::decode::<1>(after)?;
            u64::try_from(offset).unwrap_or(0).min(DEEPEST)
        }
        None => 0,
    };
    let asked = ::search::Query {
        text: query.q.clone(),
        kind: query.kind.map(to_kind),
        shelf: query.shelf.clone(),
        visible: access::visible_to(deps, actor).await?,
        limit: usize::try_from(limit).unwrap_or(usize::MAX),
        offset: usize::try_from(offset).unwrap_or(usize::MAX),
    };
    let index = deps.index.clone();
    let found = tokio::task::spawn_blocking(move || index.search(&asked))
        .await
        .map_err(|error| Error::internal("searching", error))??;

    let following = offset + limit;
    let next = (following < found.total && following <= DEEPEST)
        .then(|| cursor::encode(&[i64::try_from(following).unwrap_or(i64::MAX)]));
    let kinds = found.kind_counts.into_iter().map(|(kind, count)| KindCount { kind: from_kind(kind), count }).collect();
    let thread_of = |hit: &::search::Hit| match hit.kind {
        ::search::Kind::Resource => None,
        ::search::Kind::Question | ::search::Kind::Discussion => Some(hit.id),
        ::search::Kind::Answer | ::search::Kind::Reply => hit.parent_id,
    };
    let readable = access::readable(deps, actor, found.hits.iter().filter_map(thread_of).collect()).await?;
    let may_read = |hit: &::search::Hit| thread_of(hit).is_none_or(|thread| readable.contains(&thread));
    Ok(SearchResults {
        items: found.hits.into_iter().filter(may_read).map(to_hit).collect(),
        next,
        total: found.total,
        kinds,
        is_corrected: found.corrected,
    })
}

fn to_hit(hit: ::search::Hit) -> SearchHit {
    SearchHit {
        kind: from_kind(hit.kind),
        id: hit.id,
        thread_id: hit.parent_id.map(ThreadId),
        title: hit.title.into_iter().map(to_segment).collect(),
        excerpt: hit.excerpt.into_iter().map(to_segment).collect(),
        shelf: hit.shelf,
        author: hit.author,
        created_at: to_wire(hit.created_at.saturating_mul(1000)),
    }
}

fn to_segment(segment: ::search::Segment) -> Segment {
    Segment { text: segment.text, hit: segment.hit }
}

const fn to_kind(kind: SearchKind) -> ::search::Kind {
    match kind {
        SearchKind::Question => ::search::Kind::Question,
        SearchKind::Answer => ::search::Kind::Answer,
        SearchKind::Discussion => ::search::Kind::Discussion,
        SearchKind::Reply => ::search::Kind::Reply,
        SearchKind::Resource => ::search::Kind::Resource,
    }
}

const fn from_kind(kind: ::search::Kind) -> SearchKind {
    match kind {
        ::search::Kind::Question => SearchKind::Question,
        ::search::Kind::Answer => SearchKind::Answer,
        ::search::Kind::Discussion => SearchKind::Discussion,
        ::search::Kind::Reply => SearchKind::Reply,
        ::search::Kind::Resource => SearchKind::Resource,
    }
}
