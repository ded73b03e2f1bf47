//! The app: a yew single-page app over the typed client.
//!
//! Pages own queries, components draw props, hooks own effects. No browser call happens outside hooks and
//! event handlers, so that the same components can be rendered on a server. No words in code: every text is
//! a Fluent message in `locales/`.
#![allow(unreachable_pub, reason = "yew wants the properties of components public, and this is an app")]

mod app;
mod components;
mod hooks;
mod layout;
mod messages;
mod pages;
mod parts;
mod routes;
mod session;
mod text;

pub use app::{
    AccountApp, App, AskingApp, ForumApp, GrowthApp, JoiningApp, KeepingApp, MapApp, OrderApp, PeopleApp, StaffApp,
};
#[cfg(feature = "ssr")]
pub use app::{ServerApp, ServerAppProps};
