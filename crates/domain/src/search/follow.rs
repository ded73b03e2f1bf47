//! Following the outbox: the index of this node comes after the database within a second.

use std::collections::BTreeSet;
use std::time::Duration;

use ::search::{Change, Document, Kind};
use entity::{post, resource};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::documents;
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// How long changes gather before they are indexed together: each commit of the index costs as much as many of them.
const GATHER: Duration = Duration::from_millis(500);
/// How many events are taken at once.
const EVENTS: u64 = 1000;
/// How many rows are read at once when everything is indexed anew.
const ROWS: u64 = 1000;
/// How many rows are asked for by name at once.
const NAMED: usize = 1000;

/// Follows the outbox and keeps the index true, until the process ends.
pub async fn follow(deps: Deps) {
    loop {
        let woken = deps.wake.notified();
        tokio::pin!(woken);
        // From here on no wake-up is lost, also not while the index catches up.
        woken.as_mut().enable();
        if let Err(error) = catch_up(&deps).await {
            tracing::warn!(%error, cause = ?std::error::Error::source(&error), "the search index could not catch up; it is tried again");
        }
        if tokio::time::timeout(Duration::from_secs(1), woken).await.is_ok() {
            tokio::time::sleep(GATHER).await;
        }
    }
}

/// Brings the index up to the newest event. An index without a place is built from everything there is.
pub async fn catch_up(deps: &Deps) -> Result<()> {
    let mut position = position(deps).await?;
    if position == 0 {
        rebuild(deps).await?;
        position = self::position(deps).await?;
    }
    loop {
        let events = outbox::after(deps, "search", position, EVENTS).await?;
        let Some((last, _)) = events.last() else { return Ok(()) };
        position = *last;
        let is_all = (events.len() as u64) < EVENTS;
        let is_erasing = events.iter().any(|(_, event)| *event == Event::Erased);
        let changes = changes(deps, events.into_iter().map(|(_, event)| event)).await?;
        apply(deps, changes, position).await?;
        if is_erasing {
            let index = deps.index.clone();
            blocking(move || index.compact()).await?;
        }
        deps.touch();
        // What has come meanwhile gathers until the next time.
        if is_all {
            return Ok(());
        }
    }
}

/// Empties the index and builds it from everything there is.
pub async fn rebuild(deps: &Deps) -> Result<()> {
    // What changes during the scan is after this place and so is indexed again. A place of 0 is kept
    // to the end: a rebuild that is cut short begins again.
    let head = outbox::head(deps).await?;
    if head == 0 {
        return Ok(());
    }
    let index = deps.index.clone();
    blocking(move || index.clear()).await?;
    let mut last = 0;
    loop {
        let (documents, newest) = documents::posts(deps, post::Column::Id.gt(last), Some(ROWS)).await?;
        let Some(newest) = newest else { break };
        put(deps, documents).await?;
        last = newest;
    }
    last = 0;
    while let Some(newest) =
        put(deps, documents::resources(deps, resource::Column::Id.gt(last), Some(ROWS)).await?).await?
    {
        last = newest;
    }
    apply(deps, Vec::new(), head).await?;
    deps.touch();
    Ok(())
}

/// Puts documents of one kind, in the order of their ids, and gives the last id.
async fn put(deps: &Deps, documents: Vec<Document>) -> Result<Option<i64>> {
    let Some(last) = documents.last().map(|document| document.id) else { return Ok(None) };
    apply(deps, documents.into_iter().map(Change::Put).collect(), 0).await?;
    Ok(Some(last))
}

/// What events change: what they name is put as it is now, or removed if it is no more.
async fn changes(deps: &Deps, events: impl Iterator<Item = Event>) -> Result<Vec<Change>> {
    let (mut threads, mut posts, mut resources) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for event in events {
        match event {
            Event::ThreadChanged { id } => threads.insert(id),
            Event::PostChanged { id } => posts.insert(id),
            Event::ResourceChanged { id } => resources.insert(id),
            Event::Mail(_) | Event::PostAdded { .. } | Event::Mentioned { .. } | Event::Erased => false,
        };
    }
    // Posts stand under the title of their thread, so they change with it, also those that were taken away.
    if !threads.is_empty() {
        let of_threads: Vec<i64> = post::Entity::find()
            .select_only()
            .column(post::Column::Id)
            .filter(post::Column::ThreadId.is_in(threads.iter().copied()))
            .into_tuple()
            .all(&deps.read)
            .await?;
        posts.extend(of_threads);
    }
    let mut documents = Vec::new();
    // Threads may bring any number of posts along, and engines bound the values of one statement.
    let ids: Vec<i64> = posts.iter().copied().collect();
    for ids in ids.chunks(NAMED) {
        documents.extend(documents::posts(deps, post::Column::Id.is_in(ids.iter().copied()), None).await?.0);
    }
    if !resources.is_empty() {
        let named = resource::Column::Id.is_in(resources.iter().copied());
        documents.extend(documents::resources(deps, named, None).await?);
    }

    // Everything that was named goes, under each kind that it may have been, and comes back as it is now.
    let gone = threads
        .into_iter()
        .flat_map(|id| [(Kind::Question, id), (Kind::Discussion, id)])
        .chain(posts.into_iter().flat_map(|id| [(Kind::Answer, id), (Kind::Reply, id)]))
        .chain(resources.into_iter().map(|id| (Kind::Resource, id)));
    let gone = gone.map(|(kind, id)| Change::Delete { kind, id });
    Ok(gone.chain(documents.into_iter().map(Change::Put)).collect())
}

async fn position(deps: &Deps) -> Result<i64> {
    let index = deps.index.clone();
    blocking(move || index.position()).await
}

async fn apply(deps: &Deps, changes: Vec<Change>, position: i64) -> Result<()> {
    let index = deps.index.clone();
    blocking(move || index.apply(changes, position)).await
}

/// The index blocks, so it works off the event loop.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> ::search::Result<T> + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|error| Error::internal("using the search index", error))??)
}
