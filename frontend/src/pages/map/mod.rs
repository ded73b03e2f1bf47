//! The map of organisations and libraries: an outline that we serve ourselves, marks on it, and the same as a list.

mod drawing;
mod filters;
mod hand;
mod list;
mod mark;
mod page;
mod view;

pub use page::MapPage;
