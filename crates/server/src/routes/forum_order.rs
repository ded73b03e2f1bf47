//! Forum: spaces, who belongs to them, what moderators do, and the log of it.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, put};
use api_types::forum::{
    AuditEntry, AuditQuery, NewSpace, NewSpaceDecision, NewSpaceRequest, NewSpaceRole, Space, SpaceMember,
    SpaceMemberQuery, SpacePatch, SpaceQuery,
};
use api_types::{MemberId, Page, SpaceId};
use domain::{Actor, Deps, audit, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, IfMatch, Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_spaces)
        .service(create_space)
        .service(get_space)
        .service(update_space)
        .service(list_space_members)
        .service(request_to_join)
        .service(decide_space_request)
        .service(set_space_role)
        .service(end_space_membership)
        .service(list_audit_entries);
}

/// Lists the spaces: the public ones, and for members of the network the others too.
#[utoipa::path(tag = "forum", params(SpaceQuery), responses((status = 200, body = Page<Space>, description = "A page of spaces")), security((), ("session" = [])))]
#[get("/spaces")]
async fn list_spaces(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    query: Query<SpaceQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_spaces(&deps, &viewer.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_spaces(&deps, &viewer.0, &query.0.read()?).await?))
}

/// Makes a space.
#[utoipa::path(tag = "forum", request_body = NewSpace, responses((status = 201, body = Space, description = "The space")), security(("session" = [])))]
#[post("/spaces")]
async fn create_space(deps: Data<Deps>, caller: Admin, new: Json<NewSpace>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(forum::create_space(&deps, &caller.0, &new.0.read()?).await?))
}

/// Gets a space.
#[utoipa::path(tag = "forum", params(("id" = String, Path, description = "The space's id, or the words in its address")), responses((status = 200, body = Space, description = "The space")), security((), ("session" = [])))]
#[get("/spaces/{id}")]
async fn get_space(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<String>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::get_space(&deps, &viewer.0, &id.0)).await;
    }
    Ok(HttpResponse::Ok().json(forum::get_space(&deps, &viewer.0, &id.0).await?))
}

/// Changes a space that was read at the version in `If-Match`.
#[utoipa::path(tag = "forum", params(("id" = SpaceId, Path, description = "The space's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = SpacePatch, responses((status = 200, body = Space, description = "The space")), security(("session" = [])))]
#[patch("/spaces/{id}")]
async fn update_space(
    deps: Data<Deps>,
    caller: Admin,
    id: Path<SpaceId>,
    version: IfMatch,
    change: Json<SpacePatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(forum::update_space(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Lists who belongs to a space; who has asked to, for those who decide.
#[utoipa::path(tag = "forum", params(("id" = SpaceId, Path, description = "The space's id"), SpaceMemberQuery), responses((status = 200, body = Page<SpaceMember>, description = "A page of people")), security(("session" = [])))]
#[get("/spaces/{id}/members")]
async fn list_space_members(
    deps: Data<Deps>,
    caller: Member,
    id: Path<SpaceId>,
    query: Query<SpaceMemberQuery>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::list_space_members(&deps, &caller.0, id.0, &query.0.read()?).await?))
}

/// Asks to belong to a private space; to another one the caller belongs at once.
#[utoipa::path(tag = "forum", params(("id" = SpaceId, Path, description = "The space's id")), request_body = NewSpaceRequest, responses((status = 201, body = Space, description = "The space, with how the caller stands to it")), security(("session" = [])))]
#[post("/spaces/{id}/members")]
async fn request_to_join(
    deps: Data<Deps>,
    caller: Member,
    id: Path<SpaceId>,
    new: Json<NewSpaceRequest>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(forum::request_to_join(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Decides on a wish to belong to a space; for its moderators and administrators.
#[utoipa::path(tag = "forum", params(("id" = SpaceId, Path, description = "The space's id"), ("member_id" = MemberId, Path, description = "Who has asked")), request_body = NewSpaceDecision, responses((status = 204, description = "Decided; the one who asked is mailed")), security(("session" = [])))]
#[post("/spaces/{id}/members/{member_id}/decisions")]
async fn decide_space_request(
    deps: Data<Deps>,
    caller: Member,
    ids: Path<(SpaceId, MemberId)>,
    new: Json<NewSpaceDecision>,
) -> ApiResult<HttpResponse> {
    forum::decide_space_request(&deps, &caller.0, ids.0.0, ids.0.1, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives somebody a role in a space.
#[utoipa::path(tag = "forum", params(("id" = SpaceId, Path, description = "The space's id"), ("member_id" = MemberId, Path, description = "Who gets the role")), request_body = NewSpaceRole, responses((status = 204, description = "Done")), security(("session" = [])))]
#[put("/spaces/{id}/members/{member_id}/role")]
async fn set_space_role(
    deps: Data<Deps>,
    caller: Admin,
    ids: Path<(SpaceId, MemberId)>,
    new: Json<NewSpaceRole>,
) -> ApiResult<HttpResponse> {
    forum::set_space_role(&deps, &caller.0, ids.0.0, ids.0.1, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ends somebody's part in a space, or takes the wish back: one's own, or another's for those who decide.
#[utoipa::path(tag = "forum", params(("id" = SpaceId, Path, description = "The space's id"), ("member_id" = MemberId, Path, description = "Who leaves")), responses((status = 204, description = "Done")), security(("session" = [])))]
#[delete("/spaces/{id}/members/{member_id}")]
async fn end_space_membership(
    deps: Data<Deps>,
    caller: Member,
    ids: Path<(SpaceId, MemberId)>,
) -> ApiResult<HttpResponse> {
    forum::end_space_membership(&deps, &caller.0, ids.0.0, ids.0.1).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lists what was done to keep the network in order, the newest first.
#[utoipa::path(tag = "forum", params(AuditQuery), responses((status = 200, body = Page<AuditEntry>, description = "A page of the audit log")), security(("session" = [])))]
#[get("/audit-entries")]
async fn list_audit_entries(deps: Data<Deps>, _: Admin, query: Query<AuditQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(audit::list_audit_entries(&deps, &query.0.read()?).await?))
}
