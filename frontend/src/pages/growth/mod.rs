//! Growth: the map, referral links, and the staff's pages about libraries that may join.

mod coverage;
mod map;
mod map_filters;
mod map_list;
mod prospect;
mod prospects;
mod referrals;
mod shares;

pub use coverage::CoveragePage;
pub use map::MapPage;
pub use prospects::ProspectsPage;
pub use referrals::ReferralsPage;
