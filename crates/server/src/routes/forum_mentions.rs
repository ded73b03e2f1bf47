//! Mentioning members.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, put};
use api_types::accounts::MemberSummary;
use api_types::forum::{MentionQuery, MentionSettings};
use domain::{Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{Json, Member, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list_mention_candidates).service(get_mention_settings).service(update_mention_settings);
}

/// Lists at most seven members in whose name a word begins with what is typed, by name; the caller is not among them.
#[utoipa::path(tag = "forum", params(MentionQuery), responses((status = 200, body = Vec<MemberSummary>, description = "The members")), security(("session" = [])))]
#[get("/mention-candidates")]
async fn list_mention_candidates(
    deps: Data<Deps>,
    caller: Member,
    query: Query<MentionQuery>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::list_mention_candidates(&deps, &caller.0, &query.0.read()?).await?))
}

/// Gets whether mails tell the caller that they are mentioned.
#[utoipa::path(tag = "forum", responses((status = 200, body = MentionSettings, description = "The settings")), security(("session" = [])))]
#[get("/me/mention-settings")]
async fn get_mention_settings(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::get_mention_settings(&deps, &caller.0).await?))
}

/// Sets whether mails tell the caller that they are mentioned.
#[utoipa::path(tag = "forum", request_body = MentionSettings, responses((status = 200, body = MentionSettings, description = "The settings")), security(("session" = [])))]
#[put("/me/mention-settings")]
async fn update_mention_settings(
    deps: Data<Deps>,
    caller: Member,
    new: Json<MentionSettings>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(forum::update_mention_settings(&deps, &caller.0, &new.0.read()?).await?))
}
