//! Who may read and do what in the forum. Every query over threads that answers somebody goes through [`readable`].

use ::search::Visibility;
use api_types::accounts::Role;
use api_types::forum::{Post, PostViewer, SpaceAccess, SpaceStanding, SpaceViewer};
use entity::{member, space, space_member, thread};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, Condition, ExprTrait};

use crate::accounts::access::{Actor, Signed};
use crate::{Error, Result};

/// The space that everything is in unless said otherwise.
pub(crate) const OPEN_FORUM: i64 = 1;

/// The threads that the actor may read. Threads in a private space are its members' and the administrators'.
pub(crate) fn readable(actor: &Actor) -> Condition {
    within_reach(actor).add(thread::Column::DeletedAt.is_null())
}

/// The threads in spaces that the actor may read, also those that were deleted: for taking that back, and for
/// following where they went.
pub(super) fn within_reach(actor: &Actor) -> Condition {
    let reach = Condition::all();
    let role = actor.role();
    if role.is_some_and(|role| role >= Role::Admin) {
        return reach;
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
    reach.add(Expr::exists(within))
}

/// The spaces that the actor may know of. Members see the private ones too, by name: one must know of a space to ask.
pub(super) fn known(actor: &Actor) -> Condition {
    let open = Condition::any().add(space::Column::Access.eq(SpaceAccess::Public.as_str()));
    if actor.role().is_some_and(|role| role >= Role::Member) { Condition::all() } else { open }
}

/// What the viewer may do in a space with this access to which they stand like this.
pub(super) fn space_viewer(actor: &Actor, access: SpaceAccess, standing: SpaceStanding) -> SpaceViewer {
    let role = actor.role();
    let is_member = role.is_some_and(|role| role >= Role::Member);
    let is_admin = role.is_some_and(|role| role >= Role::Admin);
    let belongs = matches!(standing, SpaceStanding::Member | SpaceStanding::Moderator);
    let can_read = match access {
        SpaceAccess::Public => true,
        SpaceAccess::Members => is_member,
        SpaceAccess::Private => is_admin || (is_member && belongs),
    };
    SpaceViewer {
        standing,
        can_read,
        can_write: is_member && can_read,
        can_ask: is_member && standing == SpaceStanding::Outside,
        can_moderate: is_admin || (is_member && standing == SpaceStanding::Moderator),
        can_edit: is_admin,
        // What is followed is looked up where spaces are shown.
        is_followed: false,
    }
}

/// The members who take part, whom others may know of.
pub(super) fn members() -> Condition {
    Condition::all().add(member::Column::IsSuspended.eq(false)).add(member::Column::Role.ne("applicant"))
}

/// The members who may read what is in a space; whoever has left a private one may not read on.
pub(super) fn readers(space: &space::Model) -> Condition {
    if space.access != SpaceAccess::Private.as_str() {
        return members();
    }
    let belong = Query::select()
        .column(space_member::Column::MemberId)
        .from(space_member::Entity)
        .and_where(space_member::Column::SpaceId.eq(space.id))
        .and_where(space_member::Column::Status.eq("active"))
        .take();
    let may = Condition::any().add(member::Column::Role.eq("admin")).add(member::Column::Id.in_subquery(belong));
    members().add(may)
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

/// What of a thread, and of the actor's part in its space, decides who may do what in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Order {
    /// Who began it.
    pub(super) asker_id: i64,
    pub(super) is_closed: bool,
    pub(super) is_locked: bool,
    /// Whether the actor is a moderator of its space.
    pub(super) is_keeper: bool,
}

impl Order {
    /// Whether it takes posts and edits of everybody.
    const fn is_open(&self) -> bool {
        !self.is_closed && !self.is_locked
    }
}

/// Whether the actor is a moderator of the space of the thread in a query, as a column.
pub(super) fn is_keeper(actor: &Actor) -> Expr {
    let Some(member) = actor.id() else { return Expr::val(false) };
    let keeps = Query::select()
        .expr(Expr::val(1))
        .from(space_member::Entity)
        .and_where(
            Expr::col((space_member::Entity, space_member::Column::SpaceId))
                .equals((thread::Entity, thread::Column::SpaceId)),
        )
        .and_where(space_member::Column::MemberId.eq(member.0))
        .and_where(space_member::Column::Role.eq("moderator"))
        .and_where(space_member::Column::Status.eq("active"))
        .take();
    Expr::exists(keeps)
}

/// Whether the actor may remove the text of earlier states of posts.
pub(super) fn may_remove_revisions(actor: &Actor) -> bool {
    actor.role().is_some_and(|role| role >= Role::Moderator)
}

/// Whether the member decides everywhere on what was suggested to others.
pub(super) fn decides_for_others(signed: &Signed) -> bool {
    signed.role >= Role::Moderator
}

/// Whether the member answers for what this author wrote: its author does, and moderators.
pub(super) fn answers_for(signed: &Signed, author_id: i64, is_keeper: bool) -> bool {
    takes_part(signed) && (signed.id.0 == author_id || may_moderate(signed, is_keeper))
}

/// Whether the member may decide now on what was suggested to this author: as they may edit it.
pub(super) fn may_decide(signed: &Signed, author_id: i64, order: &Order) -> bool {
    may_edit(signed, author_id, order)
}

/// Whether the member keeps a thread in order that they can read: as a moderator of the network or of its space.
pub(super) fn may_moderate(signed: &Signed, is_keeper: bool) -> bool {
    signed.role >= Role::Moderator || (takes_part(signed) && is_keeper)
}

/// Whether the member may post in a thread, or change what is in it; nobody but moderators does once it is closed or
/// locked.
pub(super) fn may_post(signed: &Signed, order: &Order) -> bool {
    takes_part(signed) && (order.is_open() || may_moderate(signed, order.is_keeper))
}

/// The same, as the store has the thread, for those who were let through as it was a moment before.
pub(super) fn require_open(signed: &Signed, order: &Order) -> Result<()> {
    if !takes_part(signed) {
        return Err(Error::Forbidden);
    }
    if may_post(signed, order) {
        return Ok(());
    }
    Err(Error::Conflict(if order.is_locked {
        "This is locked: nothing in it can be changed. Ask a moderator if something should be."
    } else {
        "This is closed and takes no more posts or edits. Begin a new one, or ask a moderator to reopen it."
    }))
}

/// Refuses a reaction to what is in a thread, as the store has it.
pub(super) fn require_unlocked(signed: &Signed, order: &Order) -> Result<()> {
    if may_react(signed, order) { Ok(()) } else { require_open(signed, order) }
}

/// Whether the member may edit or delete what this author wrote.
pub(super) fn may_edit(signed: &Signed, author_id: i64, order: &Order) -> bool {
    may_post(signed, order) && answers_for(signed, author_id, order.is_keeper)
}

/// Whether the member may react to what is in a thread: nobody but moderators does once it is locked.
pub(super) fn may_react(signed: &Signed, order: &Order) -> bool {
    takes_part(signed) && (!order.is_locked || may_moderate(signed, order.is_keeper))
}

/// Whether the member may change a comment: its author alone. Comments have no history, so what a moderator wrote there
/// would stand under the author's name; what is not to stand is deleted.
pub(super) fn may_change_comment(signed: &Signed, author_id: i64, order: &Order) -> bool {
    signed.id.0 == author_id && may_edit(signed, author_id, order)
}

/// Whether the member may vote on what this author wrote: as they may react, but nobody votes on their own.
pub(super) fn may_vote(signed: &Signed, author_id: i64, order: &Order) -> bool {
    signed.id.0 != author_id && may_react(signed, order)
}

/// Whether the member may accept an answer: the asker may, as long as the question is not locked.
pub(super) fn may_accept(signed: &Signed, order: &Order) -> bool {
    takes_part(signed) && (may_moderate(signed, order.is_keeper) || (signed.id.0 == order.asker_id && !order.is_locked))
}

/// Whether the member may delete a thread; one in which others have posted goes by a moderator alone.
pub(super) fn may_delete_thread(signed: &Signed, order: &Order, has_posts_of_others: bool) -> bool {
    may_moderate(signed, order.is_keeper)
        || (may_post(signed, order) && signed.id.0 == order.asker_id && !has_posts_of_others)
}

/// Whether the member may take back a deletion: who deleted it may, and moderators.
pub(super) fn may_restore(signed: &Signed, is_keeper: bool, deleted_by: Option<i64>) -> bool {
    may_moderate(signed, is_keeper) || (takes_part(signed) && deleted_by == Some(signed.id.0))
}

/// What the viewer may do with what this author wrote in a thread.
pub(super) fn viewer(actor: &Actor, author_id: i64, order: &Order, vote: i32) -> PostViewer {
    match actor {
        Actor::Anonymous => PostViewer::default(),
        Actor::Signed(signed) => PostViewer {
            is_author: signed.id.0 == author_id,
            vote,
            can_vote: may_vote(signed, author_id, order),
            can_respond: may_post(signed, order),
            can_react: may_react(signed, order),
            can_edit: may_edit(signed, author_id, order),
            can_accept: may_accept(signed, order),
            can_delete: may_edit(signed, author_id, order),
        },
    }
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
