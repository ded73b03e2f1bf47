//! Search.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use api_types::search::{SearchQuery, SearchResults};
use domain::{Actor, Deps};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::cache::public;
use crate::error::ApiResult;
use crate::extract::{MaybeActor, Query};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(search);
}

/// Searches questions, answers and resources.
///
/// The last word may be unfinished; words spelt much alike are taken when nothing else is found.
#[utoipa::path(tag = "search", params(SearchQuery), responses((status = 200, body = SearchResults, description = "What was found")), security((), ("session" = [])))]
#[get("/search")]
async fn search(
    request: HttpRequest,
    deps: Data<Deps>,
    viewer: MaybeActor,
    query: Query<SearchQuery>,
) -> ApiResult<HttpResponse> {
    if viewer.0 == Actor::Anonymous {
        return public(&request, &deps, domain::search::search(&deps, &viewer.0, &query.0.read()?)).await;
    }
    Ok(HttpResponse::Ok().json(domain::search::search(&deps, &viewer.0, &query.0.read()?).await?))
}
