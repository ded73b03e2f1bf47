//! Growth: libraries that may join, how far the network covers the country, who brings others in.
//!
//! Libraries that may join are libraries of the register; `prospects` holds what staff add to them.

mod prospect;
mod referral;

mod add_prospect_note;
mod get_coverage;
mod get_my_referral;
mod get_prospect;
mod list_prospects;
mod update_prospect;

pub use add_prospect_note::add_prospect_note;
pub use get_coverage::get_coverage;
pub use get_my_referral::get_my_referral;
pub use get_prospect::get_prospect;
pub use list_prospects::list_prospects;
pub use referral::member_of_code;
pub use update_prospect::update_prospect;
