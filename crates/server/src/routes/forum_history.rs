//! Forum: the history of posts, and suggested changes.

use actix_web::web::Data;
use actix_web::{HttpResponse, delete, get, post};
use api_types::forum::{
    NewRefusal, NewRevisionRemoval, NewSuggestion, PostRevision, RevisionQuery, Suggestion, SuggestionQuery,
};
use api_types::{Page, PostId, RevisionId, SuggestionId};
use domain::{Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_revisions)
        .service(remove_revision_text)
        .service(suggest_edit)
        .service(list_suggestions)
        .service(accept_suggestion)
        .service(decline_suggestion)
        .service(withdraw_suggestion);
}

/// Lists the states of a post, the present one first, each against the one before.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id"), RevisionQuery), responses((status = 200, body = Page<PostRevision>, description = "A page of states")), security((), ("session" = [])))]
#[get("/posts/{id}/revisions")]
async fn list_revisions(
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<PostId>,
    query: Query<RevisionQuery>,
) -> ApiResult<HttpResponse> {
    // Kept in no memory: what is removed from a history is removed on every node at once.
    Ok(HttpResponse::Ok().json(forum::list_revisions(&deps, &viewer.0, id.0, &query.0.read()?).await?))
}

/// Removes the text of an earlier state of a post, for good; moderators only. That there was one, and why it is gone,
/// stays.
#[utoipa::path(tag = "forum", params(("id" = RevisionId, Path, description = "The earlier state's id")), request_body = NewRevisionRemoval, responses((status = 204, description = "Removed")), security(("session" = [])))]
#[post("/revisions/{id}/removal")]
async fn remove_revision_text(
    deps: Data<Deps>,
    caller: Member,
    id: Path<RevisionId>,
    new: Json<NewRevisionRemoval>,
) -> ApiResult<HttpResponse> {
    forum::remove_revision_text(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Suggests a change to what somebody else wrote.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id")), request_body = NewSuggestion, responses((status = 201, body = Suggestion, description = "The suggestion")), security(("session" = [])))]
#[post("/posts/{id}/suggestions")]
async fn suggest_edit(
    deps: Data<Deps>,
    caller: Member,
    id: Path<PostId>,
    new: Json<NewSuggestion>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(forum::suggest_edit(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Lists the open suggestions that wait for the caller, or those that the caller made, the newest first.
#[utoipa::path(tag = "forum", params(SuggestionQuery), responses((status = 200, body = Page<Suggestion>, description = "A page of suggestions")), security(("session" = [])))]
#[get("/suggestions")]
async fn list_suggestions(deps: Data<Deps>, caller: Member, query: Query<SuggestionQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::list_suggestions(&deps, &caller.0, &query.0.read()?).await?))
}

/// Accepts a suggestion: the post says it from now on.
#[utoipa::path(tag = "forum", params(("id" = SuggestionId, Path, description = "The suggestion's id")), responses((status = 200, body = Suggestion, description = "The suggestion")), security(("session" = [])))]
#[post("/suggestions/{id}/acceptance")]
async fn accept_suggestion(deps: Data<Deps>, caller: Member, id: Path<SuggestionId>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::accept_suggestion(&deps, &caller.0, id.0).await?))
}

/// Declines a suggestion, with the reason for the one who made it.
#[utoipa::path(tag = "forum", params(("id" = SuggestionId, Path, description = "The suggestion's id")), request_body = NewRefusal, responses((status = 200, body = Suggestion, description = "The suggestion")), security(("session" = [])))]
#[post("/suggestions/{id}/refusal")]
async fn decline_suggestion(
    deps: Data<Deps>,
    caller: Member,
    id: Path<SuggestionId>,
    new: Json<NewRefusal>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::decline_suggestion(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Takes back an open suggestion of the caller's own.
#[utoipa::path(tag = "forum", params(("id" = SuggestionId, Path, description = "The suggestion's id")), responses((status = 204, description = "Taken back")), security(("session" = [])))]
#[delete("/suggestions/{id}")]
async fn withdraw_suggestion(deps: Data<Deps>, caller: Member, id: Path<SuggestionId>) -> ApiResult<HttpResponse> {
    forum::withdraw_suggestion(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
