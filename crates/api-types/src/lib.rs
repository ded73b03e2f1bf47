//! The contract between the server, the app and third parties: every shape that crosses the wire.
//!
//! Requests (`New…`, `…Patch`, `…Query`) refuse unknown fields and carry their own validation rules,
//! so a form and the server apply the same ones. Deliberately absent: database types, clocks, ids
//! being made, and anything that would not build for wasm.

pub mod accounts;
pub mod admin;
pub mod conduct;
pub mod error;
pub mod forum;
pub mod growth;
pub mod id;
pub mod limits;
pub mod membership;
pub mod page;
pub mod people;
pub mod privacy;
pub mod resources;
pub mod search;
pub mod tags;
pub mod topics;

pub use error::{ErrorCode, FieldError, Problem};
pub use id::{
    AffiliationId, ApplicationId, ApprovalRuleId, AskerLookId, CommentId, FileId, FormQuestionId, InvitationId,
    LibraryId, MemberId, OrganisationId, PasskeyId, PostId, ResourceId, RevisionId, SessionId, ShelfId, SpaceId,
    SuggestionId, TagId, ThreadId,
};
pub use page::Page;
