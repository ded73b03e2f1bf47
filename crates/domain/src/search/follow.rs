//! Keeping the index true: following the outbox, or building the index from the database.

use std::collections::BTreeSet;
use std::time::Duration;

use ::search::Change;
use entity::{answer, question, resource};
use sea_orm::{ColumnTrait, Condition};

use super::documents::{answers, questions, resources};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// How many events are taken at once, and how many rows are read at once.
const BATCH: u64 = 500;

/// Follows the outbox until the process ends.
pub async fn follow(deps: Deps) {
    loop {
        let woken = deps.wake.notified();
        if let Err(error) = catch_up(&deps).await {
            tracing::error!(%error, cause = ?std::error::Error::source(&error), "the search index is behind; it is tried again");
        }
        let _ = tokio::time::timeout(Duration::from_secs(1), woken).await;
    }
}

/// Brings the index up to date with the outbox; a new index is built from the database first.
pub async fn catch_up(deps: &Deps) -> Result<()> {
    let mut position = deps.index.position()?;
    if position == 0 {
        let head = outbox::head(deps).await?;
        if head == 0 {
            return Ok(());
        }
        rebuild(deps, head).await?;
        position = head;
    }
    loop {
        let events = outbox::after(deps, "search", position, BATCH).await?;
        let Some((last, _)) = events.last() else { return Ok(()) };
        position = *last;
        let changes = changes(deps, events.into_iter().map(|(_, event)| event)).await?;
        apply(deps, changes, position).await?;
    }
}

async fn changes(deps: &Deps, events: impl Iterator<Item = Event>) -> Result<Vec<Change>> {
    let (mut question_ids, mut answer_ids, mut resource_ids) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for event in events {
        match event {
            Event::QuestionChanged { id } => drop(question_ids.insert(id)),
            Event::AnswerChanged { id } => drop(answer_ids.insert(id)),
            Event::ResourceChanged { id } => drop(resource_ids.insert(id)),
            Event::Mail(_) => {}
        }
    }
    let mut changes = Vec::new();
    if !question_ids.is_empty() {
        let wanted = question::Column::Id.is_in(question_ids.iter().copied());
        changes.extend(questions(deps, Condition::all().add(wanted), u64::MAX >> 1).await?.0);
    }
    if !question_ids.is_empty() || !answer_ids.is_empty() {
        // The title of an answer is its question's.
        let wanted = Condition::any()
            .add(answer::Column::QuestionId.is_in(question_ids))
            .add(answer::Column::Id.is_in(answer_ids));
        changes.extend(answers(deps, wanted, u64::MAX >> 1).await?.0);
    }
    if !resource_ids.is_empty() {
        let wanted = resource::Column::Id.is_in(resource_ids);
        changes.extend(resources(deps, Condition::all().add(wanted), u64::MAX >> 1).await?.0);
    }
    Ok(changes)
}

/// Builds the index from the database. What changes meanwhile comes after `position` and is caught up with.
async fn rebuild(deps: &Deps, position: i64) -> Result<()> {
    let mut id = 0;
    loop {
        let (changes, last) = questions(deps, Condition::all().add(question::Column::Id.gt(id)), BATCH).await?;
        let Some(last) = last else { break };
        id = last;
        apply(deps, changes, 0).await?;
    }
    id = 0;
    loop {
        let (changes, last) = answers(deps, Condition::all().add(answer::Column::Id.gt(id)), BATCH).await?;
        let Some(last) = last else { break };
        id = last;
        apply(deps, changes, 0).await?;
    }
    id = 0;
    loop {
        let (changes, last) = resources(deps, Condition::all().add(resource::Column::Id.gt(id)), BATCH).await?;
        let Some(last) = last else { break };
        id = last;
        apply(deps, changes, 0).await?;
    }
    apply(deps, Vec::new(), position).await
}

async fn apply(deps: &Deps, changes: Vec<Change>, position: i64) -> Result<()> {
    let index = deps.index.clone();
    tokio::task::spawn_blocking(move || index.apply(changes, position))
        .await
        .map_err(|error| Error::internal("feeding the search index", error))??;
    deps.touch();
    Ok(())
}
