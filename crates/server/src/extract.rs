//! Extractors: what handlers may take, each failing with a problem, and the classes of callers.

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::{self, Data};
use actix_web::{FromRequest, HttpRequest};
use api_types::accounts::Role;
use api_types::{ErrorCode, FieldError};
use domain::{Actor, Deps, Signed};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use garde::Validate;
use serde::de::DeserializeOwned;

use crate::budgets;
use crate::error::ApiError;

/// The largest JSON body, in bytes.
const JSON_BYTES: usize = 256 * 1024;

/// What a request carries, already judged. A handler asks for it after the caller has been let through, so
/// that who may not call learns nothing of what is wrong with the request.
pub struct Carried<T>(Result<T, ApiError>);

impl<T> Carried<T> {
    /// The value, or what is wrong with it.
    pub fn read(self) -> Result<T, ApiError> {
        self.0
    }
}

/// A JSON body of a type, read and validated.
pub struct Json<T>(pub Carried<T>);

impl<T: DeserializeOwned + Validate<Context = ()> + 'static> FromRequest for Json<T> {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = is_media_type(request, "application/json");
        let mut body = payload.take();
        Box::pin(async move {
            if !is_json {
                return Ok(Self(Carried(Err(ApiError::new(
                    ErrorCode::UnsupportedMediaType,
                    "Send JSON, with the header Content-Type: application/json.",
                )))));
            }
            let value = read(&mut body, JSON_BYTES).await.and_then(|bytes| {
                // Serde would take a list for the fields of an object in their order.
                if bytes.trim_ascii_start().starts_with(b"[") {
                    return Err(ApiError::new(ErrorCode::Invalid, "Send a JSON object, not a list."));
                }
                let value: T = serde_json::from_slice(&bytes).map_err(|error| json_error(&error))?;
                if holds_nul(&bytes) {
                    return Err(nul());
                }
                validate(&value)?;
                Ok(value)
            });
            Ok(Self(Carried(value)))
        })
    }
}

/// Whether a text in sound JSON holds a NUL, which PostgreSQL cannot keep or compare.
fn holds_nul(json: &[u8]) -> bool {
    let mut rest = json;
    while let Some(place) = rest.iter().position(|byte| *byte == b'\\') {
        let escaped = &rest[place + 1..];
        if escaped.starts_with(b"u0000") {
            return true;
        }
        // What is escaped may itself be a backslash.
        rest = escaped.get(1..).unwrap_or_default();
    }
    false
}

fn nul() -> ApiError {
    ApiError::new(ErrorCode::Invalid, "Remove the NUL characters and send it again.")
}

/// Whether the body is said to be of a media type, parameters aside.
fn is_media_type(request: &HttpRequest, wanted: &str) -> bool {
    let stated = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    stated.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(wanted)
}

/// Reads a body up to a limit in bytes.
pub async fn read(payload: &mut Payload, limit: usize) -> Result<Vec<u8>, ApiError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk =
            chunk.map_err(|_| ApiError::new(ErrorCode::MalformedRequest, "The body broke off; send it again."))?;
        if bytes.len() + chunk.len() > limit {
            return Err(domain::Error::TooLarge.into());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// A CSV body.
pub struct Csv(pub Carried<Vec<u8>>);

impl FromRequest for Csv {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_csv = is_media_type(request, "text/csv");
        let mut body = payload.take();
        Box::pin(async move {
            if !is_csv {
                return Ok(Self(Carried(Err(ApiError::new(
                    ErrorCode::UnsupportedMediaType,
                    "Send CSV, with the header Content-Type: text/csv.",
                )))));
            }
            Ok(Self(Carried(read(&mut body, api_types::limits::IMPORT_BYTES).await)))
        })
    }
}

/// A body of JSON lines.
pub struct JsonLines(pub Carried<Vec<u8>>);

impl FromRequest for JsonLines {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_lines = is_media_type(request, "application/x-ndjson");
        let mut body = payload.take();
        Box::pin(async move {
            if !is_lines {
                return Ok(Self(Carried(Err(ApiError::new(
                    ErrorCode::UnsupportedMediaType,
                    "Send JSON lines, with the header Content-Type: application/x-ndjson.",
                )))));
            }
            Ok(Self(Carried(read(&mut body, api_types::limits::IMPORT_BYTES).await)))
        })
    }
}

/// What a browser reports of a breach of the content security policy (Reporting API, W3C).
pub struct Reports(pub Carried<Vec<u8>>);

/// The largest report, in bytes.
const REPORT_BYTES: usize = 16 * 1024;

impl FromRequest for Reports {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_report = is_media_type(request, "application/reports+json");
        let mut body = payload.take();
        Box::pin(async move {
            if !is_report {
                return Ok(Self(Carried(Err(ApiError::new(
                    ErrorCode::UnsupportedMediaType,
                    "Send reports, with the header Content-Type: application/reports+json.",
                )))));
            }
            Ok(Self(Carried(read(&mut body, REPORT_BYTES).await)))
        })
    }
}

fn json_error(error: &serde_json::Error) -> ApiError {
    match error.classify() {
        serde_json::error::Category::Data => ApiError::new(
            ErrorCode::Invalid,
            format!("The JSON is not of the shape that the documentation gives: {}.", shown(error)),
        ),
        _ => ApiError::new(ErrorCode::MalformedRequest, format!("The body is not JSON: {}.", shown(error))),
    }
}

/// A text fit to be sent back or logged: it may quote what was sent, but not at length.
pub fn shown(error: &dyn std::fmt::Display) -> String {
    error.to_string().chars().filter(|character| !character.is_control()).take(200).collect()
}

fn validate<T: Validate<Context = ()>>(value: &T) -> Result<(), ApiError> {
    value.validate().map_err(|report| {
        let errors = report
            .iter()
            .map(|(path, error)| {
                let (code, message) = in_words(&error.to_string());
                FieldError { field: path.to_string(), code: code.into(), message }
            })
            .collect();
        domain::Error::Invalid(errors).into()
    })
}

/// The code and the words for what garde says of a field, such as "length is lower than 10".
fn in_words(said: &str) -> (&'static str, String) {
    let limit = said.rsplit(' ').next().unwrap_or_default();
    let is_length = said.starts_with("length");
    match (is_length, said.contains("lower than"), said.contains("greater than")) {
        (true, true, _) if limit == "1" => ("required", "Type something here.".into()),
        (true, true, _) => ("too_short", format!("Make this at least {limit} long.")),
        (true, _, true) => ("too_long", format!("Make this at most {limit} long.")),
        (false, true, _) => ("too_short", format!("Choose {limit} or more.")),
        (false, _, true) => ("too_long", format!("Choose {limit} or less.")),
        _ => ("invalid", format!("This is not right: {said}.")),
    }
}

/// Query parameters of a type, read and validated.
pub struct Query<T>(pub Carried<T>);

impl<T: DeserializeOwned + Validate<Context = ()> + 'static> FromRequest for Query<T> {
    type Error = ApiError;
    type Future = std::future::Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        // No other bytes stand for a NUL in a query.
        if request.query_string().contains("%00") {
            return std::future::ready(Ok(Self(Carried(Err(nul())))));
        }
        let parsed = web::Query::<T>::from_query(request.query_string())
            .map_err(|error| ApiError::new(ErrorCode::Invalid, format!("The query is not right: {}.", shown(&error))))
            .and_then(|query| validate(&query.0).map(|()| query.into_inner()));
        std::future::ready(Ok(Self(Carried(parsed))))
    }
}

/// A path parameter; one that is no number leads nowhere.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Path<T> {
    type Error = ApiError;
    type Future = std::future::Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let parsed = web::Path::<T>::extract(request).into_inner();
        std::future::ready(parsed.map(|path| Self(path.into_inner())).map_err(|_| domain::Error::NotFound.into()))
    }
}

/// The version in `If-Match`, from which an edit was made.
pub struct IfMatch(pub Carried<i32>);

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = std::future::Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let stated = request.headers().get(header::IF_MATCH).and_then(|value| value.to_str().ok());
        let version = match stated {
            None => Err(ApiError::new(
                ErrorCode::PreconditionRequired,
                "Send the \"version\" you read in the header If-Match, in double quotes.",
            )),
            Some(text) => text
                .trim()
                .trim_start_matches("W/")
                .trim_matches('"')
                .parse()
                .map_err(|_| domain::Error::EditConflict.into()),
        };
        std::future::ready(Ok(Self(Carried(version))))
    }
}

/// Whoever makes a request. What that costs is spent of their budget here, so each handler asks once who calls.
async fn actor(request: &HttpRequest) -> Result<Actor, ApiError> {
    let deps = deps(request)?;
    let actor = caller(request, &deps).await?;
    budgets::spend(request, &deps, &actor)?;
    Ok(actor)
}

async fn caller(request: &HttpRequest, deps: &Deps) -> Result<Actor, ApiError> {
    let Some(stated) = request.headers().get(header::AUTHORIZATION) else {
        return Ok(Actor::Anonymous);
    };
    let token = stated
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim().to_owned())
        .ok_or(domain::Error::Unauthenticated)?;
    Ok(Actor::Signed(domain::accounts::authenticate(deps, &token).await?))
}

/// What the use cases work with.
pub fn deps(request: &HttpRequest) -> Result<Deps, ApiError> {
    request
        .app_data::<Data<Deps>>()
        .map(|data| data.get_ref().clone())
        .ok_or_else(|| domain::Error::internal("finding the use cases", "no app data").into())
}

/// Anybody: signed in or not.
pub struct MaybeActor(pub Actor);

impl FromRequest for MaybeActor {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { actor(&request).await.map(Self) })
    }
}

macro_rules! callers {
    ($($(#[$doc:meta])* $name:ident = $role:expr),* $(,)?) => {$(
        $(#[$doc])*
        pub struct $name(pub Signed);

        impl FromRequest for $name {
            type Error = ApiError;
            type Future = LocalBoxFuture<'static, Result<Self, ApiError>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                let request = request.clone();
                Box::pin(async move { Ok(Self(actor(&request).await?.require($role)?.clone())) })
            }
        }
    )*};
}

callers! {
    /// Somebody with an account, an applicant at least.
    Applicant = Role::Applicant,
    /// A member at least.
    Member = Role::Member,
    /// A moderator at least.
    Moderator = Role::Moderator,
    /// An administrator.
    Admin = Role::Admin,
}
