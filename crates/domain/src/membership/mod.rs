//! Membership: organisations, who belongs to them, the register of libraries (places), applications.
//!
//! `applications/admit` holds the only way from applicant to member.

mod access;
mod applications;
pub(crate) mod listing;
mod map;
mod organisation;
mod organisation_number;
pub(crate) mod people;
pub(crate) mod queries;
mod register;

mod create_library;
mod create_organisation;
mod end_affiliation;
mod get_holdings;
mod get_organisation;
mod import_libraries;
mod list_libraries;
mod list_map_points;
mod list_near;
mod list_organisations;
mod list_sole_holders;
mod update_organisation;

pub use applications::*;
pub use create_library::create_library;
pub use create_organisation::create_organisation;
pub use end_affiliation::end_affiliation;
pub use get_holdings::get_holdings;
pub use get_organisation::get_organisation;
pub use import_libraries::import_libraries;
pub use list_libraries::list_libraries;
pub use list_map_points::list_map_points;
pub use list_near::list_near;
pub use list_organisations::list_organisations;
pub use list_sole_holders::list_sole_holders;
pub(crate) use listing::contains;
pub use update_organisation::update_organisation;
