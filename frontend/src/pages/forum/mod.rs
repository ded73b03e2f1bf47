//! The forum: questions and answers.

mod answers;
mod ask;
mod edit;
mod form;
mod question;
mod questions;

pub use ask::AskPage;
pub use edit::EditQuestionPage;
pub use form::split_tags;
pub use question::QuestionPage;
pub use questions::QuestionsPage;
