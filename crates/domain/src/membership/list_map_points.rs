//! Lists what is on a part of the map, put together where it is too near to each other to be told apart.

use std::collections::{BTreeMap, HashMap};

use api_types::limits;
use api_types::membership::{MapItem, MapMark, MapPoints, MapQuery, MapRegion};
use entity::library;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::listing;
use super::map::{self, MIDDLES, Placed, Shown, Wanted, middle_of};
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
const ITEMS: u64 = 50;

/// What the map reads of a library to count it.
#[derive(FromQueryResult)]
struct Spot {
    id: i64,
    latitude: f64,
    longitude: f64,
    organisation_id: Option<i64>,
}

/// The marks and things of a part of the map, in five queries whatever is on it.
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
    let organisations = wanted.organisations(&deps.read).await?;
    let shown = Shown::of(&organisations);
    let mut spots: Vec<Spot> = wanted
        .libraries()
        .select_only()
        .columns([
            library::Column::Id,
            library::Column::Latitude,
            library::Column::Longitude,
            library::Column::OrganisationId,
        ])
        .filter(part.condition())
        .into_model()
        .all(&deps.read)
        .await?;
    spots.retain(|spot| !shown.holds(spot.organisation_id, spot.latitude, spot.longitude));
    let unplaced = wanted
        .libraries()
        .filter(Condition::any().add(library::Column::Latitude.is_null()).add(library::Column::Longitude.is_null()))
        .count(&deps.read)
        .await?;
    let first = wanted
        .libraries()
        .filter(part.condition())
        .order_by_asc(library::Column::Name)
        .order_by_asc(library::Column::Id)
        .limit(ITEMS)
        .all(&deps.read)
        .await?;

    let (regions, nowhere) = regions(&organisations);
    let here: Vec<MapItem> =
        organisations.into_iter().filter_map(|placed| placed.item).filter(|item| part.holds(item)).collect();
    let cells = cells(&part, &spots, &here);
    let alone: Vec<i64> = cells.values().filter_map(Cell::library_alone).map(|spot| spots[spot].id).collect();
    let named = library::Entity::find().filter(library::Column::Id.is_in(alone)).all(&deps.read).await?;
    let named: HashMap<i64, MapItem> =
        named.into_iter().filter_map(|row| Some((row.id, map::library_item(row)?))).collect();
    let marks = cells.into_values().map(|cell| cell.mark(&spots, &here, &named)).collect();

    let total = u64::try_from(spots.len() + here.len()).unwrap_or(u64::MAX);
    let first = first.into_iter().filter_map(map::library_item).filter(|item| !shown.has(item));
    let mut items: Vec<MapItem> = here.into_iter().chain(first).collect();
    items.sort_by(|one, other| {
        (&one.name, one.library_id, one.organisation_id).cmp(&(&other.name, other.library_id, other.organisation_id))
    });
    items.truncate(usize::try_from(ITEMS).unwrap_or(usize::MAX));
    Ok(MapPoints { marks, regions, items, total, unplaced: unplaced + nowhere })
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

    fn condition(&self) -> Condition {
        Condition::all()
            .add(library::Column::Latitude.between(self.south, self.north))
            .add(library::Column::Longitude.between(self.west, self.east))
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

fn cells(part: &Part, spots: &[Spot], here: &[MapItem]) -> BTreeMap<(i64, i64), Cell> {
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
    /// The library that is alone in the cell.
    fn library_alone(&self) -> Option<usize> {
        match (self.libraries.as_slice(), self.organisations.as_slice()) {
            ([spot], []) => Some(*spot),
            _ => None,
        }
    }

    fn mark(self, spots: &[Spot], here: &[MapItem], named: &HashMap<i64, MapItem>) -> MapMark {
        let item = match (self.libraries.as_slice(), self.organisations.as_slice()) {
            ([], [place]) => Some(here[*place].clone()),
            _ => self.library_alone().and_then(|spot| named.get(&spots[spot].id).cloned()),
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
fn regions(organisations: &[Placed]) -> (Vec<MapRegion>, u64) {
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
