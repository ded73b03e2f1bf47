//! Resources: links and uploaded files in one typed catalogue.
//!
//! Deliberately absent in this version: versions, collections, reviews and use reports.

pub(crate) mod access;
mod add_resource;
mod download_file;
mod get_resource;
mod list_resources;
mod make_guide;
pub(crate) mod media_type;
mod queries;
mod update_guide;
pub(crate) mod upload_file;

pub(crate) use add_resource::address;
pub use add_resource::{add_resource, add_resource_at};
pub use download_file::{Download, download_file};
pub use get_resource::get_resource;
pub(crate) use get_resource::{guide_link, published_of};
pub use list_resources::list_resources;
pub use make_guide::make_guide;
pub use update_guide::{discard_guide, publish_guide, update_guide};
pub use upload_file::upload_file;
