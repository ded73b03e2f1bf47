//! What members follow and keep, and how far they have read.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use api_types::forum::{
    Bookmark, Follow, FollowKind, FollowSettings, FollowState, KeptQuery, NewBookmark, NewFollow, NewView,
    ThreadCountQuery, ThreadCounts, ThreadRead,
};
use api_types::{Page, ThreadId};
use domain::{Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use super::accounts::address_of;
use crate::error::ApiResult;
use crate::extract::{Json, MaybeActor, Member, Path, Query};
use crate::serve::Http;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(count_threads)
        .service(set_follow)
        .service(list_follows)
        .service(get_follow)
        .service(get_follow_settings)
        .service(update_follow_settings)
        .service(unfollow_by_mail)
        .service(save_bookmark)
        .service(delete_bookmark)
        .service(list_bookmarks)
        .service(view_thread);
}

/// Follows a thread, a tag, a shelf, a space or a member, or follows it no longer.
#[utoipa::path(tag = "forum", request_body = NewFollow, responses((status = 200, body = FollowState, description = "Whether it is followed now")), security(("session" = [])))]
#[put("/me/follows")]
async fn set_follow(deps: Data<Deps>, caller: Member, new: Json<NewFollow>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::set_follow(&deps, &caller.0, &new.0.read()?).await?))
}

/// Lists what the caller follows, the newest first.
#[utoipa::path(tag = "forum", params(KeptQuery), responses((status = 200, body = Page<Follow>, description = "A page of what is followed")), security(("session" = [])))]
#[get("/me/follows")]
async fn list_follows(deps: Data<Deps>, caller: Member, query: Query<KeptQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::list_follows(&deps, &caller.0, &query.0.read()?).await?))
}

/// Gets whether the caller follows something.
#[utoipa::path(tag = "forum", params(("kind" = FollowKind, Path, description = "What it is"), ("id" = i64, Path, description = "Its id", minimum = 1)), responses((status = 200, body = FollowState, description = "Whether it is followed")), security(("session" = [])))]
#[get("/me/follows/{kind}/{id}")]
async fn get_follow(deps: Data<Deps>, caller: Member, path: Path<(FollowKind, i64)>) -> ApiResult<HttpResponse> {
    let (kind, id) = path.0;
    Ok(HttpResponse::Ok().json(forum::get_follow(&deps, &caller.0, kind, id).await?))
}

/// Gets whether mails tell the caller of what is followed.
#[utoipa::path(tag = "forum", responses((status = 200, body = FollowSettings, description = "The settings")), security(("session" = [])))]
#[get("/me/follow-settings")]
async fn get_follow_settings(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::get_follow_settings(&deps, &caller.0).await?))
}

/// Sets whether mails tell the caller of what is followed.
#[utoipa::path(tag = "forum", request_body = FollowSettings, responses((status = 200, body = FollowSettings, description = "The settings")), security(("session" = [])))]
#[put("/me/follow-settings")]
async fn update_follow_settings(
    deps: Data<Deps>,
    caller: Member,
    new: Json<FollowSettings>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::update_follow_settings(&deps, &caller.0, &new.0.read()?).await?))
}

/// Ends following a thread, or mails about mentions, with the secret of such a mail. Mail programs call it too (RFC
/// 8058), so that it takes any body.
#[utoipa::path(tag = "forum", params(("secret" = String, Path, description = "The secret in the mail", max_length = 200)), responses((status = 204, description = "No such mail comes any more")), security(()))]
#[post("/unfollow/{secret}")]
async fn unfollow_by_mail(deps: Data<Deps>, secret: Path<String>) -> ApiResult<HttpResponse> {
    forum::unfollow_by_mail(&deps, &secret.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Keeps a thread, or changes the note that it is kept with.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), request_body = NewBookmark, responses((status = 204, description = "It is kept")), security(("session" = [])))]
#[put("/threads/{id}/bookmark")]
async fn save_bookmark(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    new: Json<NewBookmark>,
) -> ApiResult<HttpResponse> {
    forum::save_bookmark(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Keeps a thread no longer.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), responses((status = 204, description = "It is kept no longer")), security(("session" = [])))]
#[delete("/threads/{id}/bookmark")]
async fn delete_bookmark(deps: Data<Deps>, caller: Member, id: Path<ThreadId>) -> ApiResult<HttpResponse> {
    forum::delete_bookmark(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lists the threads that the caller keeps, the newest first.
#[utoipa::path(tag = "forum", params(KeptQuery), responses((status = 200, body = Page<Bookmark>, description = "A page of bookmarks")), security(("session" = [])))]
#[get("/me/bookmarks")]
async fn list_bookmarks(deps: Data<Deps>, caller: Member, query: Query<KeptQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::list_bookmarks(&deps, &caller.0, &query.0.read()?).await?))
}

/// Looks at a thread: counts it once a day for each who looks, and keeps how far a member has read.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The thread's id")), request_body = NewView, responses((status = 200, body = ThreadRead, description = "How often it was looked at, and how far it is read")), security((), ("session" = [])))]
#[post("/threads/{id}/views")]
async fn view_thread(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    viewer: MaybeActor,
    id: Path<ThreadId>,
    new: Json<NewView>,
) -> ApiResult<HttpResponse> {
    let address = address_of(&request, &http);
    Ok(HttpResponse::Ok().json(forum::view_thread(&deps, &viewer.0, id.0, &address, &new.0.read()?).await?))
}

/// Counts the threads in the views of a list, 100 at most in each.
#[utoipa::path(tag = "forum", params(ThreadCountQuery), responses((status = 200, body = ThreadCounts, description = "How many there are")), security((), ("session" = [])))]
#[get("/threads/counts")]
async fn count_threads(
    deps: Data<Deps>,
    viewer: MaybeActor,
    query: Query<ThreadCountQuery>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::count_threads(&deps, &viewer.0, &query.0.read()?).await?))
}
