//! Guides: resources that answers became.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpResponse, delete, patch, post};
use api_types::resources::{GuidePatch, Resource};
use api_types::{ResourceId, ThreadId};
use domain::{Deps, resources};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{IfMatch, Json, Member, Path};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(make_guide).service(update_guide).service(publish_guide).service(discard_guide);
}

/// Makes a draft of a guide of the accepted answer to a question.
#[utoipa::path(tag = "resources", params(("id" = ThreadId, Path, description = "The question's id")), responses((status = 201, body = Resource, description = "The draft", headers(("Location" = String, description = "Its address")))), security(("session" = [])))]
#[post("/questions/{id}/guide")]
async fn make_guide(deps: Data<Deps>, caller: Member, id: Path<ThreadId>) -> ApiResult<HttpResponse> {
    let guide = resources::make_guide(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::Created().insert_header((header::LOCATION, format!("/api/v1/resources/{}", guide.id))).json(guide))
}

/// Changes a guide that was read at the version in `If-Match`.
#[utoipa::path(tag = "resources", params(("id" = ResourceId, Path, description = "The guide's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = GuidePatch, responses((status = 200, body = Resource, description = "The guide")), security(("session" = [])))]
#[patch("/resources/{id}")]
async fn update_guide(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ResourceId>,
    version: IfMatch,
    change: Json<GuidePatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(resources::update_guide(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Publishes a draft that was read at the version in `If-Match`.
#[utoipa::path(tag = "resources", params(("id" = ResourceId, Path, description = "The guide's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), responses((status = 200, body = Resource, description = "The guide")), security(("session" = [])))]
#[post("/resources/{id}/publication")]
async fn publish_guide(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ResourceId>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(resources::publish_guide(&deps, &caller.0, id.0, version.0.read()?).await?))
}

/// Discards a draft that was read at the version in `If-Match`.
#[utoipa::path(tag = "resources", params(("id" = ResourceId, Path, description = "The guide's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), responses((status = 204, description = "It is gone")), security(("session" = [])))]
#[delete("/resources/{id}")]
async fn discard_guide(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ResourceId>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    resources::discard_guide(&deps, &caller.0, id.0, version.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}
