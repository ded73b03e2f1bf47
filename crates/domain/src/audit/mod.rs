//! The audit log: what those did who keep the network in order. It is only added to, and each entry holds the hash of
//! the one before, so that nothing can be changed in it without being noticed.

mod chain;
mod list_audit_entries;
mod record;

pub(crate) use chain::faults;
pub use list_audit_entries::list_audit_entries;
pub(crate) use record::{Act, Subject, record};
