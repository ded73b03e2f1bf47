//! Search: what the index holds of the database, and what a viewer may find in it.

mod documents;
mod follow;
mod search;

pub use follow::{catch_up, follow};
pub use self::search::search;
