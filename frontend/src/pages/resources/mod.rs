//! Resources: links and files.

mod add;
mod list;
mod resource;

pub use add::AddResourcePage;
pub use list::ResourcesPage;
pub use resource::ResourcePage;
