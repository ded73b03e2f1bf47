//! Applications for membership.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use api_types::accounts::{MemberSummary, NewMailedLink, NewPassword, Session};
use api_types::membership::{
    Application, ApplicationCounts, ApplicationQuery, ApplicationResult, ApplicationSummary, ApplicationView, Draft,
    LinkSecret, MyApplication, NewApplication, NewApplicationAction, NewApplicationMessage, NewAssignee, NewDecision,
    NewDraft, NewReply,
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
        .service(save_application_draft)
        .service(find_application_draft)
        .service(get_my_application)
        .service(answer_application)
        .service(withdraw_application)
        .service(list_applications)
        .service(count_applications)
        .service(get_application_view)
        .service(save_application_view)
        .service(act_on_applications)
        .service(get_application)
        .service(decide_application)
        .service(write_application_message)
        .service(assign_application)
        .service(list_staff);
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

/// Keeps a form to be finished later; a link to go on is mailed.
///
/// With the secret of a draft it is that draft which changes, and no mail follows. The answer is the same whether the
/// address is known already or not.
#[utoipa::path(tag = "membership", request_body = NewDraft, responses((status = 202, description = "Kept")), security(()))]
#[post("/application-drafts")]
async fn save_application_draft(deps: Data<Deps>, new: Json<NewDraft>) -> ApiResult<HttpResponse> {
    membership::save_application_draft(&deps, &new.0.read()?).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Gets the draft of a mailed link's secret, which stays good.
#[utoipa::path(tag = "membership", request_body = LinkSecret, responses((status = 200, body = Draft, description = "The draft")), security(()))]
#[post("/application-drafts/lookups")]
async fn find_application_draft(deps: Data<Deps>, secret: Json<LinkSecret>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::find_application_draft(&deps, &secret.0.read()?).await?))
}

/// Writes to staff about the caller's own application; one that waited for an answer goes back to staff.
#[utoipa::path(tag = "membership", request_body = NewReply, responses((status = 201, body = MyApplication, description = "Written")), security(("session" = [])))]
#[post("/me/application/messages")]
async fn answer_application(deps: Data<Deps>, caller: Applicant, new: Json<NewReply>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::answer_application(&deps, &caller.0, &new.0.read()?).await?))
}

/// Withdraws the caller's own application, while nothing is decided.
#[utoipa::path(tag = "membership", responses((status = 200, body = MyApplication, description = "Withdrawn")), security(("session" = [])))]
#[delete("/me/application")]
async fn withdraw_application(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::withdraw_application(&deps, &caller.0).await?))
}

/// Counts the applications by where they stand.
#[utoipa::path(tag = "membership", responses((status = 200, body = ApplicationCounts, description = "How many stand where")), security(("session" = [])))]
#[get("/application-counts")]
async fn count_applications(deps: Data<Deps>, _: Admin) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::count_applications(&deps).await?))
}

/// Tells how the caller likes the queue of applications.
#[utoipa::path(tag = "membership", responses((status = 200, body = ApplicationView, description = "Columns and filters")), security(("session" = [])))]
#[get("/me/application-view")]
async fn get_application_view(deps: Data<Deps>, caller: Admin) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::get_application_view(&deps, &caller.0).await?))
}

/// Saves how the caller likes the queue of applications.
#[utoipa::path(tag = "membership", request_body = ApplicationView, responses((status = 200, body = ApplicationView, description = "Saved")), security(("session" = [])))]
#[put("/me/application-view")]
async fn save_application_view(
    deps: Data<Deps>,
    caller: Admin,
    view: Json<ApplicationView>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::save_application_view(&deps, &caller.0, &view.0.read()?).await?))
}

/// Does the same to several applications; each stands by itself.
#[utoipa::path(tag = "membership", request_body = NewApplicationAction, responses((status = 200, body = Vec<ApplicationResult>, description = "What became of each, in the order of the ids")), security(("session" = [])))]
#[post("/application-actions")]
async fn act_on_applications(
    deps: Data<Deps>,
    caller: Admin,
    new: Json<NewApplicationAction>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::act_on_applications(&deps, &caller.0, &new.0.read()?).await?))
}

/// Writes a message, which is mailed to the applicant, or a note that stays with staff.
#[utoipa::path(tag = "membership", params(("id" = ApplicationId, Path, description = "The application's id")), request_body = NewApplicationMessage, responses((status = 201, body = Application, description = "Written")), security(("session" = [])))]
#[post("/applications/{id}/messages")]
async fn write_application_message(
    deps: Data<Deps>,
    caller: Admin,
    id: Path<ApplicationId>,
    new: Json<NewApplicationMessage>,
) -> ApiResult<HttpResponse> {
    let written = membership::write_application_message(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::Created().json(written))
}

/// Has a member of staff look after an application, or nobody.
#[utoipa::path(tag = "membership", params(("id" = ApplicationId, Path, description = "The application's id")), request_body = NewAssignee, responses((status = 200, body = Application, description = "Assigned")), security(("session" = [])))]
#[put("/applications/{id}/assignee")]
async fn assign_application(
    deps: Data<Deps>,
    caller: Admin,
    id: Path<ApplicationId>,
    new: Json<NewAssignee>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::assign_application(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Lists the members of staff, by name.
#[utoipa::path(tag = "membership", responses((status = 200, body = Vec<MemberSummary>, description = "At most 200")), security(("session" = [])))]
#[get("/staff")]
async fn list_staff(deps: Data<Deps>, _: Admin) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::list_staff(&deps).await?))
}
