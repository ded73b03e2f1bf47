//! Membership: the register of libraries, and looking after them.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, put};
use api_types::membership::{
    ImportQuery, ImportReport, Library, LibraryPatch, LibraryQuery, LibraryRecord, NewCare, NewLibrary,
    NewLibraryDecision, RegisterQueue,
};
use api_types::{LibraryId, Page};
use domain::{Actor, Deps, membership};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, Csv, IfMatch, Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_libraries)
        .service(add_library)
        .service(get_library)
        .service(update_library)
        .service(take_on_library)
        .service(give_up_library)
        .service(confirm_library)
        .service(get_register_queue)
        .service(import_libraries);
}

/// Looks up libraries of the register, by name.
#[utoipa::path(tag = "membership", params(LibraryQuery), responses((status = 200, body = Page<Library>, description = "A page of libraries")), security((), ("session" = [])))]
#[get("/libraries")]
async fn list_libraries(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    query: Query<LibraryQuery>,
) -> ApiResult<HttpResponse> {
    let query = query.0.read()?;
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, membership::list_libraries(&deps, &viewer.0, &query)).await;
    }
    Ok(HttpResponse::Ok().json(membership::list_libraries(&deps, &viewer.0, &query).await?))
}

/// Adds a library that the register lacks; staff confirm it.
#[utoipa::path(tag = "membership", request_body = NewLibrary, responses((status = 201, body = LibraryRecord, description = "The library, seen by its adder and staff until it is confirmed", headers(("Location" = String, description = "Its address")))), security(("session" = [])))]
#[post("/libraries")]
async fn add_library(deps: Data<Deps>, caller: Member, new: Json<NewLibrary>) -> ApiResult<HttpResponse> {
    let library = membership::add_library(&deps, &caller.0, &new.0.read()?).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/libraries/{}", library.summary.id)))
        .json(library))
}

/// Gets a library, who runs it, and what the caller may do with it.
#[utoipa::path(tag = "membership", params(("id" = LibraryId, Path, description = "The library's id")), responses((status = 200, body = LibraryRecord, description = "The library")), security((), ("session" = [])))]
#[get("/libraries/{id}")]
async fn get_library(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<LibraryId>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, membership::get_library(&deps, &viewer.0, id.0)).await;
    }
    Ok(HttpResponse::Ok().json(membership::get_library(&deps, &viewer.0, id.0).await?))
}

/// Changes a library that was read at the version in `If-Match`; for those who run it and staff.
///
/// Later imports of the register leave it as it is then.
#[utoipa::path(tag = "membership", params(("id" = LibraryId, Path, description = "The library's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = LibraryPatch, responses((status = 200, body = LibraryRecord, description = "The library")), security(("session" = [])))]
#[patch("/libraries/{id}")]
async fn update_library(
    deps: Data<Deps>,
    caller: Member,
    id: Path<LibraryId>,
    version: IfMatch,
    change: Json<LibraryPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(membership::update_library(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Takes a library that nobody runs into the care of an organisation that the caller speaks for.
#[utoipa::path(tag = "membership", params(("id" = LibraryId, Path, description = "The library's id")), request_body = NewCare, responses((status = 200, body = LibraryRecord, description = "Taken on")), security(("session" = [])))]
#[put("/libraries/{id}/organisation")]
async fn take_on_library(
    deps: Data<Deps>,
    caller: Member,
    id: Path<LibraryId>,
    new: Json<NewCare>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::take_on_library(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Gives a library out of its organisation's care.
#[utoipa::path(tag = "membership", params(("id" = LibraryId, Path, description = "The library's id")), responses((status = 200, body = LibraryRecord, description = "Given up")), security(("session" = [])))]
#[delete("/libraries/{id}/organisation")]
async fn give_up_library(deps: Data<Deps>, caller: Member, id: Path<LibraryId>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::give_up_library(&deps, &caller.0, id.0).await?))
}

/// Confirms a library that a member added, or takes it out again; the member is mailed.
#[utoipa::path(tag = "membership", params(("id" = LibraryId, Path, description = "The library's id")), request_body = NewLibraryDecision, responses((status = 204, description = "Decided")), security(("session" = [])))]
#[post("/libraries/{id}/decisions")]
async fn confirm_library(
    deps: Data<Deps>,
    _: Admin,
    id: Path<LibraryId>,
    new: Json<NewLibraryDecision>,
) -> ApiResult<HttpResponse> {
    membership::confirm_library(&deps, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gets what staff look at in the register: what members added, and what organisations took on.
#[utoipa::path(tag = "membership", responses((status = 200, body = RegisterQueue, description = "What to look at")), security(("session" = [])))]
#[get("/register-queue")]
async fn get_register_queue(deps: Data<Deps>, _: Admin) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::get_register_queue(&deps).await?))
}

/// Imports a register of libraries, or previews the import.
///
/// Takes the CSV files of Arts Council England's basic dataset and of its kind. What is known is
/// updated, never doubled, and what members have changed or added stays; a bad row never stops the rest.
#[utoipa::path(tag = "membership", params(ImportQuery), request_body(content = String, content_type = "text/csv", description = "The register as CSV, at most 10 MiB"), responses((status = 201, body = ImportReport, description = "What was done, or would be")), security(("session" = [])))]
#[post("/library-imports")]
async fn import_libraries(deps: Data<Deps>, _: Admin, query: Query<ImportQuery>, csv: Csv) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::import_libraries(&deps, &query.0.read()?, &csv.0.read()?).await?))
}
