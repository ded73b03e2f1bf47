//! Personal data: taking it along, having it erased, and how long it is kept.

mod erase;
mod export;
mod purge;

pub use erase::{erase_me, erase_member};
pub use export::{export_member_data, export_my_data};
pub use purge::{follow, purge};
