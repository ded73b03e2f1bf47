//! What the use cases work with.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use object_store::ObjectStore;
use sea_orm::DatabaseConnection;
use tokio::sync::{Notify, Semaphore};

use crate::accounts::token::TokenKeys;
use crate::clock::Clock;
use crate::database::Connections;
use crate::error::Result;
use crate::mail::Mailer;
use crate::transaction::{Transaction, Writer};

/// Settings of the process that the use cases need.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address that people reach the network at, without a slash at the end.
    pub base_url: String,
    /// Memory of argon2id in KiB; 19,456 or more outside of tests.
    pub password_memory_kib: u32,
    /// Rounds of argon2id; 2 or more outside of tests.
    pub password_rounds: u32,
    /// Whether staff need a second factor for what only staff may do.
    pub require_second_factor: bool,
}

/// Everything that use cases work with. Cheap to clone.
#[derive(Clone)]
pub struct Deps(Arc<Inner>);

/// What [`Deps`] points to.
pub struct Inner {
    /// Connections for reading.
    pub read: DatabaseConnection,
    /// Connections for writing a single row; more than that goes through [`Deps::begin`].
    pub write: DatabaseConnection,
    writer: Writer,
    /// The clock.
    pub clock: Clock,
    /// The search index of this node.
    pub index: ::search::Index,
    /// The store of uploaded files.
    pub files: Arc<dyn ObjectStore>,
    /// The keys that access tokens are signed with.
    pub keys: TokenKeys,
    /// Where mail goes.
    pub mailer: Mailer,
    /// Settings of the process.
    pub options: Options,
    /// One password more is hashed at once than there are cores, so that no core waits for the next.
    pub hashing: Semaphore,
    /// Memory that passwords are hashed in, 19 MiB each, used again and again: left to the allocator, every
    /// thread that has ever hashed would keep as much.
    pub(crate) hashing_memory: Mutex<Vec<Vec<argon2::Block>>>,
    /// Wakes the followers of the outbox.
    pub wake: Notify,
    /// Everything that has a place, as it was when it was last asked for.
    pub(crate) atlas: crate::membership::atlas::Drawer,
    generation: AtomicU64,
}

impl std::ops::Deref for Deps {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Deps {
    /// Puts the parts together.
    pub fn new(
        connections: Connections,
        clock: Clock,
        index: ::search::Index,
        files: Arc<dyn ObjectStore>,
        keys: TokenKeys,
        mailer: Mailer,
        options: Options,
    ) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self(Arc::new(Inner {
            read: connections.read,
            writer: Writer::new(connections.write.clone()),
            write: connections.write,
            clock,
            index,
            files,
            keys,
            mailer,
            options,
            hashing_memory: Mutex::default(),
            hashing: Semaphore::new(cores + 1),
            wake: Notify::new(),
            atlas: crate::membership::atlas::Drawer::default(),
            generation: AtomicU64::new(0),
        }))
    }

    /// Begins a transaction for writing.
    pub async fn begin(&self) -> Result<Transaction> {
        self.writer.begin().await
    }

    /// Commits, then tells caches and followers that something has changed.
    pub async fn commit(&self, transaction: Transaction) -> Result<()> {
        transaction.commit().await?;
        self.touch();
        self.wake.notify_waiters();
        Ok(())
    }

    /// Counts every change of state; caches of public reads are keyed by it.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    /// Says that public reads may have changed.
    pub fn touch(&self) {
        self.generation.fetch_add(1, Ordering::SeqCst);
    }
}
