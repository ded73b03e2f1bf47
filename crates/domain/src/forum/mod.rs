//! Forum: questions, answers and votes.
//!
//! Deliberately absent in this version: discussions, comments, drafts and revisions.

mod accept_answer;
pub(crate) mod access;
mod answer_question;
mod ask_question;
mod get_question;
mod list_answers;
mod list_questions;
mod preview_markdown;
mod queries;
mod update_answer;
mod update_question;
mod vote_on_answer;
mod vote_on_question;

pub use accept_answer::accept_answer;
pub use answer_question::{answer_question, answer_question_at};
pub use ask_question::{ask_question, ask_question_at};
pub use get_question::get_question;
pub use list_answers::list_answers;
pub use list_questions::list_questions;
pub use preview_markdown::preview_markdown;
pub use update_answer::update_answer;
pub use update_question::update_question;
pub use vote_on_answer::vote_on_answer;
pub use vote_on_question::vote_on_question;
