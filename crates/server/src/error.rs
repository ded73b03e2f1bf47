//! Domain errors as problems: the only place that knows both.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use api_types::{ErrorCode, FieldError, Problem};

/// An error answer in the making. The frame adds the request id, writes the body and logs the cause.
#[derive(Debug)]
pub struct ApiError {
    code: ErrorCode,
    detail: String,
    errors: Vec<FieldError>,
    retry_after_seconds: Option<u64>,
    challenge: Option<String>,
    cause: Option<String>,
}

/// The cause of an internal error, on its way to the log.
#[derive(Clone, Debug)]
pub struct Cause(pub String);

impl ApiError {
    /// Whether what was asked for is not there, or not for the caller.
    pub(crate) fn is_not_found(&self) -> bool {
        self.code == ErrorCode::NotFound
    }

    /// An error with a code and what to do about it.
    #[must_use]
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after_seconds: None,
            challenge: None,
            cause: None,
        }
    }

    /// The same with what is wrong with which field.
    #[must_use]
    pub fn with_errors(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// The problem, still without a request id.
    #[must_use]
    pub fn problem(&self) -> Problem {
        Problem {
            kind: "about:blank".into(),
            title: self.code.title().into(),
            status: self.code.status(),
            detail: self.detail.clone(),
            code: self.code,
            request_id: String::new(),
            errors: self.errors.clone(),
            retry_after_seconds: self.retry_after_seconds,
            challenge: self.challenge.clone(),
        }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.detail)
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(self.problem());
        if let Some(cause) = &self.cause {
            response.extensions_mut().insert(Cause(cause.clone()));
        }
        response
    }
}

impl From<domain::Error> for ApiError {
    fn from(error: domain::Error) -> Self {
        use domain::Error;
        match error {
            Error::NotFound => {
                Self::new(ErrorCode::NotFound, "There is nothing at this address, or it is not yours to see.")
            }
            Error::Unauthenticated => Self::new(ErrorCode::Unauthenticated, "Sign in and try again."),
            Error::WrongCredentials => {
                Self::new(ErrorCode::WrongCredentials, "Check the email address and the password and try again.")
            }
            Error::SecondFactorRequired { challenge } => {
                let detail = "Send a code of the second factor with the challenge to /sessions/second-factor.";
                Self { challenge: Some(challenge), ..Self::new(ErrorCode::SecondFactorRequired, detail) }
            }
            Error::SecondFactorMissing => Self::new(
                ErrorCode::SecondFactorMissing,
                "Set up a second factor in your account, or sign in with it, and try again.",
            ),
            Error::StepUpRequired => Self::new(
                ErrorCode::StepUpRequired,
                "Send your password, a code or a passkey's answer to /sessions/current/confirmations, and try again.",
            ),
            Error::Forbidden => Self::new(ErrorCode::Forbidden, "Your account is not allowed to do this."),
            Error::Invalid(errors) => {
                Self::new(ErrorCode::Invalid, "Put the fields named in \"errors\" right and send it again.")
                    .with_errors(errors)
            }
            Error::Conflict(detail) => Self::new(ErrorCode::Conflict, detail),
            Error::LinkExpired => {
                Self::new(ErrorCode::LinkExpired, "Ask for a new link and use it within its time, once.")
            }
            Error::EditConflict => Self::new(
                ErrorCode::EditConflict,
                "Read it again, and make your change to the version that is there now.",
            ),
            Error::TooLarge => {
                Self::new(ErrorCode::TooLarge, "Send something smaller; the limits are in the documentation.")
            }
            Error::UnsupportedMediaType(detail) => Self::new(ErrorCode::UnsupportedMediaType, detail),
            Error::RateLimited { retry_after_seconds } => {
                let mut limited = Self::new(ErrorCode::RateLimited, "Wait a while, then try again.");
                limited.retry_after_seconds = Some(retry_after_seconds.max(1));
                limited
            }
            Error::Unavailable => {
                let mut unavailable = Self::new(ErrorCode::Unavailable, "Try again in a moment.");
                unavailable.retry_after_seconds = Some(1);
                unavailable
            }
            Error::Internal { context, source } => {
                let mut internal = Self::new(
                    ErrorCode::Internal,
                    "It is not your fault. Try again; if it happens again, tell us the request id.",
                );
                let mut cause = format!("{context}: {source}");
                let mut next = source.source();
                while let Some(inner) = next {
                    cause = format!("{cause}: {inner}");
                    next = inner.source();
                }
                internal.cause = Some(cause);
                internal
            }
        }
    }
}

/// The result of a handler.
pub type ApiResult<T> = Result<T, ApiError>;
