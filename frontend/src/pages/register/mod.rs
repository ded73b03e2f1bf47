//! The register of libraries, as staff import and confirm it.

mod import_report;
mod libraries;
mod queue;

pub use libraries::LibrariesPage as RegisterPage;
