//! Membership: the map, and what is near a place.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use api_types::membership::{MapPoints, MapQuery, Near, NearQuery};
use domain::{Deps, membership};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{MaybeActor, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list_map_points).service(list_near);
}

/// Lists what is on a part of the map; what is too near to each other is one mark.
///
/// Organisations are placed as exactly as each chose. Those that tell no more than their region are counted at the
/// region's middle.
#[utoipa::path(tag = "membership", params(MapQuery), responses((status = 200, body = MapPoints, description = "The marks and things of the part")), security((), ("session" = [])))]
#[get("/map-points")]
async fn list_map_points(
    request: HttpRequest,
    deps: Data<Deps>,
    _: MaybeActor,
    query: Query<MapQuery>,
) -> ApiResult<HttpResponse> {
    public(&request, &deps, membership::list_map_points(&deps, &query.0.read()?)).await
}

/// Lists the organisations and libraries near a place, the nearest first, with their distance.
#[utoipa::path(tag = "membership", params(NearQuery), responses((status = 200, body = Near, description = "What is near")), security((), ("session" = [])))]
#[get("/near")]
async fn list_near(deps: Data<Deps>, _: MaybeActor, query: Query<NearQuery>) -> ApiResult<HttpResponse> {
    // Not kept: no two people ask from the same place, and where they are is nobody's business afterwards.
    Ok(HttpResponse::Ok().json(membership::list_near(&deps, &query.0.read()?).await?))
}
