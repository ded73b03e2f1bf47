//! Everything that has a place, in memory: the map and what is near look at all of it for every answer. It is read anew
//! after anything has changed, and then serves as many as ask.
//!
//! Organisations are placed by [`access::place_of`] before anything is chosen, counted or measured, so that neither
//! the edge of a map nor a distance can tell more than the organisation's page does.

use std::collections::HashMap;
use std::sync::Arc;

use api_types::membership::{MapItem, MapShow, Nation, OrganisationKind};
use api_types::{LibraryId, OrganisationId};
use entity::{library, organisation};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::Mutex;

use super::queries::nation_of;
use super::{access, listing};
use crate::deps::Deps;
use crate::error::Result;

/// Where the atlas is kept, with the generation that it was read at.
#[derive(Default)]
pub(crate) struct Drawer(Mutex<Option<(u64, Arc<Atlas>)>>);

/// All organisations, and all libraries that are open and confirmed.
pub(crate) struct Atlas {
    organisations: Vec<Entry>,
    libraries: Vec<Entry>,
}

/// An organisation or a library, where it is shown. What is stored of an organisation's place has been left behind.
pub(super) struct Entry {
    pub(super) nation: Option<Nation>,
    pub(super) region: String,
    authority: String,
    kind: Option<OrganisationKind>,
    search_text: String,
    /// The thing on the map, when it has a place there.
    pub(super) item: Option<MapItem>,
    /// For a library: the organisation that has it in its care and stands at the very same place, among the others.
    beside: Option<usize>,
}

/// Which things are wanted.
pub(super) struct Wanted<'a> {
    pub(super) q: Option<&'a str>,
    pub(super) show: MapShow,
    pub(super) kind: Option<OrganisationKind>,
    pub(super) nation: Option<Nation>,
    pub(super) region: Option<String>,
    pub(super) authority: Option<String>,
}

/// What is wanted of an atlas.
pub(super) struct Found<'a> {
    pub(super) organisations: Vec<&'a Entry>,
    /// Without those that are the same mark on the map as their organisation, which is found too.
    pub(super) libraries: Vec<&'a Entry>,
}

/// The atlas as things are now.
pub(super) async fn open(deps: &Deps) -> Result<Arc<Atlas>> {
    // Those who come while it is read wait for it here, rather than reading it too.
    let mut drawer = deps.atlas.0.lock().await;
    // Taken before reading: what changes meanwhile has it read again.
    let generation = deps.generation();
    if let Some((read_at, atlas)) = drawer.as_ref()
        && *read_at == generation
    {
        return Ok(atlas.clone());
    }
    let atlas = Arc::new(read(deps).await?);
    *drawer = Some((generation, atlas.clone()));
    Ok(atlas)
}

async fn read(deps: &Deps) -> Result<Atlas> {
    let rows: Vec<OrganisationRow> = organisation::Entity::find()
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
            organisation::Column::SearchText,
        ])
        .order_by_asc(organisation::Column::Id)
        .into_model()
        .all(&deps.read)
        .await?;
    let organisations: Vec<Entry> = rows.into_iter().map(OrganisationRow::entry).collect();
    let places: HashMap<Place, usize> = organisations
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| Some((Place::of(entry.item.as_ref()?)?, at)))
        .collect();
    // What somebody has added is not shown before staff have confirmed it.
    let rows: Vec<LibraryRow> = library::Entity::find()
        .select_only()
        .columns([
            library::Column::Id,
            library::Column::Name,
            library::Column::Nation,
            library::Column::Region,
            library::Column::Authority,
            library::Column::Postcode,
            library::Column::Latitude,
            library::Column::Longitude,
            library::Column::OrganisationId,
            library::Column::SearchText,
        ])
        .filter(library::Column::IsClosed.eq(false))
        .filter(library::Column::IsConfirmed.eq(true))
        .order_by_asc(library::Column::Id)
        .into_model()
        .all(&deps.read)
        .await?;
    let libraries = rows
        .into_iter()
        .map(LibraryRow::entry)
        .map(|entry| {
            let beside = entry.item.as_ref().and_then(Place::of).and_then(|place| places.get(&place).copied());
            Entry { beside, ..entry }
        })
        .collect();
    Ok(Atlas { organisations, libraries })
}

/// An organisation at an exact place.
#[derive(PartialEq, Eq, Hash)]
struct Place(i64, u64, u64);

impl Place {
    fn of(item: &MapItem) -> Option<Self> {
        Some(Self(item.organisation_id?.0, item.latitude.to_bits(), item.longitude.to_bits()))
    }
}

impl Atlas {
    /// What of it is wanted.
    pub(super) fn find(&self, wanted: &Wanted<'_>) -> Found<'_> {
        let words = listing::words(wanted.q);
        let takes = |entry: &&Entry| wanted.takes(entry, &words);
        let organisations: Vec<&Entry> = if wanted.show == MapShow::Libraries {
            Vec::new()
        } else {
            self.organisations.iter().filter(takes).collect()
        };
        let has_organisations = wanted.show != MapShow::Libraries;
        let is_beside = |entry: &&Entry| {
            let organisation = entry.beside.and_then(|at| self.organisations.get(at));
            has_organisations && organisation.is_some_and(|organisation| wanted.takes(organisation, &words))
        };
        let libraries = if wanted.show == MapShow::Organisations || wanted.kind.is_some() {
            Vec::new()
        } else {
            self.libraries.iter().filter(takes).filter(|entry| !is_beside(entry)).collect()
        };
        Found { organisations, libraries }
    }
}

impl Wanted<'_> {
    fn takes(&self, entry: &Entry, words: &[String]) -> bool {
        self.kind.is_none_or(|kind| entry.kind == Some(kind))
            && self.nation.is_none_or(|nation| entry.nation == Some(nation))
            && self.region.as_ref().is_none_or(|region| entry.region == *region)
            && self.authority.as_ref().is_none_or(|authority| entry.authority == *authority)
            && words.iter().all(|word| entry.search_text.contains(word.as_str()))
    }
}

/// What is read of an organisation.
#[derive(FromQueryResult)]
struct OrganisationRow {
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
    search_text: String,
}

impl OrganisationRow {
    fn entry(self) -> Entry {
        let place = access::place_of(&self.exactness, &self.postcode, self.latitude, self.longitude);
        let nation = self.nation.as_deref().map(nation_of);
        let kind = OrganisationKind::named(&self.kind);
        let item = place.latitude.zip(place.longitude).map(|(latitude, longitude)| MapItem {
            organisation_id: Some(OrganisationId(self.id)),
            library_id: None,
            slug: Some(self.slug),
            name: self.name,
            kind,
            nation,
            region: self.region.clone(),
            authority: self.authority.clone(),
            postcode: place.postcode,
            latitude,
            longitude,
            distance_km: None,
        });
        let (region, authority, search_text) = (self.region, self.authority, self.search_text);
        Entry { nation, region, authority, kind, search_text, item, beside: None }
    }
}

/// What is read of a library.
#[derive(FromQueryResult)]
struct LibraryRow {
    id: i64,
    name: String,
    nation: String,
    region: String,
    authority: String,
    postcode: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    organisation_id: Option<i64>,
    search_text: String,
}

impl LibraryRow {
    fn entry(self) -> Entry {
        let nation = Some(nation_of(&self.nation));
        let item = self.latitude.zip(self.longitude).map(|(latitude, longitude)| MapItem {
            organisation_id: self.organisation_id.map(OrganisationId),
            library_id: Some(LibraryId(self.id)),
            slug: None,
            name: self.name,
            kind: None,
            nation,
            region: self.region.clone(),
            authority: self.authority.clone(),
            postcode: self.postcode,
            latitude,
            longitude,
            distance_km: None,
        });
        let (region, authority, search_text) = (self.region, self.authority, self.search_text);
        Entry { nation, region, authority, kind: None, search_text, item, beside: None }
    }
}
