//! Search: one search over questions, answers and resources, and the feeding of this node's index.
//!
//! The engine is the crate `::search`. Here rows become its documents, and its hits API types.

pub(crate) mod access;
mod documents;
mod follow;
#[expect(clippy::module_inception, reason = "a file is a use case, and this one is named as its feature")]
mod search;

pub use follow::{catch_up, follow, rebuild};
pub use search::search;
