//! Finding one's way in the forum: comments, reactions, parts of long threads.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, put};
use api_types::forum::{
    Comment, CommentVote, NewComment, NewCommentVote, NewReaction, PostQuery, PostWindow, PostWindowQuery, Reaction,
};
use api_types::{CommentId, Page, PostId, ThreadId};
use domain::{Actor, Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{IfMatch, Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_comments)
        .service(add_comment)
        .service(update_comment)
        .service(delete_comment)
        .service(restore_comment)
        .service(vote_on_comment)
        .service(react_to_post)
        .service(list_posts_around);
}

/// Lists the comments on a post, the oldest first.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id"), PostQuery), responses((status = 200, body = Page<Comment>, description = "A page of comments")), security((), ("session" = [])))]
#[get("/posts/{id}/comments")]
async fn list_comments(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<PostId>,
    query: Query<PostQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_comments(&deps, &viewer.0, id.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_comments(&deps, &viewer.0, id.0, &query.0.read()?).await?))
}

/// Comments on a post.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id")), request_body = NewComment, responses((status = 201, body = Comment, description = "The comment", headers(("Location" = String, description = "Where the post's comments are")))), security(("session" = [])))]
#[post("/posts/{id}/comments")]
async fn add_comment(
    deps: Data<Deps>,
    caller: Member,
    id: Path<PostId>,
    new: Json<NewComment>,
) -> ApiResult<HttpResponse> {
    let comment = forum::add_comment(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/posts/{}/comments", comment.post_id)))
        .json(comment))
}

/// Changes a comment that was read at the version in `If-Match`.
#[utoipa::path(tag = "forum", params(("id" = CommentId, Path, description = "The comment's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = NewComment, responses((status = 200, body = Comment, description = "The comment")), security(("session" = [])))]
#[patch("/comments/{id}")]
async fn update_comment(
    deps: Data<Deps>,
    caller: Member,
    id: Path<CommentId>,
    version: IfMatch,
    change: Json<NewComment>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(forum::update_comment(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Deletes a comment, which can be undone.
#[utoipa::path(tag = "forum", params(("id" = CommentId, Path, description = "The comment's id")), responses((status = 204, description = "It is deleted")), security(("session" = [])))]
#[delete("/comments/{id}")]
async fn delete_comment(deps: Data<Deps>, caller: Member, id: Path<CommentId>) -> ApiResult<HttpResponse> {
    forum::delete_comment(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Brings back a comment that was deleted.
#[utoipa::path(tag = "forum", params(("id" = CommentId, Path, description = "The comment's id")), responses((status = 200, body = Comment, description = "The comment")), security(("session" = [])))]
#[post("/comments/{id}/restoration")]
async fn restore_comment(deps: Data<Deps>, caller: Member, id: Path<CommentId>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::restore_comment(&deps, &caller.0, id.0).await?))
}

/// Says that a comment is useful, or takes that back.
#[utoipa::path(tag = "forum", params(("id" = CommentId, Path, description = "The comment's id")), request_body = NewCommentVote, responses((status = 200, body = CommentVote, description = "The votes after it")), security(("session" = [])))]
#[put("/comments/{id}/vote")]
async fn vote_on_comment(
    deps: Data<Deps>,
    caller: Member,
    id: Path<CommentId>,
    new: Json<NewCommentVote>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::vote_on_comment(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Reacts to a post, or takes the reaction back.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id")), request_body = NewReaction, responses((status = 200, body = Vec<Reaction>, description = "The reactions after it")), security(("session" = [])))]
#[put("/posts/{id}/reactions")]
async fn react_to_post(
    deps: Data<Deps>,
    caller: Member,
    id: Path<PostId>,
    new: Json<NewReaction>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::react_to_post(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Lists part of a thread: around a number, before one or after one.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id"), PostWindowQuery), responses((status = 200, body = PostWindow, description = "The posts")), security((), ("session" = [])))]
#[get("/threads/{id}/posts")]
async fn list_posts_around(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<ThreadId>,
    query: Query<PostWindowQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_posts_around(&deps, &viewer.0, id.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_posts_around(&deps, &viewer.0, id.0, &query.0.read()?).await?))
}
