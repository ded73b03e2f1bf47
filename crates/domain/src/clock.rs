//! The clock: the only place that reads the time, so that tests can set it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};

/// Where the time comes from.
#[derive(Clone, Debug, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The system's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self(None)
    }

    /// A clock that stands still until it is moved, in milliseconds since 1970.
    #[must_use]
    pub fn fixed(milliseconds: Arc<AtomicI64>) -> Self {
        Self(Some(milliseconds))
    }

    /// Milliseconds since 1970, in UTC: the form in which times are stored.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the system's clock")]
    pub fn now(&self) -> i64 {
        self.0.as_ref().map_or_else(|| Utc::now().timestamp_millis(), |fixed| fixed.load(Ordering::SeqCst))
    }
}

/// A stored time as it stands on the wire.
#[must_use]
pub fn to_wire(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}
