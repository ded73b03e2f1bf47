//! The staff's part.

mod applications;
mod decision;
mod libraries;
mod settings;
mod shelves;

pub use applications::ApplicationsPage;
pub use libraries::LibrariesPage;
pub use settings::SettingsPage;
pub use shelves::ShelvesPage;
