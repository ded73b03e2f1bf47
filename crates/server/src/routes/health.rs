//! Whether the server lives, whether it is ready, and the keys that its tokens can be checked with.

use actix_web::web::Data;
use actix_web::{HttpResponse, Responder, get};
use api_types::ErrorCode;
use api_types::admin::Health;
use domain::Deps;

use crate::error::{ApiError, ApiResult};
use crate::serve::Http;

/// Tells whether the process lives.
#[utoipa::path(tag = "admin", responses((status = 200, body = Health, description = "It lives")), security(()))]
#[get("/health/live")]
pub(super) async fn get_liveness() -> impl Responder {
    HttpResponse::Ok().json(Health { status: "live".into() })
}

/// Tells whether the server can take requests.
///
/// False while it stops, so that balancers send no more, and while the database does not answer.
#[utoipa::path(tag = "admin", responses((status = 200, body = Health, description = "It is ready")), security(()))]
#[get("/health/ready")]
pub(super) async fn get_readiness(deps: Data<Deps>, http: Data<Http>) -> ApiResult<HttpResponse> {
    if http.draining.is_draining() {
        return Err(ApiError::new(ErrorCode::Unavailable, "The server is stopping."));
    }
    domain::admin::get_network(&deps).await.map_err(|_| ApiError::from(domain::Error::Unavailable))?;
    Ok(HttpResponse::Ok().json(Health { status: "ready".into() }))
}

/// Gives the public keys of the access tokens, as a JSON Web Key Set (RFC 7517).
#[utoipa::path(tag = "accounts", responses((status = 200, body = serde_json::Value, description = "The keys")), security(()))]
#[get("/.well-known/jwks.json")]
pub(super) async fn get_keys(deps: Data<Deps>) -> impl Responder {
    HttpResponse::Ok().json(deps.keys.jwks())
}

/// Panics, for tests.
#[get("/debug/panic")]
#[expect(clippy::panic, reason = "this is what it is for; the route exists in tests alone")]
pub(super) async fn panic() -> HttpResponse {
    panic!("on request");
}
