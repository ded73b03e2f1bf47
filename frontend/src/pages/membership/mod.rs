//! Membership: the directory and the organisations in it.

mod directory;
mod edit_organisation;
mod organisation;
mod parts;
mod people;
mod search;

pub use directory::{DirectoryPage, DirectoryTabs, NATIONS};
pub use edit_organisation::EditOrganisationPage;
pub use organisation::OrganisationPage;
pub use parts::{PARTS, part_message};
pub use search::{DirectorySearch, places};
