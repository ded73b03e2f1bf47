//! The outbox: every change of state writes here, in its own transaction, what must follow from it.
//!
//! Followers read it in order and each keeps its own place. Mail keeps its place in the database, so
//! that it goes out once; the search index of each node keeps its place in the index itself.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};

use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::outbox;

/// What must follow from a change of state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A thread, and with it its posts, is to be indexed again.
    #[serde(alias = "question_changed")]
    ThreadChanged {
        /// The thread's id.
        id: i64,
    },
    /// A post is to be indexed again.
    #[serde(alias = "answer_changed")]
    PostChanged {
        /// The post's id.
        id: i64,
    },
    /// A post was added: those who follow its thread are to be told.
    PostAdded {
        /// The post's id.
        id: i64,
    },
    /// Somebody is mentioned in a post, or in a comment on it, and is to be told.
    Mentioned {
        /// The post's id.
        post_id: i64,
        /// The comment's id.
        comment_id: Option<i64>,
    },
    /// A resource is to be indexed again.
    ResourceChanged {
        /// The resource's id.
        id: i64,
    },
    /// Somebody was erased: what the index has marked as deleted is to leave its files too.
    Erased,
    /// A mail is to be sent.
    Mail(crate::mail::Message),
}

/// Writes an event to the outbox, as part of the transaction that it follows from.
pub async fn push<C: ConnectionTrait>(deps: &Deps, connection: &C, event: &Event) -> Result<()> {
    push_all(deps, connection, std::slice::from_ref(event)).await
}

/// Writes several events to the outbox, as part of the transaction that they follow from.
pub async fn push_all<C: ConnectionTrait>(deps: &Deps, connection: &C, events: &[Event]) -> Result<()> {
    /// How many are written at once; each takes three of the values that a statement may have.
    const AT_ONCE: usize = 500;
    lock(connection).await?;
    for events in events.chunks(AT_ONCE) {
        let mut rows = Vec::with_capacity(events.len());
        for event in events {
            let payload =
                serde_json::to_string(event).map_err(|error| Error::internal("writing to the outbox", error))?;
            let kind = match event {
                Event::Mail(_) => "mail",
                Event::PostAdded { .. } | Event::Mentioned { .. } => "notice",
                _ => "search",
            };
            rows.push(outbox::ActiveModel {
                kind: Set(kind.into()),
                payload: Set(payload),
                created_at: Set(deps.clock.now()),
                ..Default::default()
            });
        }
        outbox::Entity::insert_many(rows).exec_without_returning(connection).await?;
    }
    Ok(())
}

/// Takes the outbox's lock, which [`push`] takes too, to the end of the transaction. Transactions that
/// lock rows of several tables take it before those, so that two of them cannot wait for each other.
pub async fn lock<C: ConnectionTrait>(connection: &C) -> Result<()> {
    if connection.get_database_backend() == DbBackend::Postgres {
        // Numbers are given out before commits: without this lock a follower could pass a row that
        // becomes visible later. It is held from here to the end of the transaction.
        connection.execute_unprepared("SELECT pg_advisory_xact_lock(7355608)").await?;
    }
    Ok(())
}

/// The events of a kind after a place, at most `limit`, each with its place.
pub async fn after(deps: &Deps, kind: &str, position: i64, limit: u64) -> Result<Vec<(i64, Event)>> {
    let rows = outbox::Entity::find()
        .filter(outbox::Column::Kind.eq(kind))
        .filter(outbox::Column::Id.gt(position))
        .order_by_asc(outbox::Column::Id)
        .limit(limit)
        .all(&deps.read)
        .await?;
    rows.into_iter()
        .map(|row| {
            let event =
                serde_json::from_str(&row.payload).map_err(|error| Error::internal("reading the outbox", error))?;
            Ok((row.id, event))
        })
        .collect()
}

/// The place of the newest event, 0 when there is none.
pub async fn head(deps: &Deps) -> Result<i64> {
    let newest = outbox::Entity::find().order_by_desc(outbox::Column::Id).one(&deps.read).await?;
    Ok(newest.map_or(0, |row| row.id))
}
