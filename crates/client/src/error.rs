//! What can go wrong in a call.

use api_types::{ErrorCode, Problem};

/// The result of a call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The server answered with a problem.
    #[error("{} {}", .0.status, .0.detail)]
    Problem(Box<Problem>),
    /// The server could not be reached.
    #[error("the server could not be reached: {0}")]
    Network(String),
    /// The answer was not what the contract says.
    #[error("the answer could not be read: {0}")]
    Contract(String),
}

impl Error {
    /// The code of the problem, where the server gave one.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            _ => None,
        }
    }

    /// The HTTP status, where the server gave one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Problem(problem) => Some(problem.status),
            _ => None,
        }
    }
}
