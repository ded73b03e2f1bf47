//! The queue of applications: the list on the left, the one that is read on the right.

mod bulk;
mod conversation;
mod decision;
mod detail;
mod doubles;
mod filters;
mod queue;

pub use queue::ApplicationsPage;
