//! Rules, queries, access and jobs: one module a feature, one file a use case.
//!
//! Functions take [`Deps`] and, where it matters who asks, an [`Actor`]. Visibility is decided in each
//! feature's `access`, rows become API types in its `queries`. Deliberately absent: HTTP, OpenAPI,
//! configuration files, repository traits.

pub mod accounts;
pub mod admin;
pub mod audit;
mod author;
mod check;
pub mod clock;
pub mod constraint;
pub mod cursor;
pub mod database;
pub mod deps;
pub mod error;
pub mod forum;
pub mod growth;
pub mod mail;
pub mod membership;
pub mod outbox;
pub mod people;
pub mod privacy;
pub mod resources;
pub mod search;
pub mod text;
pub mod topics;
mod transaction;

pub use accounts::access::{Actor, Signed};
pub use check::check;
pub use deps::Deps;
pub use error::{Error, Result};
