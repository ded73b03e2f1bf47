//! The registration form's own questions, and the rules that approve applications.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};
use api_types::membership::{ApprovalRule, FormQuestion, FormQuestionPatch, NewApprovalRule, NewFormQuestion};
use api_types::{ApprovalRuleId, FormQuestionId};
use domain::{Deps, membership};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, IfMatch, Json, MaybeActor, Path};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_form_questions)
        .service(create_form_question)
        .service(update_form_question)
        .service(delete_form_question)
        .service(list_approval_rules)
        .service(create_approval_rule)
        .service(delete_approval_rule);
}

/// Lists the network's own questions of the registration form, per member type in their order.
#[utoipa::path(tag = "membership", responses((status = 200, body = Vec<FormQuestion>, description = "The questions, at most 50 a member type")), security((), ("session" = [])))]
#[get("/form-questions")]
async fn list_form_questions(request: HttpRequest, deps: Data<Deps>, _: MaybeActor) -> ApiResult<HttpResponse> {
    public(&request, &deps, membership::list_form_questions(&deps)).await
}

/// Adds a question to the registration form, after those of the same member type.
#[utoipa::path(tag = "membership", request_body = NewFormQuestion, responses((status = 201, body = FormQuestion, description = "Added")), security(("session" = [])))]
#[post("/form-questions")]
async fn create_form_question(deps: Data<Deps>, _: Admin, new: Json<NewFormQuestion>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::create_form_question(&deps, &new.0.read()?).await?))
}

/// Changes a question that was read at the version in `If-Match`. Answers that were given keep its old words.
#[utoipa::path(tag = "membership", params(("id" = FormQuestionId, Path, description = "The question's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = FormQuestionPatch, responses((status = 200, body = FormQuestion, description = "Changed")), security(("session" = [])))]
#[patch("/form-questions/{id}")]
async fn update_form_question(
    deps: Data<Deps>,
    _: Admin,
    id: Path<FormQuestionId>,
    version: IfMatch,
    change: Json<FormQuestionPatch>,
) -> ApiResult<HttpResponse> {
    let changed = membership::update_form_question(&deps, id.0, version.0.read()?, &change.0.read()?).await?;
    Ok(HttpResponse::Ok().json(changed))
}

/// Takes a question out of the registration form. Answers that were given to it stay.
#[utoipa::path(tag = "membership", params(("id" = FormQuestionId, Path, description = "The question's id")), responses((status = 204, description = "Taken out")), security(("session" = [])))]
#[delete("/form-questions/{id}")]
async fn delete_form_question(deps: Data<Deps>, _: Admin, id: Path<FormQuestionId>) -> ApiResult<HttpResponse> {
    membership::delete_form_question(&deps, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lists the rules that approve applications.
#[utoipa::path(tag = "membership", responses((status = 200, body = Vec<ApprovalRule>, description = "The rules, at most 200")), security(("session" = [])))]
#[get("/approval-rules")]
async fn list_approval_rules(deps: Data<Deps>, _: Admin) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(membership::list_approval_rules(&deps).await?))
}

/// Sets a rule that approves applications as soon as the address is confirmed.
#[utoipa::path(tag = "membership", request_body = NewApprovalRule, responses((status = 201, body = ApprovalRule, description = "Set")), security(("session" = [])))]
#[post("/approval-rules")]
async fn create_approval_rule(deps: Data<Deps>, caller: Admin, new: Json<NewApprovalRule>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(membership::create_approval_rule(&deps, &caller.0, &new.0.read()?).await?))
}

/// Removes a rule that approves applications. What it approved stays approved.
#[utoipa::path(tag = "membership", params(("id" = ApprovalRuleId, Path, description = "The rule's id")), responses((status = 204, description = "Removed")), security(("session" = [])))]
#[delete("/approval-rules/{id}")]
async fn delete_approval_rule(deps: Data<Deps>, _: Admin, id: Path<ApprovalRuleId>) -> ApiResult<HttpResponse> {
    membership::delete_approval_rule(&deps, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
