//! Applications for membership, from the form to the decision.
//!
//! `state` holds the one state machine, `admit` the only way from applicant to member.

mod admit;
mod check;
mod conversation;
mod duplicates;
mod mails;
mod queries;
mod rules;
mod state;

mod act_on_applications;
mod answer_application;
mod assign_application;
mod confirm_application;
mod count_applications;
mod create_approval_rule;
mod create_form_question;
mod create_submitted_application;
mod decide_application;
mod delete_approval_rule;
mod delete_form_question;
mod drafts;
mod get_application;
mod get_my_application;
mod list_applications;
mod list_approval_rules;
mod list_form_questions;
mod resend_confirmation;
mod submit_application;
mod update_form_question;
mod view;
mod withdraw_application;
mod write_application_message;

pub(in crate::membership) use admit::decide_joining;

pub use act_on_applications::act_on_applications;
pub use answer_application::answer_application;
pub use assign_application::{assign_application, list_staff};
pub use confirm_application::confirm_application;
pub use count_applications::count_applications;
pub use create_approval_rule::create_approval_rule;
pub use create_form_question::create_form_question;
pub use create_submitted_application::create_submitted_application;
pub use decide_application::decide_application;
pub use delete_approval_rule::delete_approval_rule;
pub use delete_form_question::delete_form_question;
pub use drafts::{find_application_draft, save_application_draft};
pub use get_application::get_application;
pub use get_my_application::get_my_application;
pub use list_applications::list_applications;
pub use list_approval_rules::list_approval_rules;
pub use list_form_questions::list_form_questions;
pub use resend_confirmation::resend_confirmation;
pub use submit_application::submit_application;
pub use update_form_question::update_form_question;
pub use view::{get_application_view, save_application_view};
pub use withdraw_application::withdraw_application;
pub use write_application_message::write_application_message;
