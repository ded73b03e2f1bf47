//! The tables as sea-orm entities, one file a table. No logic, and no relations: joins are written
//! out in the queries, where their cost can be seen. Times are milliseconds since 1970 in UTC.

pub mod answer;
pub mod answer_vote;
pub mod application;
pub mod file;
pub mod library;
pub mod mailed_link;
pub mod member;
pub mod outbox;
pub mod outbox_position;
pub mod question;
pub mod question_tag;
pub mod question_vote;
pub mod resource;
pub mod resource_tag;
pub mod session;
pub mod setting;
pub mod shelf;
pub mod sign_in_failure;
pub mod tag;
