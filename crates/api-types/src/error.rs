//! Errors on the wire: RFC 9457 problem details with a code that programs can act on.

use serde::{Deserialize, Serialize};

/// An error answer (`application/problem+json`, RFC 9457).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A URI reference that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// A short summary of the kind of problem.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do next, in plain English.
    pub detail: String,
    /// The code that programs act on.
    pub code: ErrorCode,
    /// The id of the request, to quote when asking for help.
    pub request_id: String,
    /// What is wrong with which field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Seconds to wait before trying again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u64>,
    /// For the second step of signing in, when the first was right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<String>,
}

/// What is wrong with one field of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// The field's path in the request, such as `title` or `answers.library_name`.
    pub field: String,
    /// A snake_case code, such as `required`, `too_short`, `too_long` or `invalid`.
    pub code: String,
    /// What to do, in plain English.
    pub message: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $status:literal $title:literal),* $(,)?) => {
        /// What went wrong, for programs. New codes may be added: treat one you don't know by its status.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ErrorCode {
            $($(#[$doc])* $name,)*
            /// A code that this version does not know.
            #[serde(other)]
            Unknown,
        }

        impl ErrorCode {
            /// Every code that the server can send.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The HTTP status that goes with the code.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* Self::Unknown => 500 }
            }

            /// The title that goes with the code.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* Self::Unknown => "Unknown problem" }
            }
        }
    };
}

codes! {
    /// The request could not be read.
    MalformedRequest = 400 "The request could not be read",
    /// Nobody is signed in, or the session has ended.
    Unauthenticated = 401 "Please sign in",
    /// E-mail address or password is wrong.
    WrongCredentials = 401 "Email address or password is wrong",
    /// The first step of signing in was right; the second is still to come.
    SecondFactorRequired = 401 "Give your second factor",
    /// The caller is known but may not do this.
    Forbidden = 403 "You may not do this",
    /// The role asks for a second factor, and the session was opened without.
    SecondFactorMissing = 403 "Your role needs a second factor",
    /// What may be dangerous asks for a fresh proof of who one is.
    StepUpRequired = 403 "Confirm that it is you",
    /// The request came from another site.
    ForeignOrigin = 403 "The request came from another site",
    /// It does not exist, or is not the caller's to know of.
    NotFound = 404 "Not found",
    /// The path exists but not with this method.
    MethodNotAllowed = 405 "This method is not allowed here",
    /// It was done already, or by somebody else in the meantime.
    Conflict = 409 "That has already been done",
    /// A link's secret is used, expired or wrong.
    LinkExpired = 409 "This link has been used or has expired",
    /// The thing was changed since it was read.
    EditConflict = 412 "Somebody has changed this since you opened it",
    /// The request is larger than allowed.
    TooLarge = 413 "That is too large",
    /// The body is not of a type that is accepted here.
    UnsupportedMediaType = 415 "That kind of content is not accepted here",
    /// The request was read but some of it is not right.
    Invalid = 422 "Something needs to be put right",
    /// An edit came without the version it was made from.
    PreconditionRequired = 428 "Say which version you are editing",
    /// Too many tries.
    RateLimited = 429 "Too many tries",
    /// The server failed.
    Internal = 500 "Something went wrong on our side",
    /// The server is busy or starting.
    Unavailable = 503 "The service is busy",
}
