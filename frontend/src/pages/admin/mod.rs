//! The staff's part.

mod applications;
mod conduct;
mod form;
mod rules;
mod settings;
mod shelves;
mod sole_holders;

pub use applications::ApplicationsPage;
pub use form::FormPage;
pub use rules::RulesPage;
pub use settings::SettingsPage;
pub use shelves::ShelvesPage;
pub use sole_holders::SoleHoldersPage;
