//! Libraries: finding one, its page, and looking after it.

mod form;
mod library;
mod list;

pub use form::{AddLibraryPage, EditLibraryPage};
pub use library::LibraryPage;
pub use list::LibrariesPage;
