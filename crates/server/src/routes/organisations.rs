//! Membership: organisations and who belongs to them.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, patch, post};
use api_types::membership::{
    Ending, Holdings, NewEnding, Organisation, OrganisationPatch, OrganisationQuery, OrganisationSummary, SoleHolder,
    SoleHolderQuery,
};
use api_types::{AffiliationId, OrganisationId, Page};
use domain::{Actor, Deps, membership};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, IfMatch, Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_organisations)
        .service(get_organisation)
        .service(update_organisation)
        .service(get_holdings)
        .service(end_affiliation)
        .service(list_sole_holders);
}

/// Lists organisations, by name.
#[utoipa::path(tag = "membership", params(OrganisationQuery), responses((status = 200, body = Page<OrganisationSummary>, description = "A page of organisations")), security((), ("session" = [])))]
#[get("/organisations")]
async fn list_organisations(
    request: HttpRequest,
    deps: Data<Deps>,
    _: MaybeActor,
    query: Query<OrganisationQuery>,
) -> ApiResult<HttpResponse> {
    public(&request, &deps, membership::list_organisations(&deps, &query.0.read()?)).await
}

/// Gets an organisation; who speaks and votes for it is told to members only.
#[utoipa::path(tag = "membership", params(("id" = OrganisationId, Path, description = "The organisation's id")), responses((status = 200, body = Organisation, description = "The organisation")), security((), ("session" = [])))]
#[get("/organisations/{id}")]
async fn get_organisation(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<OrganisationId>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, membership::get_organisation(&deps, &viewer.0, id.0)).await;
    }
    Ok(HttpResponse::Ok().json(membership::get_organisation(&deps, &viewer.0, id.0).await?))
}

/// Changes an organisation that was read at the version in `If-Match`; for its primary contact and staff.
#[utoipa::path(tag = "membership", params(("id" = OrganisationId, Path, description = "The organisation's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = OrganisationPatch, responses((status = 200, body = Organisation, description = "The organisation")), security(("session" = [])))]
#[patch("/organisations/{id}")]
async fn update_organisation(
    deps: Data<Deps>,
    caller: Member,
    id: Path<OrganisationId>,
    version: IfMatch,
    change: Json<OrganisationPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(membership::update_organisation(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Tells who belongs to an organisation and holds what in it.
#[utoipa::path(tag = "membership", params(("id" = OrganisationId, Path, description = "The organisation's id")), responses((status = 200, body = Holdings, description = "Who holds what")), security(("session" = [])))]
#[get("/organisations/{id}/holdings")]
async fn get_holdings(deps: Data<Deps>, _: Member, id: Path<OrganisationId>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::get_holdings(&deps, id.0).await?))
}

/// Ends an affiliation; for the member, the primary contact and staff.
///
/// Who is primary contact or voter names who follows, while others stay. When nobody is left, staff look after it.
#[utoipa::path(tag = "membership", params(("id" = AffiliationId, Path, description = "The affiliation's id")), request_body = NewEnding, responses((status = 201, body = Ending, description = "Ended")), security(("session" = [])))]
#[post("/affiliations/{id}/endings")]
async fn end_affiliation(
    deps: Data<Deps>,
    caller: Member,
    id: Path<AffiliationId>,
    new: Json<NewEnding>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::end_affiliation(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Lists the organisations that one person alone holds, or nobody.
#[utoipa::path(tag = "membership", params(SoleHolderQuery), responses((status = 200, body = Page<SoleHolder>, description = "A page of organisations")), security(("session" = [])))]
#[get("/sole-holders")]
async fn list_sole_holders(deps: Data<Deps>, _: Admin, query: Query<SoleHolderQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::list_sole_holders(&deps, &query.0.read()?).await?))
}
