//! Forum: questions, answers, votes.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, patch, post, put};
use api_types::forum::{
    AcceptedAnswer, Answer, AnswerQuery, NewAnswer, NewPreview, NewQuestion, NewVote, Preview, Question, QuestionPatch,
    QuestionQuery, QuestionSummary, Votes,
};
use api_types::{AnswerId, Page, QuestionId};
use domain::{Actor, Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{IfMatch, Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_questions)
        .service(ask_question)
        .service(get_question)
        .service(update_question)
        .service(vote_on_question)
        .service(list_answers)
        .service(answer_question)
        .service(accept_answer)
        .service(update_answer)
        .service(vote_on_answer)
        .service(preview_markdown);
}

/// Lists questions.
#[utoipa::path(tag = "forum", params(QuestionQuery), responses((status = 200, body = Page<QuestionSummary>, description = "A page of questions")), security((), ("session" = [])))]
#[get("/questions")]
async fn list_questions(
    request: HttpRequest,
    deps: Data<Deps>,
    _: MaybeActor,
    query: Query<QuestionQuery>,
) -> ApiResult<HttpResponse> {
    public(&request, &deps, forum::list_questions(&deps, &query.0.read()?)).await
}

/// Asks a question.
#[utoipa::path(tag = "forum", request_body = NewQuestion, responses((status = 201, body = Question, description = "The question", headers(("Location" = String, description = "Its address")))), security(("session" = [])))]
#[post("/questions")]
async fn ask_question(deps: Data<Deps>, caller: Member, new: Json<NewQuestion>) -> ApiResult<HttpResponse> {
    let question = forum::ask_question(&deps, &caller.0, &new.0.read()?).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/questions/{}", question.id)))
        .json(question))
}

/// Gets a question with its first answers.
#[utoipa::path(tag = "forum", params(("id" = QuestionId, Path, description = "The question's id")), responses((status = 200, body = Question, description = "The question")), security((), ("session" = [])))]
#[get("/questions/{id}")]
async fn get_question(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<QuestionId>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::get_question(&deps, &viewer.0, id.0)).await;
    }
    Ok(HttpResponse::Ok().json(forum::get_question(&deps, &viewer.0, id.0).await?))
}

/// Changes a question that was read at the version in `If-Match`.
#[utoipa::path(tag = "forum", params(("id" = QuestionId, Path, description = "The question's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = QuestionPatch, responses((status = 200, body = Question, description = "The question")), security(("session" = [])))]
#[patch("/questions/{id}")]
async fn update_question(
    deps: Data<Deps>,
    caller: Member,
    id: Path<QuestionId>,
    version: IfMatch,
    change: Json<QuestionPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(forum::update_question(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Votes on a question.
#[utoipa::path(tag = "forum", params(("id" = QuestionId, Path, description = "The question's id")), request_body = NewVote, responses((status = 200, body = Votes, description = "The votes after it")), security(("session" = [])))]
#[put("/questions/{id}/vote")]
async fn vote_on_question(
    deps: Data<Deps>,
    caller: Member,
    id: Path<QuestionId>,
    new: Json<NewVote>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::vote_on_question(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Lists further answers to a question.
#[utoipa::path(tag = "forum", params(("id" = QuestionId, Path, description = "The question's id"), AnswerQuery), responses((status = 200, body = Page<Answer>, description = "A page of answers")), security((), ("session" = [])))]
#[get("/questions/{id}/answers")]
async fn list_answers(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    id: Path<QuestionId>,
    query: Query<AnswerQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, forum::list_answers(&deps, &viewer.0, id.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(forum::list_answers(&deps, &viewer.0, id.0, &query.0.read()?).await?))
}

/// Answers a question.
#[utoipa::path(tag = "forum", params(("id" = QuestionId, Path, description = "The question's id")), request_body = NewAnswer, responses((status = 201, body = Answer, description = "The answer")), security(("session" = [])))]
#[post("/questions/{id}/answers")]
async fn answer_question(
    deps: Data<Deps>,
    caller: Member,
    id: Path<QuestionId>,
    new: Json<NewAnswer>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(forum::answer_question(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Accepts an answer, or takes the acceptance back.
#[utoipa::path(tag = "forum", params(("id" = QuestionId, Path, description = "The question's id")), request_body = AcceptedAnswer, responses((status = 200, body = Question, description = "The question")), security(("session" = [])))]
#[put("/questions/{id}/accepted-answer")]
async fn accept_answer(
    deps: Data<Deps>,
    caller: Member,
    id: Path<QuestionId>,
    accepted: Json<AcceptedAnswer>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::accept_answer(&deps, &caller.0, id.0, &accepted.0.read()?).await?))
}

/// Changes an answer that was read at the version in `If-Match`.
#[utoipa::path(tag = "forum", params(("id" = AnswerId, Path, description = "The answer's id"), ("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = NewAnswer, responses((status = 200, body = Answer, description = "The answer")), security(("session" = [])))]
#[patch("/answers/{id}")]
async fn update_answer(
    deps: Data<Deps>,
    caller: Member,
    id: Path<AnswerId>,
    version: IfMatch,
    change: Json<NewAnswer>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .json(forum::update_answer(&deps, &caller.0, id.0, version.0.read()?, &change.0.read()?).await?))
}

/// Votes on an answer.
#[utoipa::path(tag = "forum", params(("id" = AnswerId, Path, description = "The answer's id")), request_body = NewVote, responses((status = 200, body = Votes, description = "The votes after it")), security(("session" = [])))]
#[put("/answers/{id}/vote")]
async fn vote_on_answer(
    deps: Data<Deps>,
    caller: Member,
    id: Path<AnswerId>,
    new: Json<NewVote>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::vote_on_answer(&deps, &caller.0, id.0, &new.0.read()?).await?))
}

/// Renders markdown as it would be when posted.
#[utoipa::path(tag = "forum", request_body = NewPreview, responses((status = 200, body = Preview, description = "Sanitised HTML")), security(("session" = [])))]
#[post("/previews")]
async fn preview_markdown(_: Member, new: Json<NewPreview>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::preview_markdown(&new.0.read()?).await?))
}
