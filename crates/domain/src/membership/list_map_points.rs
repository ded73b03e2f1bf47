//! Lists what is on a part of the map, put together where it is too near to each other to be told apart.

use std::collections::BTreeMap;

use api_types::limits;
use api_types::membership::{MapItem, MapMark, MapPoints, MapQuery, MapRegion};

use super::atlas::{self, Entry, Wanted};
use super::listing;
use super::map::{MIDDLES, middle_of};
use crate::deps::Deps;
use crate::error::{Error, Result};

/// The edges of the four nations, in degrees: west, south, east, north.
const WHOLE: [f64; 4] = [-8.75, 49.8, 2.1, 61.0];
/// The height of a cell in degrees of latitude at the first zoom: what is in one cell is one mark.
const CELL: f64 = 0.8;
/// How many degrees of longitude are as wide as one of latitude is high, at 54.5 degrees.
const WIDER: f64 = 1.722;
/// How many cells there are at most, and so marks.
const CELLS: f64 = 400.0;
/// How many things are told by name.
const ITEMS: usize = 50;

/// The marks and things of a part of the map.
pub async fn list_map_points(deps: &Deps, query: &MapQuery) -> Result<MapPoints> {
    let part = Part::of(query)?;
    let wanted = Wanted {
        q: query.q.as_deref(),
        show: query.show.unwrap_or_default(),
        kind: query.kind,
        nation: query.nation,
        region: listing::wanted(query.region.as_ref()),
        authority: listing::wanted(query.authority.as_ref()),
    };
    let atlas = atlas::open(deps).await?;
    let found = atlas.find(&wanted);
    let (regions, nowhere) = regions(&found.organisations);
    let unplaced = found.libraries.iter().filter(|entry| entry.item.is_none()).count();
    let (organisations, libraries) = (part.items(&found.organisations), part.items(&found.libraries));
    let marks = cells(&part, &libraries, &organisations).into_values();
    let marks = marks.map(|cell| cell.mark(&libraries, &organisations)).collect();

    let mut items: Vec<&MapItem> = organisations.into_iter().chain(libraries).collect();
    let total = u64::try_from(items.len()).unwrap_or(u64::MAX);
    let in_order = |one: &&MapItem, other: &&MapItem| {
        (&one.name, one.library_id, one.organisation_id).cmp(&(&other.name, other.library_id, other.organisation_id))
    };
    // Only those that are told are put in order.
    if items.len() > ITEMS {
        items.select_nth_unstable_by(ITEMS, in_order);
        items.truncate(ITEMS);
    }
    items.sort_by(in_order);
    let items = items.into_iter().cloned().collect();
    Ok(MapPoints { marks, regions, items, total, unplaced: nowhere + u64::try_from(unplaced).unwrap_or(u64::MAX) })
}

/// The part of the map that is looked at.
struct Part {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    /// The height of a cell in degrees.
    cell: f64,
}

impl Part {
    fn of(query: &MapQuery) -> Result<Self> {
        let edge = |name: &str, stated: Option<f64>, else_at: f64| match stated {
            // What is no number lies within every limit.
            Some(degrees) if !degrees.is_finite() => {
                Err(Error::field(name, "invalid", "Give the edge in degrees, such as 51.5."))
            }
            _ => Ok(stated.unwrap_or(else_at)),
        };
        let west = edge("west", query.west, WHOLE[0])?;
        let south = edge("south", query.south, WHOLE[1])?;
        let east = edge("east", query.east, WHOLE[2])?;
        let north = edge("north", query.north, WHOLE[3])?;
        if west >= east {
            return Err(Error::field("east", "invalid", "Give an eastern edge that lies east of the western one."));
        }
        if south >= north {
            return Err(Error::field("north", "invalid", "Give a northern edge that lies north of the southern one."));
        }
        let zoom = query.zoom.unwrap_or(0).min(limits::ZOOM);
        let mut cell = CELL / f64::from(1_u32 << zoom);
        // A closer look than the part allows would give more marks than anybody can tell apart.
        while ((north - south) / cell + 1.0) * ((east - west) / (cell * WIDER) + 1.0) > CELLS {
            cell *= 2.0;
        }
        Ok(Self { west, south, east, north, cell })
    }

    /// What of entries is on it.
    fn items<'a>(&self, entries: &[&'a Entry]) -> Vec<&'a MapItem> {
        entries.iter().filter_map(|entry| entry.item.as_ref()).filter(|item| self.holds(item)).collect()
    }

    fn holds(&self, item: &MapItem) -> bool {
        (self.south..=self.north).contains(&item.latitude) && (self.west..=self.east).contains(&item.longitude)
    }

    /// The cell of a place, counted from the north and then from the west: the order in which marks are read.
    /// Cells do not move with the edges, so that marks stay when the map is moved.
    #[expect(clippy::cast_possible_truncation, reason = "degrees by the least cell are some ten thousand")]
    fn cell_of(&self, latitude: f64, longitude: f64) -> (i64, i64) {
        let row = ((90.0 - latitude) / self.cell).floor();
        let column = ((longitude + 180.0) / (self.cell * WIDER)).floor();
        (row as i64, column as i64)
    }
}

/// What is in a cell: places in the lists of libraries and organisations.
#[derive(Default)]
struct Cell {
    libraries: Vec<usize>,
    organisations: Vec<usize>,
}

fn cells(part: &Part, spots: &[&MapItem], here: &[&MapItem]) -> BTreeMap<(i64, i64), Cell> {
    let mut cells: BTreeMap<(i64, i64), Cell> = BTreeMap::new();
    for (place, spot) in spots.iter().enumerate() {
        cells.entry(part.cell_of(spot.latitude, spot.longitude)).or_default().libraries.push(place);
    }
    for (place, item) in here.iter().enumerate() {
        cells.entry(part.cell_of(item.latitude, item.longitude)).or_default().organisations.push(place);
    }
    cells
}

impl Cell {
    fn mark(self, spots: &[&MapItem], here: &[&MapItem]) -> MapMark {
        let item = match (self.libraries.as_slice(), self.organisations.as_slice()) {
            ([spot], []) => Some(spots[*spot].clone()),
            ([], [place]) => Some(here[*place].clone()),
            _ => None,
        };
        let mut sum = (0.0, 0.0);
        let mut joined_count = 0;
        for spot in self.libraries.iter().map(|place| &spots[*place]) {
            sum = (sum.0 + spot.latitude, sum.1 + spot.longitude);
            joined_count += u32::from(spot.organisation_id.is_some());
        }
        for item in self.organisations.iter().map(|place| &here[*place]) {
            sum = (sum.0 + item.latitude, sum.1 + item.longitude);
        }
        let counted = |list: &Vec<usize>| u32::try_from(list.len()).unwrap_or(u32::MAX);
        let (organisation_count, library_count) = (counted(&self.organisations), counted(&self.libraries));
        let count = f64::from(organisation_count.saturating_add(library_count).max(1));
        MapMark {
            latitude: tidy(sum.0 / count),
            longitude: tidy(sum.1 / count),
            organisation_count,
            library_count,
            joined_count,
            item,
        }
    }
}

/// Degrees to some ten centimetres: sums of fractions have tails.
fn tidy(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

/// The organisations without a place of their own, counted at the middles of their regions; and how many have no
/// region either.
fn regions(organisations: &[&Entry]) -> (Vec<MapRegion>, u64) {
    let mut found: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    let mut nowhere = 0;
    for placed in organisations.iter().filter(|placed| placed.item.is_none()) {
        match placed.nation.and_then(|nation| middle_of(nation, &placed.region)) {
            Some(middle) => found.entry(middle).or_default().push(&placed.region),
            None => nowhere += 1,
        }
    }
    let regions = found.into_iter().map(|(middle, written)| {
        let (nation, _, latitude, longitude) = MIDDLES[middle];
        let first = written.first().copied().unwrap_or_default();
        let is_one = !first.is_empty() && written.iter().all(|region| *region == first);
        MapRegion {
            nation,
            region: is_one.then(|| first.to_owned()),
            latitude,
            longitude,
            organisation_count: u32::try_from(written.len()).unwrap_or(u32::MAX),
        }
    });
    (regions.collect(), nowhere)
}
