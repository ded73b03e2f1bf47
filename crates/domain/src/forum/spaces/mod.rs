//! Spaces: who reads what of the forum, and who belongs together.

mod create_space;
mod decide_space_request;
mod end_space_membership;
mod get_space;
mod list_space_members;
mod list_spaces;
pub(super) mod queries;
mod request_to_join;
mod set_space_role;
mod update_space;

pub use create_space::create_space;
pub use decide_space_request::decide_space_request;
pub use end_space_membership::end_space_membership;
pub use get_space::get_space;
pub use list_space_members::list_space_members;
pub use list_spaces::list_spaces;
pub use request_to_join::request_to_join;
pub use set_space_role::set_space_role;
pub use update_space::update_space;
