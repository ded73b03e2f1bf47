//! Ids: 64-bit integers, each of its own type so that one cannot be taken for another.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// An affiliation: somebody's part in an organisation.
    AffiliationId,
    /// An application for membership.
    ApplicationId,
    /// A rule that approves applications.
    ApprovalRuleId,
    /// A comment on a post.
    CommentId,
    /// A look at who asks in confidence.
    AskerLookId,
    /// An uploaded file.
    FileId,
    /// A question of the registration form.
    FormQuestionId,
    /// An invitation to join.
    InvitationId,
    /// A library (a place) in the register.
    LibraryId,
    /// A member (a person).
    MemberId,
    /// An organisation.
    OrganisationId,
    /// A passkey.
    PasskeyId,
    /// A post: what opens a thread, an answer or a reply.
    PostId,
    /// A resource.
    ResourceId,
    /// An earlier state of a post.
    RevisionId,
    /// A session: a device that somebody is signed in on.
    SessionId,
    /// A shelf: a topic with a colour.
    ShelfId,
    /// A space of the forum.
    SpaceId,
    /// A suggested change to a post.
    SuggestionId,
    /// A tag.
    TagId,
    /// A thread: a question or a discussion.
    ThreadId,
}
