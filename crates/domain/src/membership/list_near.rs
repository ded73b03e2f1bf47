//! Lists what is near a place.

use api_types::membership::{MapItem, Near, NearQuery};
use entity::library;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::atlas::{self, Wanted};
use super::map::distance_km;
use super::{listing, register};
use crate::cursor;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// The organisations and libraries near a place, the nearest first, each with its distance. Organisations that tell
/// no more than their region are near nothing.
pub async fn list_near(deps: &Deps, query: &NearQuery) -> Result<Near> {
    let place = match coordinates(&query.near) {
        Some(place) => place,
        None => place_of(&deps.read, &query.near).await?,
    };
    let limit = cursor::limit(query.limit);
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
    let mut items: Vec<(f64, &MapItem)> = found
        .organisations
        .iter()
        .chain(&found.libraries)
        .filter_map(|entry| entry.item.as_ref())
        .map(|item| (distance_km(place, (item.latitude, item.longitude)), item))
        .collect();
    let in_order = |one: &(f64, &MapItem), other: &(f64, &MapItem)| {
        one.0.total_cmp(&other.0).then_with(|| one.1.name.cmp(&other.1.name))
    };
    // Only the nearest are put in order and taken along.
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if items.len() > limit {
        items.select_nth_unstable_by(limit, in_order);
        items.truncate(limit);
    }
    items.sort_by(in_order);
    let items = items.into_iter().map(|(apart, item)| MapItem { distance_km: Some(apart), ..item.clone() }).collect();
    Ok(Near { latitude: place.0, longitude: place.1, items })
}

/// The latitude and longitude that a text gives in degrees.
fn coordinates(text: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = text.split_once(',')?;
    let degrees = |text: &str, most: f64| text.trim().parse::<f64>().ok().filter(|degrees| degrees.abs() <= most);
    degrees(latitude, 90.0).zip(degrees(longitude, 180.0))
}

/// Where a postcode is: where the register has libraries with it, or with its first half.
async fn place_of<C: ConnectionTrait>(connection: &C, text: &str) -> Result<(f64, f64)> {
    let typed = text.trim().to_ascii_uppercase();
    let (whole, half) = match register::postcode(&typed) {
        Ok(whole) => {
            let half = whole.split(' ').next().unwrap_or_default().to_owned();
            (Some(whole), half)
        }
        Err(_) => (None, typed),
    };
    let is_half = (2..=4).contains(&half.len())
        && half.starts_with(|first: char| first.is_ascii_uppercase())
        && half.chars().all(|one| one.is_ascii_uppercase() || one.is_ascii_digit())
        && half.contains(|one: char| one.is_ascii_digit());
    if !is_half {
        return Err(Error::field(
            "near",
            "invalid",
            "Type a postcode, such as \"LS1 3AB\", or its first half, such as \"LS1\".",
        ));
    }
    let with_half = library::Column::Postcode.starts_with(format!("{half} "));
    let conditions = whole.map(|whole| library::Column::Postcode.eq(whole)).into_iter().chain([with_half]);
    for condition in conditions {
        let middle: Option<(Option<f64>, Option<f64>)> = library::Entity::find()
            .select_only()
            .column_as(library::Column::Latitude.avg(), "latitude")
            .column_as(library::Column::Longitude.avg(), "longitude")
            .filter(condition)
            .filter(library::Column::Latitude.is_not_null())
            .into_tuple()
            .one(connection)
            .await?;
        if let Some((Some(latitude), Some(longitude))) = middle {
            return Ok((latitude, longitude));
        }
    }
    Err(Error::field(
        "near",
        "unknown",
        "The register has no library with this postcode or its first half. Type another one near you.",
    ))
}
