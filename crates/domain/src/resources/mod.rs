//! Resources: links and uploaded files in one typed catalogue.
//!
//! Deliberately absent in this version: versions, collections, reviews and use reports.

pub(crate) mod access;
mod add_resource;
mod download_file;
mod get_resource;
mod list_resources;
mod media_type;
mod queries;
mod upload_file;

pub(crate) use add_resource::address;
pub use add_resource::{add_resource, add_resource_at};
pub use download_file::{Download, download_file};
pub use get_resource::get_resource;
pub use list_resources::list_resources;
pub use upload_file::upload_file;
