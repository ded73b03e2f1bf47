//! Topics: shelves and tags.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};
use api_types::ShelfId;
use api_types::topics::{NewShelf, Shelf, ShelfPatch, Tag, TagQuery};
use domain::{Deps, topics};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, Json, MaybeActor, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list_shelves).service(create_shelf).service(update_shelf).service(delete_shelf).service(list_tags);
}

/// Lists the shelves in their order.
#[utoipa::path(tag = "topics", responses((status = 200, body = Vec<Shelf>, description = "All shelves")), security((), ("session" = [])))]
#[get("/shelves")]
async fn list_shelves(request: HttpRequest, deps: Data<Deps>, _: MaybeActor) -> ApiResult<HttpResponse> {
    public(&request, &deps, topics::list_shelves(&deps)).await
}

/// Adds a shelf.
#[utoipa::path(tag = "topics", request_body = NewShelf, responses((status = 201, body = Shelf, description = "The shelf")), security(("session" = [])))]
#[post("/shelves")]
async fn create_shelf(deps: Data<Deps>, _: Admin, new: Json<NewShelf>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(topics::create_shelf(&deps, &new.0.read()?).await?))
}

/// Changes a shelf.
#[utoipa::path(tag = "topics", params(("id" = ShelfId, Path, description = "The shelf's id")), request_body = ShelfPatch, responses((status = 200, body = Shelf, description = "The shelf")), security(("session" = [])))]
#[patch("/shelves/{id}")]
async fn update_shelf(
    deps: Data<Deps>,
    _: Admin,
    id: Path<ShelfId>,
    change: Json<ShelfPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(topics::update_shelf(&deps, id.0, &change.0.read()?).await?))
}

/// Removes a shelf on which nothing stands.
#[utoipa::path(tag = "topics", params(("id" = ShelfId, Path, description = "The shelf's id")), responses((status = 204, description = "Removed")), security(("session" = [])))]
#[delete("/shelves/{id}")]
async fn delete_shelf(deps: Data<Deps>, _: Admin, id: Path<ShelfId>) -> ApiResult<HttpResponse> {
    topics::delete_shelf(&deps, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lists tags, the most used first.
#[utoipa::path(tag = "topics", params(TagQuery), responses((status = 200, body = Vec<Tag>, description = "Tags")), security((), ("session" = [])))]
#[get("/tags")]
async fn list_tags(
    request: HttpRequest,
    deps: Data<Deps>,
    _: MaybeActor,
    query: Query<TagQuery>,
) -> ApiResult<HttpResponse> {
    public(&request, &deps, topics::list_tags(&deps, &query.0.read()?)).await
}
