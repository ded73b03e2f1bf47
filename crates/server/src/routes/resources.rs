//! Resources and their files.

use actix_web::http::header;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, get, post};
use api_types::resources::{File, FileQuery, NewResource, Resource, ResourceQuery, ResourceSummary};
use api_types::{Page, ResourceId};
use domain::{Actor, Deps, resources};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_resources)
        .service(add_resource)
        .service(get_resource)
        .service(download_file)
        .service(upload_file);
}

/// Lists resources, the newest first.
#[utoipa::path(tag = "resources", params(ResourceQuery), responses((status = 200, body = Page<ResourceSummary>, description = "A page of resources")), security((), ("session" = [])))]
#[get("/resources")]
async fn list_resources(
    request: HttpRequest,
    deps: Data<Deps>,
    _: MaybeActor,
    query: Query<ResourceQuery>,
) -> ApiResult<HttpResponse> {
    public(&request, &deps, resources::list_resources(&deps, &query.0.read()?)).await
}

/// Adds a resource.
#[utoipa::path(tag = "resources", request_body = NewResource, responses((status = 201, body = Resource, description = "The resource", headers(("Location" = String, description = "Its address")))), security(("session" = [])))]
#[post("/resources")]
async fn add_resource(deps: Data<Deps>, caller: Member, new: Json<NewResource>) -> ApiResult<HttpResponse> {
    let resource = resources::add_resource(&deps, &caller.0, &new.0.read()?).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/resources/{}", resource.id)))
        .json(resource))
}

/// Gets a resource.
#[utoipa::path(tag = "resources", params(("id" = ResourceId, Path, description = "The resource's id")), responses((status = 200, body = Resource, description = "The resource")), security((), ("session" = [])))]
#[get("/resources/{id}")]
async fn get_resource(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<ResourceId>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, resources::get_resource(&deps, &viewer.0, id.0)).await;
    }
    Ok(HttpResponse::Ok().json(resources::get_resource(&deps, &viewer.0, id.0).await?))
}

/// Downloads the file of a resource.
#[utoipa::path(tag = "resources", params(("id" = ResourceId, Path, description = "The resource's id")), responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "The file, as an attachment")), security((), ("session" = [])))]
#[get("/resources/{id}/file")]
async fn download_file(deps: Data<Deps>, _: MaybeActor, id: Path<ResourceId>) -> ApiResult<HttpResponse> {
    let download = resources::download_file(&deps, id.0).await?;
    // What people upload never runs in our origin: it is saved, not shown.
    let plain: String = download
        .file
        .name
        .chars()
        .map(|character| if character.is_ascii_graphic() && !matches!(character, '"' | '\\') { character } else { '_' })
        .collect();
    let encoded = utf8_percent_encode(&download.file.name, NON_ALPHANUMERIC);
    Ok(HttpResponse::Ok()
        .content_type(download.file.media_type)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}"),
        ))
        .insert_header((header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=0, must-revalidate"))
        .body(download.bytes))
}

/// Uploads a file, to be part of a resource.
///
/// The body is the file itself, at most 20 MiB: PDF, Word, spreadsheet, slides, picture or plain text.
/// Its type is found in its first bytes and must agree with the ending of its name.
#[utoipa::path(tag = "resources", params(FileQuery), request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file"), responses((status = 201, body = File, description = "The file as stored")), security(("session" = [])))]
#[post("/files")]
async fn upload_file(
    deps: Data<Deps>,
    caller: Member,
    query: Query<FileQuery>,
    request: HttpRequest,
    body: Payload,
) -> ApiResult<HttpResponse> {
    let stated =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if stated.is_some_and(|size| size > api_types::limits::FILE_BYTES) {
        return Err(domain::Error::TooLarge.into());
    }
    Ok(HttpResponse::Created().json(resources::upload_file(&deps, &caller.0, &query.0.read()?.name, body).await?))
}
