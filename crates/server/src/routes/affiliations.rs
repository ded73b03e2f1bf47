//! Membership: belonging to an organisation, and what is held in it. How an affiliation ends is beside
//! organisations.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, patch, post, put};
use api_types::membership::{
    Affiliation, AffiliationPatch, AffiliationQuery, AffiliationRequestQuery, Holdings, NewAffiliation,
    NewAffiliationDecision, NewContacts,
};
use api_types::{AffiliationId, OrganisationId, Page};
use domain::{Deps, membership};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{Admin, IfMatch, Json, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_affiliations)
        .service(request_affiliation)
        .service(list_my_affiliations)
        .service(list_affiliation_requests)
        .service(decide_affiliation)
        .service(update_affiliation)
        .service(set_contacts);
}

/// Lists who belongs to an organisation; who wishes to, for those who may change it.
#[utoipa::path(tag = "membership", params(("id" = OrganisationId, Path, description = "The organisation's id"), AffiliationQuery), responses((status = 200, body = Page<Affiliation>, description = "A page of affiliations")), security(("session" = [])))]
#[get("/organisations/{id}/affiliations")]
async fn list_affiliations(
    deps: Data<Deps>,
    caller: Member,
    id: Path<OrganisationId>,
    query: Query<AffiliationQuery>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::list_affiliations(&deps, &caller.0, id.0, &query.0.read()?).await?))
}

/// Asks to belong to an organisation.
///
/// Its primary contact is mailed; where there is none, staff see the wish.
#[utoipa::path(tag = "membership", params(("id" = OrganisationId, Path, description = "The organisation's id")), request_body = NewAffiliation, responses((status = 201, body = Affiliation, description = "Asked")), security(("session" = [])))]
#[post("/organisations/{id}/affiliations")]
async fn request_affiliation(
    deps: Data<Deps>,
    caller: Member,
    id: Path<OrganisationId>,
    new: Json<NewAffiliation>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::request_affiliation(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Lists the organisations that the caller belongs to or has asked to.
#[utoipa::path(tag = "membership", responses((status = 200, body = Vec<Affiliation>, description = "The caller's affiliations")), security(("session" = [])))]
#[get("/me/affiliations")]
async fn list_my_affiliations(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::list_my_affiliations(&deps, &caller.0).await?))
}

/// Lists the wishes to belong to organisations that nobody speaks for.
#[utoipa::path(tag = "membership", params(AffiliationRequestQuery), responses((status = 200, body = Page<Affiliation>, description = "A page of affiliations")), security(("session" = [])))]
#[get("/affiliation-requests")]
async fn list_affiliation_requests(
    deps: Data<Deps>,
    _: Admin,
    query: Query<AffiliationRequestQuery>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::list_affiliation_requests(&deps, &query.0.read()?).await?))
}

/// Decides on somebody's wish to belong; for the primary contact and staff.
#[utoipa::path(tag = "membership", params(("id" = AffiliationId, Path, description = "The affiliation's id")), request_body = NewAffiliationDecision, responses((status = 201, body = Affiliation, description = "Decided; the person is mailed")), security(("session" = [])))]
#[post("/affiliations/{id}/decisions")]
async fn decide_affiliation(
    deps: Data<Deps>,
    caller: Member,
    id: Path<AffiliationId>,
    new: Json<NewAffiliationDecision>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::decide_affiliation(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Changes an affiliation that was read at the version in `If-Match`; for the person, the primary contact and staff.
#[utoipa::path(tag = "membership", params(("id" = AffiliationId, Path, description = "The affiliation's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = AffiliationPatch, responses((status = 200, body = Affiliation, description = "The affiliation")), security(("session" = [])))]
#[patch("/affiliations/{id}")]
async fn update_affiliation(
    deps: Data<Deps>,
    caller: Member,
    id: Path<AffiliationId>,
    version: IfMatch,
    change: Json<AffiliationPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(membership::update_affiliation(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Says who speaks and who votes for an organisation that was read at the version in `If-Match`.
#[utoipa::path(tag = "membership", params(("id" = OrganisationId, Path, description = "The organisation's id"), ("If-Match" = String, Header, description = "The organisation's version that was read, in double quotes")), request_body = NewContacts, responses((status = 200, body = Holdings, description = "Who holds what now")), security(("session" = [])))]
#[put("/organisations/{id}/contacts")]
async fn set_contacts(
    deps: Data<Deps>,
    caller: Member,
    id: Path<OrganisationId>,
    version: IfMatch,
    new: Json<NewContacts>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(membership::set_contacts(&deps, &caller.0, id.0, version.0.read()?, &new.0.read()?).await?))
}
