//! Personal data: taking it along, having it erased.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use api_types::MemberId;
use api_types::privacy::{DataExport, NewErasure};
use domain::{Deps, privacy};
use utoipa_actix_web::service_config::ServiceConfig;

use super::accounts::{refuse_foreign, signed_out};
use crate::error::ApiResult;
use crate::extract::{Admin, Applicant, Json, Path};
use crate::serve::Http;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(export_my_data).service(erase_me).service(export_member_data).service(erase_member);
}

/// Gives everything that is kept of the caller, to read or to take along.
#[utoipa::path(tag = "accounts", responses((status = 201, body = DataExport, description = "The data")), security(("session" = [])))]
#[post("/me/data-exports")]
async fn export_my_data(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created()
        .insert_header(("Cache-Control", "no-store"))
        .json(privacy::export_my_data(&deps, &caller.0).await?))
}

/// Erases the caller: everything that tells who it was goes, and what was written stays without the name or goes too.
///
/// It cannot be undone.
#[utoipa::path(tag = "accounts", request_body = NewErasure, responses((status = 204, description = "Erased, and signed out")), security(("session" = [])))]
#[post("/me/erasure")]
async fn erase_me(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    caller: Applicant,
    new: Json<NewErasure>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    privacy::erase_me(&deps, &caller.0, &new.0.read()?).await?;
    Ok(signed_out(&http))
}

/// Gives everything that is kept of a member who cannot sign in, such as one who is suspended.
#[utoipa::path(tag = "accounts", params(("id" = MemberId, Path, description = "The member's id")), responses((status = 201, body = DataExport, description = "The data")), security(("session" = [])))]
#[post("/members/{id}/data-exports")]
async fn export_member_data(deps: Data<Deps>, caller: Admin, id: Path<MemberId>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created()
        .insert_header(("Cache-Control", "no-store"))
        .json(privacy::export_member_data(&deps, &caller.0, id.0).await?))
}

/// Erases a member who asked for it and cannot sign in, such as one who is suspended. It cannot be undone.
#[utoipa::path(tag = "accounts", params(("id" = MemberId, Path, description = "The member's id")), request_body = NewErasure, responses((status = 204, description = "Erased")), security(("session" = [])))]
#[post("/members/{id}/erasure")]
async fn erase_member(
    deps: Data<Deps>,
    caller: Admin,
    id: Path<MemberId>,
    new: Json<NewErasure>,
) -> ApiResult<HttpResponse> {
    privacy::erase_member(&deps, &caller.0, id.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}
