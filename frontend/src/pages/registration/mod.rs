//! Registration: applying, and where the application stands.

mod confirm;
mod conversation;
mod draft;
mod join;
mod library;
mod my_application;
mod own_questions;
mod types;

pub use confirm::{ConfirmPage, JoinSentPage};
pub use conversation::conversation_entry;
pub use join::JoinPage;
pub use my_application::MyApplicationPage;
pub use types::stage_message;
