//! Forum: files and pictures within posts.

use actix_web::dev::Payload as DevPayload;
use actix_web::http::header;
use actix_web::web::{Data, Payload};
use actix_web::{HttpResponse, get, post};
use api_types::forum::{Attachment, AttachmentQuery};
use api_types::limits::FILE_BYTES;
use domain::{Deps, forum};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{self, MaybeActor, Member, Path, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(upload_attachment).service(get_attachment);
}

/// Uploads a file or picture, to be put into a post.
///
/// The body is the file itself, at most 20 MiB: PDF, Word, spreadsheet, slides, picture or plain text. Its type is
/// found in its first bytes and must agree with the ending of its name. Pictures are made anew.
#[utoipa::path(tag = "forum", params(AttachmentQuery), request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file"), responses((status = 201, body = Attachment, description = "The file as stored")), security(("session" = [])))]
#[post("/attachments")]
async fn upload_attachment(
    deps: Data<Deps>,
    caller: Member,
    query: Query<AttachmentQuery>,
    body: Payload,
) -> ApiResult<HttpResponse> {
    let query = query.0.read()?;
    let mut payload: DevPayload = body.into_inner();
    let bytes = extract::read(&mut payload, FILE_BYTES).await?;
    Ok(HttpResponse::Created().json(forum::upload_attachment(&deps, &caller.0, &query.name, bytes).await?))
}

/// Gets a file or picture by its address, which stands in a post and is told to those who may read that.
#[utoipa::path(tag = "forum", params(("key" = String, Path, description = "The last part of its path")), responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "The file")), security((), ("session" = [])))]
#[get("/attachments/{key}")]
async fn get_attachment(deps: Data<Deps>, _: MaybeActor, key: Path<String>) -> ApiResult<HttpResponse> {
    let (attachment, bytes) = forum::get_attachment(&deps, &key.0).await?;
    let mut response = HttpResponse::Ok();
    if !attachment.is_picture {
        // What people upload never runs in our origin: it is saved, not shown.
        let encoded = utf8_percent_encode(&attachment.name, NON_ALPHANUMERIC);
        response.insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{encoded}")));
    }
    Ok(response
        .content_type(attachment.media_type)
        .insert_header((header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        // It may go with its post, and then it is to be gone.
        .insert_header((header::CACHE_CONTROL, "private, max-age=3600"))
        .body(bytes))
}
