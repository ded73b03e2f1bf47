//! Membership: the register of libraries.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use api_types::Page;
use api_types::membership::{ImportQuery, ImportReport, Library, LibraryQuery};
use domain::{Deps, membership};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, Csv, MaybeActor, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list_libraries).service(import_libraries);
}

/// Looks up libraries of the register.
#[utoipa::path(tag = "membership", params(LibraryQuery), responses((status = 200, body = Page<Library>, description = "A page of libraries")), security((), ("session" = [])))]
#[get("/libraries")]
async fn list_libraries(
    request: HttpRequest,
    deps: Data<Deps>,
    _: MaybeActor,
    query: Query<LibraryQuery>,
) -> ApiResult<HttpResponse> {
    public(&request, &deps, membership::list_libraries(&deps, &query.0.read()?)).await
}

/// Imports a register of libraries, or previews the import.
///
/// Takes the CSV files of Arts Council England's basic dataset and of its kind. What is known is
/// updated, never doubled; a bad row never stops the rest.
#[utoipa::path(tag = "membership", params(ImportQuery), request_body(content = String, content_type = "text/csv", description = "The register as CSV, at most 10 MiB"), responses((status = 201, body = ImportReport, description = "What was done, or would be")), security(("session" = [])))]
#[post("/library-imports")]
async fn import_libraries(deps: Data<Deps>, _: Admin, query: Query<ImportQuery>, csv: Csv) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::import_libraries(&deps, &query.0.read()?, &csv.0.read()?).await?))
}
