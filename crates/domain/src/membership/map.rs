//! What the map and lists of what is near have in common: which things are wanted, and where they are shown.
//!
//! Organisations are placed by [`access::place_of`] before anything is chosen, counted or measured, so that neither
//! the edge of a map nor a distance can tell more than the organisation's page does.

use std::collections::HashSet;

use api_types::membership::{MapItem, MapShow, Nation, OrganisationKind};
use api_types::{LibraryId, OrganisationId};
use entity::{library, organisation};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, Select};

use super::queries::nation_of;
use super::{access, listing};
use crate::error::Result;
use crate::text;

/// Kilometres of a degree of latitude.
const DEGREE_KM: f64 = 111.195;

/// Which things are wanted.
pub(super) struct Wanted<'a> {
    pub(super) q: Option<&'a str>,
    pub(super) show: MapShow,
    pub(super) kind: Option<OrganisationKind>,
    pub(super) nation: Option<Nation>,
    pub(super) region: Option<String>,
    pub(super) authority: Option<String>,
}

impl Wanted<'_> {
    /// The open libraries of the register that are wanted, or none when only organisations are. What somebody has
    /// added is not shown before staff have confirmed it.
    pub(super) fn libraries(&self) -> Select<library::Entity> {
        let mut select = library::Entity::find()
            .filter(library::Column::IsClosed.eq(false))
            .filter(library::Column::IsConfirmed.eq(true))
            .filter(listing::every_word(library::Column::SearchText, self.q));
        if self.show == MapShow::Organisations || self.kind.is_some() {
            select = select.filter(library::Column::Id.lt(0));
        }
        if let Some(nation) = self.nation {
            select = select.filter(library::Column::Nation.eq(nation.as_str()));
        }
        if let Some(region) = &self.region {
            select = select.filter(library::Column::Region.eq(region));
        }
        if let Some(authority) = &self.authority {
            select = select.filter(library::Column::Authority.eq(authority));
        }
        select
    }

    /// The organisations that are wanted, by name.
    pub(super) async fn organisations<C: ConnectionTrait>(&self, connection: &C) -> Result<Vec<Placed>> {
        let mut select = organisation::Entity::find()
            .select_only()
            .columns([
                organisation::Column::Id,
                organisation::Column::Slug,
                organisation::Column::Name,
                organisation::Column::Kind,
                organisation::Column::Nation,
                organisation::Column::Region,
                organisation::Column::Authority,
                organisation::Column::Postcode,
                organisation::Column::Latitude,
                organisation::Column::Longitude,
                organisation::Column::Exactness,
            ])
            .filter(listing::every_word(organisation::Column::SearchText, self.q));
        if self.show == MapShow::Libraries {
            select = select.filter(organisation::Column::Id.lt(0));
        }
        if let Some(kind) = self.kind {
            select = select.filter(organisation::Column::Kind.eq(kind.as_str()));
        }
        if let Some(nation) = self.nation {
            select = select.filter(organisation::Column::Nation.eq(nation.as_str()));
        }
        if let Some(region) = &self.region {
            select = select.filter(organisation::Column::Region.eq(region));
        }
        if let Some(authority) = &self.authority {
            select = select.filter(organisation::Column::Authority.eq(authority));
        }
        let rows: Vec<Row> = select.into_model().all(connection).await?;
        Ok(rows.into_iter().map(Row::placed).collect())
    }
}

/// What the map reads of an organisation.
#[derive(FromQueryResult)]
struct Row {
    id: i64,
    slug: String,
    name: String,
    kind: String,
    nation: Option<String>,
    region: String,
    authority: String,
    postcode: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    exactness: String,
}

/// An organisation, where it is shown. What is stored of its place has been left behind.
pub(super) struct Placed {
    pub(super) nation: Option<Nation>,
    pub(super) region: String,
    /// The thing on the map, when it has a place there.
    pub(super) item: Option<MapItem>,
}

impl Row {
    fn placed(self) -> Placed {
        let place = access::place_of(&self.exactness, &self.postcode, self.latitude, self.longitude);
        let nation = self.nation.as_deref().map(nation_of);
        let item = place.latitude.zip(place.longitude).map(|(latitude, longitude)| MapItem {
            organisation_id: Some(OrganisationId(self.id)),
            library_id: None,
            slug: Some(self.slug),
            name: self.name,
            kind: OrganisationKind::named(&self.kind),
            nation,
            region: self.region.clone(),
            authority: self.authority,
            postcode: place.postcode,
            latitude,
            longitude,
            distance_km: None,
        });
        Placed { nation, region: self.region, item }
    }
}

/// Organisations that stand where they are seen, by their ids. A library in the care of one of them, at the very same
/// place, is the same mark on the map: it is left out beside its organisation.
pub(super) struct Shown(HashSet<(i64, u64, u64)>);

impl Shown {
    pub(super) fn of(organisations: &[Placed]) -> Self {
        let items = organisations.iter().filter_map(|placed| placed.item.as_ref());
        let places =
            items.filter_map(|item| Some((item.organisation_id?.0, item.latitude.to_bits(), item.longitude.to_bits())));
        Self(places.collect())
    }

    pub(super) fn holds(&self, organisation_id: Option<i64>, latitude: f64, longitude: f64) -> bool {
        organisation_id.is_some_and(|id| self.0.contains(&(id, latitude.to_bits(), longitude.to_bits())))
    }

    pub(super) fn has(&self, item: &MapItem) -> bool {
        self.holds(item.organisation_id.map(|id| id.0), item.latitude, item.longitude)
    }
}

/// A library as a thing on the map, if it has a place there.
pub(super) fn library_item(row: library::Model) -> Option<MapItem> {
    let (latitude, longitude) = row.latitude.zip(row.longitude)?;
    Some(MapItem {
        organisation_id: row.organisation_id.map(OrganisationId),
        library_id: Some(LibraryId(row.id)),
        slug: None,
        name: row.name,
        kind: None,
        nation: Some(nation_of(&row.nation)),
        region: row.region,
        authority: row.authority,
        postcode: row.postcode,
        latitude,
        longitude,
        distance_km: None,
    })
}

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
