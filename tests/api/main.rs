//! Tests of the API, a file a feature, through the typed client.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "this is test code")]

mod accounts;
mod affiliations;
mod applications;
mod demo;
mod discussions;
mod email_change;
mod forum;
mod forum_alike;
mod forum_attachments;
mod forum_comments;
mod forum_history;
mod forum_keeping;
mod forum_trust;
mod forum_views;
mod forum_writing;
mod growth;
mod guides;
mod invitations;
mod libraries;
mod map;
mod membership;
mod organisations;
mod passkeys;
mod people;
mod privacy;
mod queries;
mod registration;
mod resources;
mod roles;
mod search;
mod second_factor;
mod security;
mod sign_in_links;
