//! Journeys in a real browser: what people do, with the pointer and with the keyboard alone, each page
//! looked at by axe in light and dark, wide and narrow.
//!
//! They need Chromium with its driver, axe-core and the built app, all of which `scripts/test` sets up; where
//! those are missing they are left out, aloud.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "this is test code: a failure is to stop the test, loudly"
)]

mod accessibility;
mod account;
mod applications;
mod credentials;
mod documentation;
mod forum_finding;
mod forum_mentions;
mod forum_order;
mod forum_trust;
mod forum_writing;
mod growth;
mod journey;
mod language;
mod markup;
mod organisations;
mod people;
mod pictures;
mod privacy;
mod session;
