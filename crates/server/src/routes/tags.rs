//! Tags by themselves, and their care.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, patch, post};
use api_types::tags::{TagDetail, TagMerge, TagPatch};
use domain::{Deps, topics};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{IfMatch, Json, MaybeActor, Moderator, Path};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(get_tag).service(update_tag).service(merge_tag);
}

/// Gets a tag by its name, or by another word that stands for it.
#[utoipa::path(tag = "topics", params(("name" = String, Path, description = "The tag", max_length = 30)), responses((status = 200, body = TagDetail, description = "The tag")), security((), ("session" = [])))]
#[get("/tags/{name}")]
async fn get_tag(deps: Data<Deps>, viewer: MaybeActor, name: Path<String>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(topics::get_tag(&deps, &viewer.0, &name.0).await?))
}

/// Changes a tag that was read at the version in `If-Match`.
#[utoipa::path(tag = "topics", params(("name" = String, Path, description = "The tag", max_length = 30), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = TagPatch, responses((status = 200, body = TagDetail, description = "The tag")), security(("session" = [])))]
#[patch("/tags/{name}")]
async fn update_tag(
    deps: Data<Deps>,
    caller: Moderator,
    name: Path<String>,
    version: IfMatch,
    change: Json<TagPatch>,
) -> ApiResult<HttpResponse> {
    let change = change.0.read()?;
    Ok(HttpResponse::Ok().json(topics::update_tag(&deps, &caller.0, &name.0, version.0.read()?, &change).await?))
}

/// Merges a tag into another, which its name stands for from then on.
#[utoipa::path(tag = "topics", params(("name" = String, Path, description = "The tag", max_length = 30)), request_body = TagMerge, responses((status = 200, body = TagDetail, description = "The tag that it became")), security(("session" = [])))]
#[post("/tags/{name}/merge")]
async fn merge_tag(
    deps: Data<Deps>,
    caller: Moderator,
    name: Path<String>,
    merge: Json<TagMerge>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(topics::merge_tag(&deps, &caller.0, &name.0, &merge.0.read()?).await?))
}
