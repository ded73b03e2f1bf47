//! The typed client of the API: one async function per operation, named by its operation id.
//!
//! On native targets it speaks through reqwest, in the browser through the fetch API (gloo-net).
//! It holds the access token and nothing else; retries and refreshing are its caller's business.

mod applications;
mod conduct;
mod credentials;
mod error;
mod forum;
mod forum_attachments;
mod forum_finding;
mod forum_history;
mod forum_import;
mod forum_keeping;
mod forum_mentions;
mod forum_moderation;
mod forum_order;
mod forum_trust;
mod forum_writing;
mod growth;
mod guides;
mod operations;
mod operations_people;
mod privacy;
mod tags;
mod transport;

pub use api_types as types;
pub use error::{Error, Result};
pub use transport::{Body, Client, Exchange, Method};
