//! The tables as sea-orm entities, one file a table. No logic, and no relations: joins are written
//! out in the queries, where their cost can be seen. Times are milliseconds since 1970 in UTC.

pub mod affiliation;
pub mod answer;
pub mod answer_vote;
pub mod application;
pub mod application_answer;
pub mod application_event;
pub mod application_message;
pub mod approval_rule;
pub mod challenge;
pub mod email_change;
pub mod file;
pub mod form_question;
pub mod invitation;
pub mod library;
pub mod mailed_link;
pub mod member;
pub mod member_preference;
pub mod member_skill;
pub mod organisation;
pub mod outbox;
pub mod outbox_position;
pub mod passkey;
pub mod prospect;
pub mod prospect_note;
pub mod question;
pub mod question_tag;
pub mod question_vote;
pub mod recovery_code;
pub mod resource;
pub mod resource_tag;
pub mod session;
pub mod setting;
pub mod shelf;
pub mod sign_in_failure;
pub mod tag;
