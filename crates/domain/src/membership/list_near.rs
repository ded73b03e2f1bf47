//! Lists what is near a place.

use api_types::membership::{MapItem, Near, NearQuery};
use entity::library;
use sea_orm::sea_query::{Expr, Order, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::map::{self, Shown, Wanted, distance_km};
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
    let libraries = wanted
        .libraries()
        .filter(library::Column::Latitude.is_not_null())
        .filter(library::Column::Longitude.is_not_null())
        .order_by(nearness(place), Order::Asc)
        .order_by_asc(library::Column::Id)
        .limit(limit)
        .all(&deps.read)
        .await?;
    let organisations = wanted.organisations(&deps.read).await?;
    let shown = Shown::of(&organisations);
    let mut items: Vec<MapItem> = organisations
        .into_iter()
        .filter_map(|placed| placed.item)
        .chain(libraries.into_iter().filter_map(map::library_item).filter(|item| !shown.has(item)))
        .map(|item| {
            let apart = distance_km(place, (item.latitude, item.longitude));
            MapItem { distance_km: Some(apart), ..item }
        })
        .collect();
    items.sort_by(|one, other| {
        let by_distance = one.distance_km.unwrap_or_default().total_cmp(&other.distance_km.unwrap_or_default());
        by_distance.then_with(|| one.name.cmp(&other.name))
    });
    items.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(Near { latitude: place.0, longitude: place.1, items })
}

/// The square of the distance from a place, as far as order goes. The numbers are ours and finite.
fn nearness((latitude, longitude): (f64, f64)) -> SimpleExpr {
    let narrowing = latitude.to_radians().cos().powi(2);
    Expr::cust(format!(
        "(latitude - ({latitude:.6})) * (latitude - ({latitude:.6})) \
         + (longitude - ({longitude:.6})) * (longitude - ({longitude:.6})) * {narrowing:.6}"
    ))
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
