//! Membership: applying, where the application stands, the directory and the organisations in it.

mod confirm;
mod directory;
mod edit_organisation;
mod join;
mod library;
mod my_application;
mod organisation;
mod people;
mod types;

pub use confirm::{ConfirmPage, JoinSentPage};
pub use directory::{DirectoryPage, NATIONS};
pub use edit_organisation::EditOrganisationPage;
pub use join::JoinPage;
pub use my_application::MyApplicationPage;
pub use organisation::OrganisationPage;
pub use types::{part_message, stage_message};
