//! Forum: questions, discussions, their answers and replies, votes.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, patch, post, put};
use api_types::forum::{
    AcceptedAnswer, NewPost, NewPreview, NewThread, NewVote, Post, PostQuery, Preview, Thread, ThreadKind, ThreadLink,
    ThreadPatch, ThreadQuery, ThreadSummary, Votes,
};
use api_types::{Page, PostId, ThreadId};
use domain::{Actor, Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::{ApiError, ApiResult};
use crate::extract::{IfMatch, Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_questions)
        .service(ask_question)
        .service(get_question)
        .service(update_question)
        .service(list_answers)
        .service(answer_question)
        .service(accept_answer)
        .service(list_discussions)
        .service(start_discussion)
        .service(get_discussion)
        .service(update_discussion)
        .service(list_replies)
        .service(reply_to_discussion)
        .service(update_post)
        .service(vote_on_post)
        .service(preview_markdown);
}

/// Leads from a thread that was merged into another one to where it went.
fn moved(into: &ThreadLink) -> HttpResponse {
    let kind = if into.kind == ThreadKind::Discussion { "discussions" } else { "questions" };
    HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, format!("/api/v1/{kind}/{}", into.id)))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(into)
}

/// An answer about a thread, or where the thread went when it is not there: only then is it looked for elsewhere, so that
/// answers that are kept ask the database nothing.
async fn or_moved(
    deps: &Deps,
    viewer: &Actor,
    id: ThreadId,
    answer: ApiResult<HttpResponse>,
) -> ApiResult<HttpResponse> {
    if answer.as_ref().is_err_and(ApiError::is_not_found)
        && let Some(into) = forum::merged_into(deps, viewer, id).await?
    {
        return Ok(moved(&into));
    }
    answer
}

/// Lists questions.
#[utoipa::path(tag = "forum", params(ThreadQuery), responses((status = 200, body = Page<ThreadSummary>, description = "A page of questions")), security((), ("session" = [])))]
#[get("/questions")]
async fn list_questions(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    query: Query<ThreadQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_questions(&deps, &viewer.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_questions(&deps, &viewer.0, &query.0.read()?).await?))
}

/// Asks a question.
#[utoipa::path(tag = "forum", request_body = NewThread, responses((status = 201, body = Thread, description = "The question", headers(("Location" = String, description = "Its address")))), security(("session" = [])))]
#[post("/questions")]
async fn ask_question(deps: Data<Deps>, caller: Member, new: Json<NewThread>) -> ApiResult<HttpResponse> {
    let question = forum::ask_question(&deps, &caller.0, &new.0.read()?).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/questions/{}", question.id)))
        .json(question))
}

/// Gets a question with its first answers.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The question's id")), responses((status = 200, body = Thread, description = "The question"), (status = 308, body = ThreadLink, description = "It was merged into another one, to which this leads", headers(("Location" = String, description = "Its address")))), security((), ("session" = [])))]
#[get("/questions/{id}")]
async fn get_question(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<ThreadId>,
) -> ApiResult<HttpResponse> {
    let read = forum::get_question(&deps, &viewer.0, id.0);
    let answer = if viewer.0 == Actor::Anonymous {
        public(&request, &deps, read).await
    } else {
        read.await.map(|thread| HttpResponse::Ok().json(thread)).map_err(Into::into)
    };
    or_moved(&deps, &viewer.0, id.0, answer).await
}

/// Changes a question that was read at the version in `If-Match`.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The question's id"), ("If-Match" = String, Header, description = "The version of its opening post that was read, in double quotes")), request_body = ThreadPatch, responses((status = 200, body = Thread, description = "The question")), security(("session" = [])))]
#[patch("/questions/{id}")]
async fn update_question(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    version: IfMatch,
    change: Json<ThreadPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(forum::update_question(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Lists further answers.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The question's id"), PostQuery), responses((status = 200, body = Page<Post>, description = "A page of answers")), security((), ("session" = [])))]
#[get("/questions/{id}/answers")]
async fn list_answers(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<ThreadId>,
    query: Query<PostQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_answers(&deps, &viewer.0, id.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_answers(&deps, &viewer.0, id.0, &query.0.read()?).await?))
}

/// Answers a question.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The question's id")), request_body = NewPost, responses((status = 201, body = Post, description = "The answer")), security(("session" = [])))]
#[post("/questions/{id}/answers")]
async fn answer_question(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    new: Json<NewPost>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(forum::answer_question(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Accepts an answer, or takes the acceptance back.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The question's id")), request_body = AcceptedAnswer, responses((status = 200, body = Thread, description = "The question")), security(("session" = [])))]
#[put("/questions/{id}/accepted-answer")]
async fn accept_answer(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    accepted: Json<AcceptedAnswer>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::accept_answer(&deps, &caller.0, id.0, &accepted.0.read()?).await?))
}

/// Lists discussions.
#[utoipa::path(tag = "forum", params(ThreadQuery), responses((status = 200, body = Page<ThreadSummary>, description = "A page of discussions")), security((), ("session" = [])))]
#[get("/discussions")]
async fn list_discussions(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    query: Query<ThreadQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_discussions(&deps, &viewer.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_discussions(&deps, &viewer.0, &query.0.read()?).await?))
}

/// Starts a discussion.
#[utoipa::path(tag = "forum", request_body = NewThread, responses((status = 201, body = Thread, description = "The discussion", headers(("Location" = String, description = "Its address")))), security(("session" = [])))]
#[post("/discussions")]
async fn start_discussion(deps: Data<Deps>, caller: Member, new: Json<NewThread>) -> ApiResult<HttpResponse> {
    let discussion = forum::start_discussion(&deps, &caller.0, &new.0.read()?).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/discussions/{}", discussion.id)))
        .json(discussion))
}

/// Gets a discussion with its first replies.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The discussion's id")), responses((status = 200, body = Thread, description = "The discussion"), (status = 308, body = ThreadLink, description = "It was merged into another one, to which this leads", headers(("Location" = String, description = "Its address")))), security((), ("session" = [])))]
#[get("/discussions/{id}")]
async fn get_discussion(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<ThreadId>,
) -> ApiResult<HttpResponse> {
    let read = forum::get_discussion(&deps, &viewer.0, id.0);
    let answer = if viewer.0 == Actor::Anonymous {
        public(&request, &deps, read).await
    } else {
        read.await.map(|thread| HttpResponse::Ok().json(thread)).map_err(Into::into)
    };
    or_moved(&deps, &viewer.0, id.0, answer).await
}

/// Changes a discussion that was read at the version in `If-Match`.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The discussion's id"), ("If-Match" = String, Header, description = "The version of its opening post that was read, in double quotes")), request_body = ThreadPatch, responses((status = 200, body = Thread, description = "The discussion")), security(("session" = [])))]
#[patch("/discussions/{id}")]
async fn update_discussion(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    version: IfMatch,
    change: Json<ThreadPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(forum::update_discussion(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Lists further replies.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The discussion's id"), PostQuery), responses((status = 200, body = Page<Post>, description = "A page of replies")), security((), ("session" = [])))]
#[get("/discussions/{id}/replies")]
async fn list_replies(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<ThreadId>,
    query: Query<PostQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_replies(&deps, &viewer.0, id.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_replies(&deps, &viewer.0, id.0, &query.0.read()?).await?))
}

/// Replies in a discussion.
#[utoipa::path(tag = "forum", params(("id" = ThreadId, Path, description = "The discussion's id")), request_body = NewPost, responses((status = 201, body = Post, description = "The reply")), security(("session" = [])))]
#[post("/discussions/{id}/replies")]
async fn reply_to_discussion(
    deps: Data<Deps>,
    caller: Member,
    id: Path<ThreadId>,
    new: Json<NewPost>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(forum::reply_to_discussion(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Changes an answer or a reply that was read at the version in `If-Match`.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = NewPost, responses((status = 200, body = Post, description = "The post")), security(("session" = [])))]
#[patch("/posts/{id}")]
async fn update_post(
    deps: Data<Deps>,
    caller: Member,
    id: Path<PostId>,
    version: IfMatch,
    change: Json<NewPost>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::update_post(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Votes on a post.
#[utoipa::path(tag = "forum", params(("id" = PostId, Path, description = "The post's id")), request_body = NewVote, responses((status = 200, body = Votes, description = "The votes after it")), security(("session" = [])))]
#[put("/posts/{id}/vote")]
async fn vote_on_post(
    deps: Data<Deps>,
    caller: Member,
    id: Path<PostId>,
    new: Json<NewVote>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::vote_on_post(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Renders markdown as it would be when posted.
#[utoipa::path(tag = "forum", request_body = NewPreview, responses((status = 200, body = Preview, description = "Sanitised HTML")), security(("session" = [])))]
#[post("/previews")]
async fn preview_markdown(_: Member, new: Json<NewPreview>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::preview_markdown(&new.0.read()?).await?))
}
