//! The frame around every request: its id, the security headers, problems for all failures, the log.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpResponse};
use api_types::{ErrorCode, Problem};
use futures_util::FutureExt;

use crate::error::{ApiError, Cause};
use crate::serve::Http;

/// The content security policy of everything but uploads.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; font-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; \
    report-to policy";

/// The policy of the documentation's pages, whose files style themselves as they go.
const DOCUMENTATION_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; object-src 'none'; \
    form-action 'self'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (HeaderName::from_static("reporting-endpoints"), "policy=\"/api/v1/policy-reports\""),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()",
    ),
];

/// The middleware. A panic in a handler ends that request alone, with a problem.
pub async fn frame(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = Instant::now();
    let request_id = new_request_id();
    let method = request.method().clone();
    let path = request.path().to_owned();
    let origin = Origin::of(&request);

    if method == Method::OPTIONS
        && origin.allowed.is_some()
        && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
    {
        let mut response = HttpResponse::NoContent()
            .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE"))
            .insert_header((
                header::ACCESS_CONTROL_ALLOW_HEADERS,
                "authorization, content-type, if-match, if-none-match",
            ))
            .insert_header((header::ACCESS_CONTROL_MAX_AGE, "600"))
            .finish();
        dress(response.headers_mut(), &request_id, &origin);
        return Ok(request.into_response(response));
    }

    let outcome = AssertUnwindSafe(next.call(request)).catch_unwind().await;
    match outcome {
        Ok(Ok(response)) => {
            let mut response = response.map_into_boxed_body();
            let status = response.status();
            let cause = response.response().extensions().get::<Cause>().cloned();
            if status.is_client_error() || status.is_server_error() {
                let problem = response.response().extensions().get::<Problem>().cloned();
                let problem = problem.unwrap_or_else(|| generic(status).problem());
                response = response.map_body(|head, _| body_of(head.headers_mut(), problem, &request_id));
            }
            if path.starts_with("/api/docs/") {
                let policy = HeaderValue::from_static(DOCUMENTATION_POLICY);
                response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
            }
            dress(response.headers_mut(), &request_id, &origin);
            log(&method, &path, status, started, &request_id, cause.as_ref());
            Ok(response)
        }
        Ok(Err(error)) => {
            let status = error.as_response_error().status_code();
            let shown = generic(if status.is_client_error() { status } else { StatusCode::INTERNAL_SERVER_ERROR });
            log(&method, &path, status, started, &request_id, Some(&Cause(error.to_string())));
            Err(bare(&shown, &request_id, &origin))
        }
        Err(panic) => {
            let text = panic
                .downcast_ref::<&str>()
                .map(ToString::to_string)
                .or_else(|| panic.downcast_ref::<String>().cloned())
                .unwrap_or_default();
            log(
                &method,
                &path,
                StatusCode::INTERNAL_SERVER_ERROR,
                started,
                &request_id,
                Some(&Cause(format!("panic: {text}"))),
            );
            Err(bare(&generic(StatusCode::INTERNAL_SERVER_ERROR), &request_id, &origin))
        }
    }
}

fn new_request_id() -> String {
    let mut bytes = [0_u8; 8];
    // An id that is not random is still an id.
    let _ = getrandom::fill(&mut bytes);
    hex::encode(bytes)
}

/// The site that a request came from, as far as answers depend on it.
struct Origin {
    /// The site, when it is on the list of those that may read answers.
    allowed: Option<HeaderValue>,
    /// Whether there is a list: then a cache must not give the answer for one site to another.
    matters: bool,
}

impl Origin {
    fn of(request: &ServiceRequest) -> Self {
        let list = request.app_data::<Data<Http>>().map_or(&[][..], |http| &http.allowed_origins);
        let stated = request.headers().get(header::ORIGIN);
        let is_on_list = |stated: &&HeaderValue| list.iter().any(|allowed| allowed.as_bytes() == stated.as_bytes());
        Self { allowed: stated.filter(is_on_list).cloned(), matters: !list.is_empty() }
    }
}

fn dress(headers: &mut HeaderMap, request_id: &str, origin: &Origin) {
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = HeaderValue::from_str(request_id) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    if let Some(allowed) = &origin.allowed {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, allowed.clone());
    }
    if origin.matters {
        headers.append(header::VARY, HeaderValue::from_static("Origin"));
    }
}

/// Writes a problem with its request id; also sets the headers that go with it.
fn body_of(headers: &mut HeaderMap, mut problem: Problem, request_id: &str) -> BoxBody {
    request_id.clone_into(&mut problem.request_id);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = problem.retry_after_seconds {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if problem.status == 401 {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    BoxBody::new(serde_json::to_vec(&problem).unwrap_or_default())
}

/// The problem for a failure that did not come from us, by its status.
fn generic(status: StatusCode) -> ApiError {
    match status.as_u16() {
        404 => domain::Error::NotFound.into(),
        405 => ApiError::new(ErrorCode::MethodNotAllowed, "Use one of the methods in the Allow header."),
        413 => domain::Error::TooLarge.into(),
        415 => ApiError::new(ErrorCode::UnsupportedMediaType, "Send the content type that the documentation names."),
        400..=499 => ApiError::new(ErrorCode::MalformedRequest, "Check the request against the documentation."),
        503 => domain::Error::Unavailable.into(),
        _ => ApiError::new(
            ErrorCode::Internal,
            "It is not your fault. Try again; if it happens again, tell us the request id.",
        ),
    }
}

/// A whole error answer for failures that leave no response to write into.
fn bare(error: &ApiError, request_id: &str, origin: &Origin) -> Error {
    let problem = error.problem();
    let mut response =
        HttpResponse::new(StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    let mut headers = HeaderMap::new();
    let body = body_of(&mut headers, problem, request_id);
    dress(&mut headers, request_id, origin);
    for (name, value) in headers {
        response.headers_mut().insert(name, value);
    }
    InternalError::from_response("", response.set_body(body)).into()
}

fn log(method: &Method, path: &str, status: StatusCode, started: Instant, request_id: &str, cause: Option<&Cause>) {
    let milliseconds = started.elapsed().as_millis();
    if let Some(Cause(cause)) = cause {
        tracing::error!(%method, path, status = status.as_u16(), milliseconds, request_id, cause, "request failed");
    } else {
        tracing::debug!(%method, path, status = status.as_u16(), milliseconds, request_id, "request");
    }
}
