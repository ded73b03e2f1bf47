//! What must hold between the parts: the document, the client, who may call what, the migrations.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "this is test code")]

mod authz;
mod client;
mod migrations;
mod openapi;
mod tidy;
