//! Admin: the network and its settings.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, patch};
use api_types::admin::{Network, NetworkPatch};
use domain::{Deps, admin};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, Json, MaybeActor};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(get_network).service(update_network);
}

/// Tells what the network is and how far it has grown.
#[utoipa::path(tag = "admin", responses((status = 200, body = Network, description = "The network")), security((), ("session" = [])))]
#[get("/network")]
async fn get_network(request: HttpRequest, deps: Data<Deps>, _: MaybeActor) -> ApiResult<HttpResponse> {
    public(&request, &deps, admin::get_network(&deps)).await
}

/// Changes the network's settings.
#[utoipa::path(tag = "admin", request_body = NetworkPatch, responses((status = 200, body = Network, description = "The network")), security(("session" = [])))]
#[patch("/network")]
async fn update_network(deps: Data<Deps>, _: Admin, change: Json<NetworkPatch>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(admin::update_network(&deps, &change.0.read()?).await?))
}
