//! The HTTP server: configuration, extractors, middleware, routes, the API's document, the command line.
//!
//! A handler takes what its signature names, calls the domain function of its own name and gives the
//! status. Deliberately absent: queries, rules, and any decision on who may see what beyond the class
//! of caller that the extractor in the signature states.

pub mod app_files;
pub mod assemble;
pub mod budgets;
pub mod cache;
pub mod cli;
pub mod config;
pub mod demo;
pub mod error;
pub mod extract;
pub mod frame;
pub mod openapi;
pub mod routes;
pub mod serve;

pub use openapi::openapi;
pub use serve::{Http, serve};
