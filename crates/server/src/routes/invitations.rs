//! Membership: invitations. Their secrets come in bodies, never in addresses, which are logged.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use api_types::membership::{
    Acceptance, Invitation, InvitationOffer, InvitationQuery, NewAcceptance, NewInvitation, NewInvitationLookup,
};
use api_types::{InvitationId, Page};
use domain::{Deps, membership};
use utoipa_actix_web::service_config::ServiceConfig;

use super::accounts::{device_of, refuse_foreign, with_cookie};
use crate::error::ApiResult;
use crate::extract::{Json, MaybeActor, Member, Path, Query};
use crate::serve::Http;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create_invitation)
        .service(list_invitations)
        .service(withdraw_invitation)
        .service(get_invitation)
        .service(accept_invitation);
}

/// Invites a person into an organisation, for its primary contact and staff; or a library that is not a member.
///
/// The answer is the same whether the address is known or not.
#[utoipa::path(tag = "membership", request_body = NewInvitation, responses((status = 201, body = Invitation, description = "Invited; a mail follows")), security(("session" = [])))]
#[post("/invitations")]
async fn create_invitation(deps: Data<Deps>, caller: Member, new: Json<NewInvitation>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::create_invitation(&deps, &caller.0, &new.0.read()?).await?))
}

/// Lists the invitations that the caller sent, or those into an organisation that the caller may change.
#[utoipa::path(tag = "membership", params(InvitationQuery), responses((status = 200, body = Page<Invitation>, description = "A page of invitations")), security(("session" = [])))]
#[get("/invitations")]
async fn list_invitations(deps: Data<Deps>, caller: Member, query: Query<InvitationQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::list_invitations(&deps, &caller.0, &query.0.read()?).await?))
}

/// Takes an invitation back.
#[utoipa::path(tag = "membership", params(("id" = InvitationId, Path, description = "The invitation's id")), responses((status = 204, description = "Taken back")), security(("session" = [])))]
#[delete("/invitations/{id}")]
async fn withdraw_invitation(deps: Data<Deps>, caller: Member, id: Path<InvitationId>) -> ApiResult<HttpResponse> {
    membership::withdraw_invitation(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Tells what an invitation offers, by the secret of its link.
#[utoipa::path(tag = "membership", request_body = NewInvitationLookup, responses((status = 200, body = InvitationOffer, description = "What it offers")), security(()))]
#[post("/invitation-lookups")]
async fn get_invitation(deps: Data<Deps>, new: Json<NewInvitationLookup>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::get_invitation(&deps, &new.0.read()?).await?))
}

/// Takes up an invitation into an organisation, by the secret of its link.
///
/// A new person gives a name and a password and is signed in as a member; a member signs in first.
#[utoipa::path(tag = "membership", request_body = NewAcceptance, responses((status = 201, body = Acceptance, description = "Taken up; the refresh token of a new member is in a cookie")), security((), ("session" = [])))]
#[post("/invitation-acceptances")]
async fn accept_invitation(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    caller: MaybeActor,
    new: Json<NewAcceptance>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    let (organisation_id, signed_in) =
        membership::accept_invitation(&deps, &caller.0, &new.0.read()?, &device_of(&request, &http)).await?;
    let mut response = HttpResponse::Created();
    let (session, token) =
        signed_in.map_or((None, None), |signed_in| (Some(signed_in.session), signed_in.refresh_token));
    with_cookie(&http, token, &mut response);
    Ok(response.json(Acceptance { organisation_id, session }))
}
