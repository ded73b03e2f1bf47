//! Membership: organisations, libraries (places), affiliations, applications.

#[macro_use]
mod words;

mod affiliation;
mod application;
mod application_decision;
mod application_queue;
mod approval_rule;
mod form_question;
mod invitation;
mod library;
mod library_record;
mod map;
mod organisation;

use serde::{Deserialize, Serialize};

pub use affiliation::*;
pub use application::*;
pub use application_decision::*;
pub use application_queue::*;
pub use approval_rule::*;
pub use form_question::*;
pub use invitation::*;
pub use library::*;
pub use library_record::*;
pub use map::*;
pub use organisation::*;

/// The four nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::England => "england",
            Self::Wales => "wales",
            Self::Scotland => "scotland",
            Self::NorthernIreland => "northern_ireland",
        }
    }
}

/// The languages of the interface and of mails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Welsh.
    Cy,
}

impl Language {
    /// The BCP 47 code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cy => "cy",
        }
    }
}
