//! People: profiles, who sees what of them, and finding people by what they can do.
//!
//! What is shown to whom is decided in `access` alone, and what is found by words comes from there too.

mod access;
pub(crate) mod picture;
mod profile;
mod skills;

mod delete_picture;
mod get_member;
mod get_picture;
mod get_profile;
mod list_members;
mod list_skills;
mod refold;
mod set_picture;
mod update_profile;

pub(crate) use access::{folded_name, is_listed, named};
pub use delete_picture::delete_picture;
pub use get_member::get_member;
pub use get_picture::get_picture;
pub use get_profile::get_profile;
pub use list_members::list_members;
pub use list_skills::list_skills;
pub use refold::refold;
pub use set_picture::set_picture;
pub use update_profile::update_profile;
