//! Transactions for writing.
//!
//! On SQLite there is one writer, and most of what a small transaction costs is the wait for the disk at its end.
//! So transactions that come while another one is under way are written after it, each within a savepoint of its
//! own, and one commit makes all of them durable. Nobody is told of success before that commit. On PostgreSQL,
//! which does the same by itself, a transaction is just that.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::error::{Error, Result};

/// How long a transaction waits for its turn to write.
const PATIENCE: Duration = Duration::from_secs(5);

/// The way to the store for those who write.
#[derive(Clone)]
pub(crate) struct Writer {
    connection: DatabaseConnection,
    /// Who holds it has the turn. Turns are given in the order in which they were asked for.
    turn: Arc<Mutex<Option<Batch>>>,
}

/// What is written but not committed yet.
struct Batch {
    outer: DatabaseTransaction,
    /// Whether a savepoint stands ready for the next who writes.
    is_ready: bool,
    /// Those who have written and wait for the commit.
    members: Vec<oneshot::Sender<bool>>,
}

/// A transaction. Dropped without [`Transaction::commit`] it leaves no trace.
pub struct Transaction(State);

enum State {
    Alone(DatabaseTransaction),
    InBatch { writer: Writer, turn: OwnedMutexGuard<Option<Batch>> },
    Done,
}

impl Writer {
    pub(crate) fn new(connection: DatabaseConnection) -> Self {
        Self { connection, turn: Arc::default() }
    }

    pub(crate) async fn begin(&self) -> Result<Transaction> {
        if self.connection.get_database_backend() != DbBackend::Sqlite {
            return Ok(Transaction(State::Alone(self.connection.begin().await?)));
        }
        let turn = tokio::time::timeout(PATIENCE, self.turn.clone().lock_owned()).await;
        let mut turn = turn.map_err(|_| Error::Unavailable)?;
        if let Some(batch) = turn.as_mut() {
            if !batch.is_ready {
                batch.outer.execute_unprepared("SAVEPOINT writer").await?;
                batch.is_ready = true;
            }
        } else {
            // It takes the write lock at once, since a reader that turns writer fails without waiting when
            // somebody else wrote meanwhile.
            let options = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            };
            let outer = self.connection.begin_with_options(options).await?;
            *turn = Some(Batch { outer, is_ready: false, members: Vec::new() });
        }
        Ok(Transaction(State::InBatch { writer: self.clone(), turn }))
    }

    /// Ends the part of the one who has the turn, and commits with all who have written by the next turn.
    async fn commit(self, mut turn: OwnedMutexGuard<Option<Batch>>) -> Result<()> {
        let (sender, mut outcome) = oneshot::channel();
        if let Some(batch) = turn.as_mut() {
            if batch.is_ready {
                // In one go, since each costs a way to the engine's thread and back. The commit ends both.
                batch.outer.execute_unprepared("RELEASE writer; SAVEPOINT writer").await?;
            }
            batch.members.push(sender);
        }
        drop(turn);
        tokio::select! {
            biased;
            outcome = &mut outcome => return judge(outcome),
            mut turn = self.turn.clone().lock_owned() => {
                // Nobody has committed meanwhile if this one still waits.
                if let Err(oneshot::error::TryRecvError::Empty) = outcome.try_recv()
                    && let Some(batch) = turn.take()
                {
                    let committed = batch.outer.commit().await;
                    for member in batch.members {
                        // Who has gone away need not be told.
                        let _ = member.send(committed.is_ok());
                    }
                    return Ok(committed?);
                }
            }
        }
        judge(outcome.await)
    }
}

/// What a member of a batch is told. A batch that was lost was rolled back, with all that it held.
fn judge(outcome: std::result::Result<bool, oneshot::error::RecvError>) -> Result<()> {
    if outcome == Ok(true) { Ok(()) } else { Err(Error::Unavailable) }
}

impl Transaction {
    /// Makes it durable. Goes on to the end also when the caller does not wait for it.
    pub async fn commit(mut self) -> Result<()> {
        match std::mem::replace(&mut self.0, State::Done) {
            State::Alone(transaction) => Ok(transaction.commit().await?),
            State::InBatch { writer, turn } => {
                tokio::spawn(writer.commit(turn)).await.map_err(|error| Error::internal("committing", error))?
            }
            State::Done => Ok(()),
        }
    }

    fn inner(&self) -> std::result::Result<&DatabaseTransaction, DbErr> {
        let inner = match &self.0 {
            State::Alone(transaction) => Some(transaction),
            State::InBatch { turn, .. } => turn.as_ref().map(|batch| &batch.outer),
            State::Done => None,
        };
        inner.ok_or_else(|| DbErr::Custom("the transaction has ended".into()))
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let State::InBatch { mut turn, .. } = std::mem::replace(&mut self.0, State::Done) else { return };
        let is_first = turn.as_ref().is_some_and(|batch| batch.members.is_empty());
        let runtime = tokio::runtime::Handle::try_current();
        match (is_first, runtime) {
            (false, Ok(runtime)) => {
                runtime.spawn(async move {
                    // Taken out until this part of it is undone: if that is cut short or fails, the batch is
                    // dropped and so rolled back, which its members are told.
                    let Some(batch) = turn.take() else { return };
                    match batch.outer.execute_unprepared("ROLLBACK TO writer").await {
                        Ok(_) => *turn = Some(batch),
                        Err(error) => tracing::error!(%error, "a batch of transactions was lost"),
                    }
                });
            }
            // Dropped, the outer transaction is rolled back before the connection is used again.
            _ => drop(turn.take()),
        }
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        match &self.0 {
            State::Alone(transaction) => transaction.get_database_backend(),
            State::InBatch { .. } | State::Done => DbBackend::Sqlite,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> std::result::Result<ExecResult, DbErr> {
        self.inner()?.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> std::result::Result<ExecResult, DbErr> {
        self.inner()?.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> std::result::Result<Option<QueryResult>, DbErr> {
        self.inner()?.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> std::result::Result<Vec<QueryResult>, DbErr> {
        self.inner()?.query_all_raw(statement).await
    }
}
