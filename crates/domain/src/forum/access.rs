//! Who may do what in the forum. In this version everything in it is public to read.

use api_types::accounts::Role;
use api_types::forum::PostViewer;

use crate::accounts::access::{Actor, Signed};

/// Who finds questions and answers.
pub(crate) const VISIBILITY: ::search::Visibility = ::search::Visibility::Public;

/// Whether the member may edit what this author wrote.
pub(super) fn may_edit(signed: &Signed, author_id: i64) -> bool {
    takes_part(signed) && (signed.id.0 == author_id || signed.role >= Role::Moderator)
}

/// Whether the member may vote on what this author wrote: nobody votes on their own.
pub(super) fn may_vote(signed: &Signed, author_id: i64) -> bool {
    takes_part(signed) && signed.id.0 != author_id
}

/// Whether the member may accept an answer to the question that this member asked.
pub(super) fn may_accept(signed: &Signed, asker_id: i64) -> bool {
    takes_part(signed) && (signed.id.0 == asker_id || signed.role >= Role::Moderator)
}

/// What the viewer may do with what this author wrote, in answer to this asker or as the asker.
pub(super) fn viewer(actor: &Actor, author_id: i64, asker_id: i64, vote: i32) -> PostViewer {
    match actor {
        Actor::Anonymous => PostViewer::default(),
        Actor::Signed(signed) => PostViewer {
            vote,
            can_vote: may_vote(signed, author_id),
            can_edit: may_edit(signed, author_id),
            can_accept: may_accept(signed, asker_id),
        },
    }
}

/// Whether the member takes part at all: applicants wait for a decision.
pub(super) fn takes_part(signed: &Signed) -> bool {
    signed.role >= Role::Member
}
