//! Membership: organisations, who belongs to them, the register of libraries (places), applications.
//!
//! `decide_application` holds the only way from applicant to member.

mod access;
pub(crate) mod listing;
pub(crate) mod mails;
mod map;
mod organisation;
mod organisation_number;
pub(crate) mod people;
pub(crate) mod queries;
mod register;

mod confirm_application;
mod create_library;
mod create_organisation;
mod create_submitted_application;
mod decide_application;
mod end_affiliation;
mod get_application;
mod get_holdings;
mod get_my_application;
mod get_organisation;
mod import_libraries;
mod list_applications;
mod list_libraries;
mod list_map_points;
mod list_near;
mod list_organisations;
mod list_sole_holders;
mod resend_confirmation;
mod submit_application;
mod update_organisation;

pub use confirm_application::confirm_application;
pub use create_library::create_library;
pub use create_organisation::create_organisation;
pub use create_submitted_application::create_submitted_application;
pub use decide_application::decide_application;
pub use end_affiliation::end_affiliation;
pub use get_application::get_application;
pub use get_holdings::get_holdings;
pub use get_my_application::get_my_application;
pub use get_organisation::get_organisation;
pub use import_libraries::import_libraries;
pub use list_applications::list_applications;
pub use list_libraries::list_libraries;
pub use list_map_points::list_map_points;
pub use list_near::list_near;
pub use list_organisations::list_organisations;
pub use list_sole_holders::list_sole_holders;
pub use resend_confirmation::resend_confirmation;
pub use submit_application::submit_application;
pub use update_organisation::update_organisation;
