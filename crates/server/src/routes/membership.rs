//! Membership: applications.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use api_types::accounts::{NewMailedLink, NewPassword, Session};
use api_types::membership::{
    Application, ApplicationQuery, ApplicationSummary, MyApplication, NewApplication, NewDecision,
};
use api_types::{ApplicationId, Page};
use domain::{Deps, membership};
use utoipa_actix_web::service_config::ServiceConfig;

use super::accounts::{device_of, refuse_foreign, session};
use crate::error::ApiResult;
use crate::extract::{Admin, Applicant, Json, Path, Query};
use crate::serve::Http;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(submit_application)
        .service(resend_confirmation)
        .service(confirm_application)
        .service(get_my_application)
        .service(list_applications)
        .service(get_application)
        .service(decide_application);
}

/// Applies for membership.
///
/// A mail with a link to confirm the address follows. The answer is the same whether the address is
/// known already or not.
#[utoipa::path(tag = "membership", request_body = NewApplication, responses((status = 202, description = "Received; a mail follows")), security(()))]
#[post("/applications")]
async fn submit_application(deps: Data<Deps>, new: Json<NewApplication>) -> ApiResult<HttpResponse> {
    membership::submit_application(&deps, &new.0.read()?).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Asks for the mail with the confirmation link again.
#[utoipa::path(tag = "membership", request_body = NewMailedLink, responses((status = 202, description = "If an application waits for it, a mail follows")), security(()))]
#[post("/confirmation-mails")]
async fn resend_confirmation(deps: Data<Deps>, new: Json<NewMailedLink>) -> ApiResult<HttpResponse> {
    membership::resend_confirmation(&deps, &new.0.read()?).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Confirms the applicant's address with the secret of the mailed link and sets a password.
#[utoipa::path(tag = "membership", request_body = NewPassword, responses((status = 201, body = Session, description = "Confirmed; signed in as an applicant")), security(()))]
#[post("/confirmations")]
async fn confirm_application(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    new: Json<NewPassword>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    let signed_in = membership::confirm_application(&deps, &new.0.read()?, &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Tells the applicant where the application stands.
#[utoipa::path(tag = "membership", responses((status = 200, body = MyApplication, description = "The caller's application")), security(("session" = [])))]
#[get("/me/application")]
async fn get_my_application(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::get_my_application(&deps, &caller.0).await?))
}

/// Lists the applications.
#[utoipa::path(tag = "membership", params(ApplicationQuery), responses((status = 200, body = Page<ApplicationSummary>, description = "A page of applications")), security(("session" = [])))]
#[get("/applications")]
async fn list_applications(deps: Data<Deps>, _: Admin, query: Query<ApplicationQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::list_applications(&deps, &query.0.read()?).await?))
}

/// Gets an application, with hints at doubles.
#[utoipa::path(tag = "membership", params(("id" = ApplicationId, Path, description = "The application's id")), responses((status = 200, body = Application, description = "The application")), security(("session" = [])))]
#[get("/applications/{id}")]
async fn get_application(deps: Data<Deps>, _: Admin, id: Path<ApplicationId>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::get_application(&deps, id.0).await?))
}

/// Approves or rejects an application; the applicant is mailed.
#[utoipa::path(tag = "membership", params(("id" = ApplicationId, Path, description = "The application's id")), request_body = NewDecision, responses((status = 201, body = Application, description = "Decided")), security(("session" = [])))]
#[post("/applications/{id}/decisions")]
async fn decide_application(
    deps: Data<Deps>,
    caller: Admin,
    id: Path<ApplicationId>,
    new: Json<NewDecision>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::decide_application(&deps, &caller.0, id.0, &new.0.read()?).await?))
}
