//! Growth: the staff's pages about libraries that may join, and how far the network covers the country.

mod coverage;
mod prospect;
mod prospects;
mod shares;

pub use coverage::CoveragePage;
pub use prospects::ProspectsPage;
