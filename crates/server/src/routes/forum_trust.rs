//! Trust in the forum: asking in confidence.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, patch, post, put};
use api_types::forum::{
    AnswerInvitations, AnswerInvitationsPatch, Asker, AskerLook, AskerLookQuery, Confidant, NewAskerLook, NewConfidant,
};
use api_types::{Page, ThreadId};
use domain::{Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{Admin, Json, Member, Moderator, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(see_asker)
        .service(list_asker_looks)
        .service(get_confidant)
        .service(set_confidant)
        .service(list_answer_invitations)
        .service(update_answer_invitations);
}

/// Tells a moderator who asks in confidence.
///
/// The look is kept with its reason, and the one who asks is told of it by mail.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The question's id")), request_body = NewAskerLook, responses((status = 200, body = Asker, description = "Who asks")), security(("session" = [])))]
#[post("/questions/{id}/asker")]
async fn see_asker(
    deps: Data<Deps>,
    caller: Moderator,
    id: Path<ThreadId>,
    new: Json<NewAskerLook>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::see_asker(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Lists the looks at who asks in confidence, the newest first, without who asked.
#[utoipa::path(tag = "forum", params(AskerLookQuery), responses((status = 200, body = Page<AskerLook>, description = "A page of looks")), security(("session" = [])))]
#[get("/asker-looks")]
async fn list_asker_looks(deps: Data<Deps>, caller: Admin, query: Query<AskerLookQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::list_asker_looks(&deps, &caller.0, &query.0.read()?).await?))
}

/// Tells who may see who asks in confidence.
#[utoipa::path(tag = "forum", responses((status = 200, body = Confidant, description = "Who may")), security(("session" = [])))]
#[get("/confidant")]
async fn get_confidant(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::get_confidant(&deps, &caller.0).await?))
}

/// Names the one moderator who may see who asks in confidence, or lets all of them.
#[utoipa::path(tag = "forum", request_body = NewConfidant, responses((status = 200, body = Confidant, description = "Who may now")), security(("session" = [])))]
#[put("/confidant")]
async fn set_confidant(deps: Data<Deps>, caller: Admin, new: Json<NewConfidant>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::set_confidant(&deps, &caller.0, &new.0.read()?).await?))
}

/// Lists the questions that the caller is invited to answer and has not answered yet.
#[utoipa::path(tag = "forum", responses((status = 200, body = AnswerInvitations, description = "The questions")), security(("session" = [])))]
#[get("/me/answer-invitations")]
async fn list_answer_invitations(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::list_answer_invitations(&deps, &caller.0).await?))
}

/// Switches invitations to answer on or off.
#[utoipa::path(tag = "forum", request_body = AnswerInvitationsPatch, responses((status = 200, body = AnswerInvitations, description = "The questions")), security(("session" = [])))]
#[patch("/me/answer-invitations")]
async fn update_answer_invitations(
    deps: Data<Deps>,
    caller: Member,
    patch: Json<AnswerInvitationsPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::update_answer_invitations(&deps, &caller.0, &patch.0.read()?).await?))
}
