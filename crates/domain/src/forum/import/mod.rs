//! Importing threads from elsewhere.

mod from_html;
mod import_threads;
mod known;
mod members;
mod prepare;
mod row;
mod update;
mod write;

pub use import_threads::import_threads;
