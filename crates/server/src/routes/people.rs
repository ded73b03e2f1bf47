//! People: profiles, pictures, and finding members.

use actix_web::dev::Payload as DevPayload;
use actix_web::http::header;
use actix_web::web::{Data, Payload};
use actix_web::{HttpResponse, delete, get, patch, put};
use api_types::accounts::NewRole;
use api_types::limits::PICTURE_BYTES;
use api_types::people::{Member as MemberPage, MemberEntry, MemberQuery, Profile, ProfilePatch, Skill, SkillQuery};
use api_types::{MemberId, Page};
use domain::{Deps, accounts, people};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{self, Admin, IfMatch, Json, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list_members)
        .service(get_member)
        .service(get_profile)
        .service(update_profile)
        .service(set_picture)
        .service(delete_picture)
        .service(get_picture)
        .service(list_skills)
        .service(set_member_role);
}

/// Lists members, by name.
#[utoipa::path(tag = "people", params(MemberQuery), responses((status = 200, body = Page<MemberEntry>, description = "A page of members")), security(("session" = [])))]
#[get("/members")]
async fn list_members(deps: Data<Deps>, _: Member, query: Query<MemberQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(people::list_members(&deps, &query.0.read()?).await?))
}

/// Gets a member's page, as far as the caller may see it.
#[utoipa::path(tag = "people", params(("id" = MemberId, Path, description = "The member's id")), responses((status = 200, body = MemberPage, description = "The member")), security((), ("session" = [])))]
#[get("/members/{id}")]
async fn get_member(deps: Data<Deps>, viewer: MaybeActor, id: Path<MemberId>) -> ApiResult<HttpResponse> {
    // Kept in no memory: what somebody hides is hidden on every node at once.
    Ok(HttpResponse::Ok().json(people::get_member(&deps, &viewer.0, id.0).await?))
}

/// Gets the caller's own profile.
#[utoipa::path(tag = "people", responses((status = 200, body = Profile, description = "The profile")), security(("session" = [])))]
#[get("/me/profile")]
async fn get_profile(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(people::get_profile(&deps, &caller.0).await?))
}

/// Changes the caller's own profile, which was read at the version in `If-Match`.
#[utoipa::path(tag = "people", params(("If-Match" = String, Header, description = "The version that was read, in double quotes")), request_body = ProfilePatch, responses((status = 200, body = Profile, description = "The profile")), security(("session" = [])))]
#[patch("/me/profile")]
async fn update_profile(
    deps: Data<Deps>,
    caller: Member,
    version: IfMatch,
    change: Json<ProfilePatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(people::update_profile(&deps, &caller.0, version.0.read()?, &change.0.read()?).await?))
}

/// Sets the caller's picture.
///
/// The body is the file itself, at most 6 MiB: JPEG, PNG or WebP. A small square picture is made of it; nothing else
/// of the file is kept.
#[utoipa::path(tag = "people", request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file"), responses((status = 200, body = Profile, description = "The profile, with the picture's path")), security(("session" = [])))]
#[put("/me/picture")]
async fn set_picture(deps: Data<Deps>, caller: Member, body: Payload) -> ApiResult<HttpResponse> {
    let mut payload: DevPayload = body.into_inner();
    let bytes = extract::read(&mut payload, PICTURE_BYTES).await?;
    Ok(HttpResponse::Ok().json(people::set_picture(&deps, &caller.0, bytes).await?))
}

/// Takes the caller's picture away.
#[utoipa::path(tag = "people", responses((status = 204, description = "Taken away")), security(("session" = [])))]
#[delete("/me/picture")]
async fn delete_picture(deps: Data<Deps>, caller: Member) -> ApiResult<HttpResponse> {
    people::delete_picture(&deps, &caller.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gets a picture by its address, which is told to those who may see it.
#[utoipa::path(tag = "people", params(("key" = String, Path, description = "The last part of the picture's path")), responses((status = 200, body = Vec<u8>, content_type = "image/jpeg", description = "The picture")), security((), ("session" = [])))]
#[get("/pictures/{key}")]
async fn get_picture(deps: Data<Deps>, _: MaybeActor, key: Path<String>) -> ApiResult<HttpResponse> {
    let (media_type, bytes) = people::get_picture(&deps, &key.0).await?;
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        // Another picture has another address. Only the browser of whom it was shown to keeps it.
        .insert_header((header::CACHE_CONTROL, "private, max-age=31536000, immutable"))
        .body(bytes))
}

/// Lists the skills in use, the most used first.
#[utoipa::path(tag = "people", params(SkillQuery), responses((status = 200, body = Vec<Skill>, description = "The skills")), security(("session" = [])))]
#[get("/skills")]
async fn list_skills(deps: Data<Deps>, _: Member, query: Query<SkillQuery>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(people::list_skills(&deps, &query.0.read()?).await?))
}

/// Makes a member a moderator or an administrator, or takes that back; never oneself, and never the last one.
#[utoipa::path(tag = "accounts", params(("id" = MemberId, Path, description = "The member's id")), request_body = NewRole, responses((status = 204, description = "The member has the role from now on")), security(("session" = [])))]
#[put("/members/{id}/role")]
async fn set_member_role(
    deps: Data<Deps>,
    caller: Admin,
    id: Path<MemberId>,
    new: Json<NewRole>,
) -> ApiResult<HttpResponse> {
    accounts::set_member_role(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}
