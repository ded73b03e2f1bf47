//! Topics: shelves, on which everything stands, and tags. Staff set shelves, authors set tags.
//!
//! Who may change shelves is for the server to say: the functions here take no actor.

mod create_shelf;
mod delete_shelf;
mod get_tag;
mod list_shelves;
mod list_tags;
mod merge_tag;
pub(crate) mod queries;
pub(crate) mod tags;
mod update_shelf;
mod update_tag;

pub use create_shelf::create_shelf;
pub use delete_shelf::delete_shelf;
pub use get_tag::get_tag;
pub use list_shelves::list_shelves;
pub use list_tags::list_tags;
pub use merge_tag::merge_tag;
pub use update_shelf::update_shelf;
pub use update_tag::update_tag;
