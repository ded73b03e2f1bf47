//! Who is asking.

use api_types::MemberId;
use api_types::accounts::Role;

use crate::error::{Error, Result};

/// A member who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The member.
    pub id: MemberId,
    /// What the member may do.
    pub role: Role,
    /// The session that the request belongs to.
    pub session_id: i64,
}

/// Who is asking: somebody who is signed in, or anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody is signed in.
    Anonymous,
    /// A member is signed in.
    Signed(Signed),
}

impl Actor {
    /// The member's id, if one is signed in.
    #[must_use]
    pub fn id(&self) -> Option<MemberId> {
        match self {
            Self::Anonymous => None,
            Self::Signed(signed) => Some(signed.id),
        }
    }

    /// What the actor may do, if one is signed in.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        match self {
            Self::Anonymous => None,
            Self::Signed(signed) => Some(signed.role),
        }
    }

    /// The member, who must have at least this role.
    pub fn require(&self, role: Role) -> Result<&Signed> {
        match self {
            Self::Anonymous => Err(Error::Unauthenticated),
            Self::Signed(signed) if signed.role >= role => Ok(signed),
            Self::Signed(_) => Err(Error::Forbidden),
        }
    }
}
