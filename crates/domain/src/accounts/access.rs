//! Who is asking, how surely, and how lately they have proved it.

use api_types::MemberId;
use api_types::accounts::Role;

use crate::error::{Error, Result};

/// How long a proof of who one is lasts for what may be dangerous, in milliseconds.
const RECENT: i64 = 10 * 60_000;

/// A member who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The member.
    pub id: MemberId,
    /// What the member may do in this session.
    pub role: Role,
    /// The session that the request belongs to.
    pub session_id: i64,
    /// When the member last proved who they are in it, in milliseconds since 1970.
    pub authenticated_at: i64,
    /// Whether a second factor has been given in it.
    pub is_strong: bool,
    /// Whether the member would have a higher role if a second factor had been given.
    pub is_held_back: bool,
}

impl Signed {
    /// A member on whose behalf the process itself acts, without a session.
    #[must_use]
    pub const fn without_session(id: MemberId, role: Role) -> Self {
        Self { id, role, session_id: 0, authenticated_at: 0, is_strong: false, is_held_back: false }
    }

    /// The same member as far as the session goes: staff whose session is not strong are members. This is the one
    /// place that decides it, so that nothing that staff may do, wherever it is decided, is forgotten.
    #[must_use]
    pub(super) fn held_back(mut self, required: bool) -> Self {
        if needs_second_factor(required, self.role, self.is_strong) {
            self.role = Role::Member;
            self.is_held_back = true;
        }
        self
    }

    /// Why the member may not do something: the role, or the lack of a second factor.
    #[must_use]
    pub const fn refused(&self) -> Error {
        if self.is_held_back { Error::SecondFactorMissing } else { Error::Forbidden }
    }

    /// What may be dangerous asks that the member has proved of late who they are.
    pub(crate) fn require_recent(&self, now: i64) -> Result<()> {
        if now - self.authenticated_at <= RECENT { Ok(()) } else { Err(Error::StepUpRequired) }
    }
}

/// Whether a role asks for a second factor that a session was not opened with.
pub(super) fn needs_second_factor(required: bool, role: Role, is_strong: bool) -> bool {
    required && role >= Role::Moderator && !is_strong
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
            Self::Signed(signed) => Err(signed.refused()),
        }
    }
}
