//! Forum: threads (questions and discussions), their posts, and the spaces that they are in.

mod attachment;
mod comment;
mod finding;
mod history;
mod import;
mod keeping;
mod mention;
mod moderation;
mod order;
mod post;
mod space;
mod thread;
mod trust;
mod views;
mod writing;

pub use attachment::{Attachment, AttachmentQuery};
pub use comment::{Comment, CommentViewer, CommentVote, NewComment, NewCommentVote};
pub use finding::{NewReaction, PostWindow, PostWindowQuery, Reaction, ReactionKind, RepliedTo};
pub use history::{
    Change, ChangeKind, NewRefusal, NewRevisionRemoval, NewSuggestion, PostRevision, RevisionQuery, Suggestion,
    SuggestionQuery, SuggestionStatus,
};
pub use import::{ThreadImportQuery, ThreadImportReport};
pub use keeping::{
    Bookmark, Follow, FollowKind, FollowSettings, FollowState, KeptQuery, NewBookmark, NewFollow, NewView, ThreadRead,
    ThreadViewer,
};
pub use mention::{MentionQuery, MentionSettings};
pub use moderation::{NewClosure, NewDeletion, NewMerge, NewSplit, ThreadOrderPatch};
pub use order::{
    AuditEntry, AuditQuery, NewSpace, NewSpaceDecision, NewSpaceRequest, NewSpaceRole, SLOW_MODE, Space, SpaceMember,
    SpaceMemberQuery, SpaceOutcome, SpacePatch, SpaceQuery, SpaceRole, SpaceStanding, SpaceViewer,
};
pub use post::{NewPost, NewPreview, NewVote, Post, PostOrder, PostQuery, PostViewer, Preview, Votes};
pub use space::{SpaceAccess, SpaceSummary};
pub use thread::{
    AcceptedAnswer, CloseReason, Closure, NewThread, Thread, ThreadKind, ThreadLink, ThreadPatch, ThreadQuery,
    ThreadSort, ThreadSummary,
};
pub use trust::{
    AnswerInvitation, AnswerInvitations, AnswerInvitationsPatch, Asker, AskerLook, AskerLookQuery, Confidant, Likeness,
    LikenessFeature, NewAskerLook, NewConfidant, OnBehalf,
};
pub use views::{ThreadCountQuery, ThreadCounts, ThreadView};
pub use writing::{NewPostDraft, PostDraft, SimilarQuery, SimilarThread};
