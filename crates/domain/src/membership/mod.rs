//! Membership: organisations, who belongs to them, the register of libraries (places), applications.
//!
//! `decide_application` holds the only way from applicant to member.

pub(crate) mod mails;
mod organisation;
mod queries;
mod register;

mod confirm_application;
mod create_library;
mod create_organisation;
mod create_submitted_application;
mod decide_application;
mod get_application;
mod get_my_application;
mod import_libraries;
mod list_applications;
mod list_libraries;
mod resend_confirmation;
mod submit_application;

pub use confirm_application::confirm_application;
pub use create_library::create_library;
pub use create_organisation::create_organisation;
pub use create_submitted_application::create_submitted_application;
pub use decide_application::decide_application;
pub use get_application::get_application;
pub use get_my_application::get_my_application;
pub use import_libraries::import_libraries;
pub use list_applications::list_applications;
pub use list_libraries::list_libraries;
pub use resend_confirmation::resend_confirmation;
pub use submit_application::submit_application;
