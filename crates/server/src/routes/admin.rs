//! Admin: the network and its settings.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, patch, post};
use api_types::admin::{Network, NetworkPatch};
use domain::{Deps, admin};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, Json, MaybeActor, Reports, shown};
use crate::serve::Http;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(get_network).service(update_network).service(report_policy_violation);
}

/// Tells what the network is and how far it has grown.
#[utoipa::path(tag = "admin", responses((status = 200, body = Network, description = "The network")), security((), ("session" = [])))]
#[get("/network")]
async fn get_network(request: HttpRequest, deps: Data<Deps>, _: MaybeActor) -> ApiResult<HttpResponse> {
    public(&request, &deps, admin::get_network(&deps)).await
}

/// Takes a browser's report of a breach of the content security policy, for the log.
#[utoipa::path(tag = "admin", request_body(content = String, content_type = "application/reports+json", description = "Reports as the W3C's Reporting API sends them, at most 16 KiB"), responses((status = 204, description = "Taken")), security(()))]
#[post("/policy-reports")]
async fn report_policy_violation(http: Data<Http>, reports: Reports) -> ApiResult<HttpResponse> {
    let reports = reports.0.read()?;
    if http.policy_reports.take_turn() {
        tracing::warn!(report = shown(&String::from_utf8_lossy(&reports)), "a browser reports a breach of the policy");
    }
    Ok(HttpResponse::NoContent().finish())
}

/// Changes the network's settings.
#[utoipa::path(tag = "admin", request_body = NetworkPatch, responses((status = 200, body = Network, description = "The network")), security(("session" = [])))]
#[patch("/network")]
async fn update_network(deps: Data<Deps>, _: Admin, change: Json<NetworkPatch>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(admin::update_network(&deps, &change.0.read()?).await?))
}
