//! Forum: what moderators do with threads and posts, and authors who take theirs back.

use actix_web::web::Data;
use actix_web::{HttpResponse, delete, patch, post, put};
use api_types::forum::{NewClosure, NewDeletion, NewMerge, NewSplit, ThreadLink, ThreadOrderPatch};
use api_types::{PostId, ThreadId};
use domain::{Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{Json, Member, Path};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(moderate_thread)
        .service(close_thread)
        .service(reopen_thread)
        .service(split_thread)
        .service(merge_thread)
        .service(delete_thread)
        .service(restore_thread)
        .service(delete_post)
        .service(restore_post);
}

/// Sets what moderators set of a thread: pinned, locked, slow, and the space that it is in.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), request_body = ThreadOrderPatch, responses((status = 204, description = "Set")), security(("session" = [])))]
#[patch("/threads/{id}/moderation")]
async fn moderate_thread(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    change: Json<ThreadOrderPatch>,
) -> ApiResult<HttpResponse> {
    forum::moderate_thread(&deps, &caller.0, id.0, &change.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Closes a thread; its author is mailed why.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), request_body = NewClosure, responses((status = 204, description = "Closed")), security(("session" = [])))]
#[put("/threads/{id}/closure")]
async fn close_thread(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    new: Json<NewClosure>,
) -> ApiResult<HttpResponse> {
    forum::close_thread(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Opens a closed thread again.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), responses((status = 204, description = "Open")), security(("session" = [])))]
#[delete("/threads/{id}/closure")]
async fn reopen_thread(deps: Data<Deps>, caller: Member, id: Path<ThreadId>) -> ApiResult<HttpResponse> {
    forum::reopen_thread(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Makes a thread of its own of some posts.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), request_body = NewSplit, responses((status = 201, body = ThreadLink, description = "The new thread")), security(("session" = [])))]
#[post("/threads/{id}/splits")]
async fn split_thread(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    new: Json<NewSplit>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(forum::split_thread(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Puts all that is in a thread into another one, to which its address leads from then on.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), request_body = NewMerge, responses((status = 200, body = ThreadLink, description = "The thread that it went into")), security(("session" = [])))]
#[post("/threads/{id}/merges")]
async fn merge_thread(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    new: Json<NewMerge>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::merge_thread(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Deletes a thread, which can be had back for 30 days.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), request_body = NewDeletion, responses((status = 204, description = "Deleted")), security(("session" = [])))]
#[put("/threads/{id}/deletion")]
async fn delete_thread(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    new: Json<NewDeletion>,
) -> ApiResult<HttpResponse> {
    forum::delete_thread(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Brings a deleted thread back.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), responses((status = 204, description = "It is there again")), security(("session" = [])))]
#[delete("/threads/{id}/deletion")]
async fn restore_thread(deps: Data<Deps>, caller: Member, id: Path<ThreadId>) -> ApiResult<HttpResponse> {
    forum::restore_thread(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Deletes an answer or a reply, which can be had back for 30 days.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id")), request_body = NewDeletion, responses((status = 204, description = "Deleted")), security(("session" = [])))]
#[put("/posts/{id}/deletion")]
async fn delete_post(
    deps: Data<Deps>,
    caller: Member,
    id: Path<PostId>,
    new: Json<NewDeletion>,
) -> ApiResult<HttpResponse> {
    forum::delete_post(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Brings a deleted answer or reply back.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id")), responses((status = 204, description = "It is there again")), security(("session" = [])))]
#[delete("/posts/{id}/deletion")]
async fn restore_post(deps: Data<Deps>, caller: Member, id: Path<PostId>) -> ApiResult<HttpResponse> {
    forum::restore_post(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
