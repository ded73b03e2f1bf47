//! The code of conduct, and the note about it for who posts for the first time.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, put};
use api_types::conduct::{CodeOfConduct, FirstPostNote, LanguageQuery, NewCodeOfConduct};
use domain::{Deps, admin, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{Admin, IfMatch, Json, MaybeActor, Member, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(get_code_of_conduct)
        .service(update_code_of_conduct)
        .service(get_first_post_note)
        .service(dismiss_first_post_note);
}

/// Gets the code of conduct in a language: the network's own, or the one that comes with the software.
#[utoipa::path(tag = "admin", params(LanguageQuery), responses((status = 200, body = CodeOfConduct, description = "The code of conduct")), security((), ("session" = [])))]
#[get("/code-of-conduct")]
async fn get_code_of_conduct(
    request: HttpRequest,
    deps: Data<Deps>,
    _: MaybeActor,
    query: Query<LanguageQuery>,
) -> ApiResult<HttpResponse> {
    let language = query.0.read()?.language;
    public(&request, &deps, admin::get_code_of_conduct(&deps, language)).await
}

/// Changes the code of conduct that was read at the version in `If-Match`, in one language.
#[utoipa::path(tag = "admin", params(("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = NewCodeOfConduct, responses((status = 200, body = CodeOfConduct, description = "The code of conduct")), security(("session" = [])))]
#[put("/code-of-conduct")]
async fn update_code_of_conduct(
    deps: Data<Deps>,
    _: Admin,
    version: IfMatch,
    new: Json<NewCodeOfConduct>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(admin::update_code_of_conduct(&deps, version.0.read()?, &new.0.read()?).await?))
}

/// Gets the note for who posts for the first time, if it is to be shown to the caller.
#[utoipa::path(tag = "forum", params(LanguageQuery), responses((status = 200, body = FirstPostNote, description = "The note")), security(("session" = [])))]
#[get("/me/first-post-note")]
async fn get_first_post_note(deps: Data<Deps>, caller: Member, query: Query<LanguageQuery>) -> ApiResult<HttpResponse> {
    let language = query.0.read()?.language;
    Ok(HttpResponse::Ok().json(forum::get_first_post_note(&deps, &caller.0, language).await?))
}

/// Puts the note for who posts for the first time away for good.
#[utoipa::path(tag = "forum", responses((status = 204, description = "It is shown no more")), security(("session" = [])))]
#[delete("/me/first-post-note")]
async fn dismiss_first_post_note(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    forum::dismiss_first_post_note(&deps, &caller.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
