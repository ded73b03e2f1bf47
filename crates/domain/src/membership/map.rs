//! What the map and lists of what is near have in common: distances, and the middles of regions.

use api_types::membership::Nation;

use crate::text;

/// Kilometres of a degree of latitude.
const DEGREE_KM: f64 = 111.195;

/// How far two places are apart, in kilometres to one decimal. Within the four nations the earth is flat enough.
pub(super) fn distance_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    let north = (to.0 - from.0) * DEGREE_KM;
    let east = (to.1 - from.1) * DEGREE_KM * from.0.to_radians().cos();
    (north.hypot(east) * 10.0).round() / 10.0
}

/// The middles of the regions, and of the nations for organisations whose region is none of these. They are
/// reckoned by `scripts/outline.mjs`.
pub(super) const MIDDLES: [(Nation, &str, f64, f64); 13] = [
    (Nation::England, "north east", 55.01, -1.97),
    (Nation::England, "north west", 54.57, -2.95),
    (Nation::England, "yorkshire", 54.04, -1.36),
    (Nation::England, "east midlands", 52.99, -0.79),
    (Nation::England, "west midlands", 52.47, -2.27),
    (Nation::England, "east of england", 52.08, 0.25),
    (Nation::England, "london", 51.59, -0.13),
    (Nation::England, "south east", 51.20, -0.92),
    (Nation::England, "south west", 51.27, -2.27),
    (Nation::England, "", 52.60, -1.40),
    (Nation::Wales, "", 52.00, -3.77),
    (Nation::Scotland, "", 56.89, -3.89),
    (Nation::NorthernIreland, "", 54.75, -6.59),
];

/// The place in [`MIDDLES`] of a region in a nation.
pub(super) fn middle_of(nation: Nation, region: &str) -> Option<usize> {
    let region = text::fold(region);
    MIDDLES.iter().position(|(of, name, _, _)| *of == nation && region.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_map() {
        // Cardiff and Edinburgh are 495 km apart.
        let apart = distance_km((51.4816, -3.1791), (55.9533, -3.1883));
        assert!((apart - 497.0).abs() < 5.0, "{apart}");
        assert!(distance_km((51.5, -0.1), (51.5, -0.1)) < 0.1);
    }

    #[test]
    fn every_region_has_a_middle_and_an_unknown_one_that_of_its_nation() {
        let name = |nation, region| middle_of(nation, region).map(|place| MIDDLES[place].1);
        assert_eq!(name(Nation::England, "Yorkshire and The Humber"), Some("yorkshire"));
        assert_eq!(name(Nation::England, "Somewhere"), Some(""));
        assert_eq!(middle_of(Nation::Wales, "Mid Wales"), Some(10));
    }
}
