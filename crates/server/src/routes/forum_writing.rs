//! Forum: what helps with writing.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};
use api_types::forum::{NewPostDraft, PostDraft, SimilarQuery, SimilarThread};
use domain::{Actor, Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_similar_threads)
        .service(list_drafts)
        .service(get_draft)
        .service(save_draft)
        .service(delete_draft);
}

/// Lists at most five threads that are about the same as a title, the most similar first.
#[utoipa::path(tag = "forum", params(SimilarQuery), responses((status = 200, body = Vec<SimilarThread>, description = "The threads")), security((), ("session" = [])))]
#[get("/similar-threads")]
async fn list_similar_threads(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    query: Query<SimilarQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_similar_threads(&deps, &viewer.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_similar_threads(&deps, &viewer.0, &query.0.read()?).await?))
}

/// Lists the caller's drafts, the latest first.
#[utoipa::path(tag = "forum", responses((status = 200, body = Vec<PostDraft>, description = "The drafts")), security(("session" = [])))]
#[get("/drafts")]
async fn list_drafts(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::list_drafts(&deps, &caller.0).await?))
}

/// Gets the caller's draft of a place; where nothing was saved it is empty.
#[utoipa::path(tag = "forum", params(("key" = String, Path, description = "The place")), responses((status = 200, body = PostDraft, description = "The draft")), security(("session" = [])))]
#[get("/drafts/{key}")]
async fn get_draft(deps: Data<Deps>, caller: Member, key: Path<String>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::get_draft(&deps, &caller.0, &key.0).await?))
}

/// Saves the caller's draft of a place. When another browser has saved a different one since, both are kept.
#[utoipa::path(tag = "forum", params(("key" = String, Path, description = "The place")), request_body = NewPostDraft, responses((status = 200, body = PostDraft, description = "The draft as saved")), security(("session" = [])))]
#[put("/drafts/{key}")]
async fn save_draft(
    deps: Data<Deps>,
    caller: Member,
    key: Path<String>,
    new: Json<NewPostDraft>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::save_draft(&deps, &caller.0, &key.0, &new.0.read()?).await?))
}

/// Throws the caller's draft of a place away.
#[utoipa::path(tag = "forum", params(("key" = String, Path, description = "The place")), responses((status = 204, description = "Gone")), security(("session" = [])))]
#[delete("/drafts/{key}")]
async fn delete_draft(deps: Data<Deps>, caller: Member, key: Path<String>) -> ApiResult<HttpResponse> {
    forum::delete_draft(&deps, &caller.0, &key.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
