//! Membership: applying, and where the application stands.

mod confirm;
mod join;
mod library;
mod my_application;
mod types;

pub use confirm::{ConfirmPage, JoinSentPage};
pub use join::JoinPage;
pub use my_application::MyApplicationPage;
pub use types::{part_message, stage_message};
