//! Growth: libraries that may join, coverage, referral links.

use actix_web::HttpResponse;
use actix_web::web::Data;
use actix_web::{get, patch, post};
use api_types::growth::{Coverage, NewProspectNote, Prospect, ProspectPatch, ProspectQuery, ProspectSummary, Referral};
use api_types::{LibraryId, Page};
use domain::{Deps, growth};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{Admin, IfMatch, Json, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_prospects)
        .service(get_prospect)
        .service(update_prospect)
        .service(add_prospect_note)
        .service(get_coverage)
        .service(get_my_referral);
}

/// Lists libraries of the register by how near they are to joining.
#[utoipa::path(tag = "growth", params(ProspectQuery), responses((status = 200, body = Page<ProspectSummary>, description = "A page of prospects")), security(("session" = [])))]
#[get("/prospects")]
async fn list_prospects(deps: Data<Deps>, _: Admin, query: Query<ProspectQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(growth::list_prospects(&deps, &query.0.read()?).await?))
}

/// Gets a library of the register with what staff know of it.
#[utoipa::path(tag = "growth", params(("id" = LibraryId, Path, description = "The library's id")), responses((status = 200, body = Prospect, description = "The prospect")), security(("session" = [])))]
#[get("/prospects/{id}")]
async fn get_prospect(deps: Data<Deps>, _: Admin, id: Path<LibraryId>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(growth::get_prospect(&deps, id.0).await?))
}

/// Changes a prospect that was read at the version in `If-Match`.
#[utoipa::path(tag = "growth", params(("id" = LibraryId, Path, description = "The library's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = ProspectPatch, responses((status = 200, body = Prospect, description = "The prospect")), security(("session" = [])))]
#[patch("/prospects/{id}")]
async fn update_prospect(
    deps: Data<Deps>,
    _: Admin,
    id: Path<LibraryId>,
    version: IfMatch,
    change: Json<ProspectPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(growth::update_prospect(&deps, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Adds a note to a prospect.
#[utoipa::path(tag = "growth", params(("id" = LibraryId, Path, description = "The library's id")), request_body = NewProspectNote, responses((status = 201, body = Prospect, description = "The prospect with the note")), security(("session" = [])))]
#[post("/prospects/{id}/notes")]
async fn add_prospect_note(
    deps: Data<Deps>,
    caller: Admin,
    id: Path<LibraryId>,
    new: Json<NewProspectNote>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(growth::add_prospect_note(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Tells how far the network covers the country: by nation, region and authority, and month by month.
#[utoipa::path(tag = "growth", responses((status = 200, body = Coverage, description = "The coverage")), security(("session" = [])))]
#[get("/coverage")]
async fn get_coverage(deps: Data<Deps>, _: Admin) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(growth::get_coverage(&deps).await?))
}

/// Gets the caller's referral link and what came of it. The link is made when it is first asked for.
#[utoipa::path(tag = "growth", responses((status = 200, body = Referral, description = "The link and what came of it")), security(("session" = [])))]
#[get("/me/referral")]
async fn get_my_referral(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(growth::get_my_referral(&deps, &caller.0).await?))
}
