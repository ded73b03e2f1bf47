//! The staff's part.

mod applications;
mod form;
mod import_report;
mod libraries;
mod register_queue;
mod rules;
mod settings;
mod shelves;
mod sole_holders;

pub use applications::ApplicationsPage;
pub use form::FormPage;
pub use libraries::LibrariesPage;
pub use rules::RulesPage;
pub use settings::SettingsPage;
pub use shelves::ShelvesPage;
pub use sole_holders::SoleHoldersPage;
