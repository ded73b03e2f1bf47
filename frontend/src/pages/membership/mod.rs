//! Membership: the directory and the organisations in it.

mod directory;
mod edit_organisation;
mod organisation;
mod people;

pub use directory::{DirectoryPage, NATIONS};
pub use edit_organisation::EditOrganisationPage;
pub use organisation::OrganisationPage;
