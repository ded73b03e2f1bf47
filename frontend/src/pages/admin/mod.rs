//! The staff's part.

mod applications;
mod decision;
mod libraries;
mod settings;
mod shelves;
mod sole_holders;

pub use applications::ApplicationsPage;
pub use libraries::LibrariesPage;
pub use settings::SettingsPage;
pub use shelves::ShelvesPage;
pub use sole_holders::SoleHoldersPage;
