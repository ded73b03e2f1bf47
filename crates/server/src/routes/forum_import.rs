//! Importing threads from elsewhere.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use api_types::forum::{ThreadImportQuery, ThreadImportReport};
use domain::{Deps, forum};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiResult;
use crate::extract::{Admin, JsonLines, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(import_threads);
}

/// Imports questions and discussions from elsewhere, or previews the import.
///
/// Takes JSON lines, one thread a line, in the format of docs/import-threads.md. What is known is updated, never
/// doubled, and what members have edited or deleted stays; a bad line never stops the rest. Authors come in as members
/// who cannot sign in. Files larger than this takes go through the command `commonshelf import threads`.
#[utoipa::path(tag = "forum", params(ThreadImportQuery), request_body(content = String, content_type = "application/x-ndjson", description = "The threads, at most 10 MiB"), responses((status = 201, body = ThreadImportReport, description = "What was done, or would be")), security(("session" = [])))]
#[post("/thread-imports")]
async fn import_threads(
    deps: Data<Deps>,
    _: Admin,
    query: Query<ThreadImportQuery>,
    lines: JsonLines,
) -> ApiResult<HttpResponse> {
    let (query, lines) = (query.0.read()?, lines.0.read()?);
    Ok(HttpResponse::Created().json(forum::import_threads(&deps, &query, lines.as_slice(), |_| ()).await?))
}
