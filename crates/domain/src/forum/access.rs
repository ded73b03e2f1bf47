//! Who may read and do what in the forum. Every query over threads that answers somebody goes through [`readable`].

use ::search::Visibility;
use api_types::accounts::Role;
use api_types::forum::{Post, PostViewer, SpaceAccess};
use entity::{space, space_member, thread};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, Condition, ExprTrait};

use crate::accounts::access::{Actor, Signed};
use crate::error::{Error, Result};

/// The space that everything is in unless said otherwise.
pub(crate) const OPEN_FORUM: i64 = 1;

/// The threads that the actor may read. Threads in a private space are its members' and the administrators'.
pub(crate) fn readable(actor: &Actor) -> Condition {
    let mut readable = Condition::all().add(thread::Column::DeletedAt.is_null());
    let role = actor.role();
    if role.is_some_and(|role| role >= Role::Admin) {
        return readable;
    }
    let mut open = Condition::any().add(space::Column::Access.eq(SpaceAccess::Public.as_str()));
    if let (Some(member), true) = (actor.id(), role.is_some_and(|role| role >= Role::Member)) {
        let belongs = Query::select()
            .expr(Expr::val(1))
            .from(space_member::Entity)
            .and_where(
                Expr::col((space_member::Entity, space_member::Column::SpaceId))
                    .equals((space::Entity, space::Column::Id)),
            )
            .and_where(space_member::Column::MemberId.eq(member.0))
            .and_where(space_member::Column::Status.eq("active"))
            .take();
        open = open.add(space::Column::Access.eq(SpaceAccess::Members.as_str())).add(Expr::exists(belongs));
    }
    // The space is looked up for each thread, by its number, so that lists still come in the order of an index.
    let within = Query::select()
        .expr(Expr::val(1))
        .from(space::Entity)
        .and_where(Expr::col((space::Entity, space::Column::Id)).equals((thread::Entity, thread::Column::SpaceId)))
        .cond_where(open)
        .take();
    readable = readable.add(Expr::exists(within));
    readable
}

/// The class of search documents that what is in a space belongs to.
pub(crate) fn visibility(space_id: i64, access: &str) -> Visibility {
    match access {
        "public" => Visibility::Public,
        "members" => Visibility::Members,
        _ => Visibility::Space(space_id),
    }
}

/// Whether what is in a space with this access is counted where everybody sees the count.
pub(crate) fn is_counted(access: &str) -> bool {
    access == SpaceAccess::Public.as_str()
}

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

/// Whether the actor may remove the text of earlier states of posts.
pub(super) fn may_remove_revisions(actor: &Actor) -> bool {
    actor.role().is_some_and(|role| role >= Role::Moderator)
}

/// Whether the member decides about what was suggested to others too.
pub(super) fn decides_for_others(signed: &Signed) -> bool {
    signed.role >= Role::Moderator
}

/// What the viewer may do with what this author wrote, in answer to this asker or as the asker.
pub(super) fn viewer(actor: &Actor, author_id: i64, asker_id: i64, vote: i32) -> PostViewer {
    match actor {
        Actor::Anonymous => PostViewer::default(),
        Actor::Signed(signed) => PostViewer {
            is_author: signed.id.0 == author_id,
            vote,
            can_vote: may_vote(signed, author_id),
            can_edit: may_edit(signed, author_id),
            can_accept: may_accept(signed, asker_id),
        },
    }
}

/// Whether the member may write in a thread: not where it is locked or closed.
pub(super) fn may_post(signed: &Signed, thread: &thread::Model) -> Result<()> {
    if !takes_part(signed) {
        return Err(Error::Forbidden);
    }
    if thread.locked_at.is_some() {
        return Err(Error::Conflict("A moderator has locked this: it can be read, but nothing can be added."));
    }
    if thread.closed_at.is_some() {
        return Err(Error::Conflict("This is closed and takes nothing new. Ask a moderator to open it again."));
    }
    Ok(())
}

/// Whether the member may bring back what this author wrote and this member deleted.
pub(super) fn may_restore(signed: &Signed, author_id: i64, deleted_by: Option<i64>) -> bool {
    may_edit(signed, author_id) && (deleted_by == Some(signed.id.0) || signed.role >= Role::Moderator)
}

/// Whether the actor may make a guide of an accepted answer: its author, the asker or a moderator; in confidence the
/// asker may not, whose name would stand on the guide.
pub(super) fn may_make_guide(actor: &Actor, opening: &Post, answer: &Post, is_confidential: bool) -> bool {
    let Actor::Signed(signed) = actor else { return false };
    let is_asker = opening.viewer.is_author;
    let is_author = answer.viewer.is_author || is_asker;
    takes_part(signed) && (signed.role >= Role::Moderator || is_author) && !(is_confidential && is_asker)
}

/// Whether the member takes part at all: applicants wait for a decision.
pub(super) fn takes_part(signed: &Signed) -> bool {
    signed.role >= Role::Member
}
