//! What can go wrong in the domain. Knows no HTTP: the server matches it once, exhaustively.

use api_types::FieldError;

/// The result of a use case.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a use case failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or is not the actor's to know of.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or the session has ended.
    #[error("not signed in")]
    Unauthenticated,
    /// E-mail address or password is wrong.
    #[error("wrong credentials")]
    WrongCredentials,
    /// The first step of signing in was right; the second is still to come.
    #[error("second factor required")]
    SecondFactorRequired {
        /// The secret for the second step.
        challenge: String,
    },
    /// The actor's role would allow this in a session with a second factor.
    #[error("second factor missing")]
    SecondFactorMissing,
    /// The actor is to prove again who they are.
    #[error("step-up required")]
    StepUpRequired,
    /// The actor is known but may not do this.
    #[error("forbidden")]
    Forbidden,
    /// Some fields are not right.
    #[error("invalid input")]
    Invalid(Vec<FieldError>),
    /// It was done already; the text says what to do instead.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// A link's secret is used, expired or wrong.
    #[error("link expired")]
    LinkExpired,
    /// The thing was changed since it was read.
    #[error("edit conflict")]
    EditConflict,
    /// It is larger than allowed.
    #[error("too large")]
    TooLarge,
    /// It is of a type that is not accepted; the text says which are.
    #[error("unsupported media type: {0}")]
    UnsupportedMediaType(&'static str),
    /// Too many tries.
    #[error("rate limited for {retry_after_seconds} s")]
    RateLimited {
        /// Seconds to wait.
        retry_after_seconds: u64,
    },
    /// The server is busy.
    #[error("unavailable")]
    Unavailable,
    /// Something failed that the caller can do nothing about. The cause is for the log only.
    #[error("internal error while {context}")]
    Internal {
        /// What was being done.
        context: &'static str,
        /// The cause.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    /// An internal error with its cause.
    pub fn internal(context: &'static str, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal { context, source: source.into() }
    }

    /// One field is not right.
    #[must_use]
    pub fn field(field: &str, code: &str, message: &str) -> Self {
        Self::Invalid(vec![FieldError { field: field.into(), code: code.into(), message: message.into() }])
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(source: sea_orm::DbErr) -> Self {
        if matches!(source, sea_orm::DbErr::ConnectionAcquire(_)) {
            return Self::Unavailable;
        }
        Self::internal("using the database", source)
    }
}

impl From<::search::Error> for Error {
    fn from(source: ::search::Error) -> Self {
        Self::internal("using the search index", source)
    }
}
