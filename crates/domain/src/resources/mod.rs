//! Resources: links and files in one typed catalogue. All of it is public to read.

mod add_resource;
mod download_file;
mod get_resource;
mod list_resources;
mod queries;
mod upload_file;

pub use add_resource::{add_resource, add_resource_at};
pub use download_file::{Download, download_file};
pub use get_resource::get_resource;
pub use list_resources::list_resources;
pub use upload_file::upload_file;

use api_types::resources::ResourceKind;

/// A kind as it is stored; one that this version does not know counts as another.
fn kind_of(name: &str) -> ResourceKind {
    ResourceKind::ALL.into_iter().find(|kind| kind.as_str() == name).unwrap_or(ResourceKind::Other)
}
