//! The staff's part.

mod applications;
mod decision;
mod import_report;
mod libraries;
mod register_queue;
mod settings;
mod shelves;
mod sole_holders;

pub use applications::ApplicationsPage;
pub use libraries::LibrariesPage;
pub use settings::SettingsPage;
pub use shelves::ShelvesPage;
pub use sole_holders::SoleHoldersPage;
