//! Who may do what with resources. Those that are published are public to read; drafts are their owners' and the
//! moderators'.

use api_types::accounts::Role;
use api_types::resources::ResourceStatus;
use entity::resource;

use crate::accounts::access::{Actor, Signed};

/// Who finds resources that are published.
pub(crate) const VISIBILITY: ::search::Visibility = ::search::Visibility::Public;

/// Whether the member may add resources and upload files.
pub(super) fn may_add(signed: &Signed) -> bool {
    signed.role >= Role::Member
}

/// Whether a resource is there for everybody.
pub(super) fn is_published(row: &resource::Model) -> bool {
    row.status == ResourceStatus::Published.as_str()
}

/// Whether the member may change a resource: a guide, of which one is the owner, or as a moderator.
pub(super) fn may_edit(signed: &Signed, row: &resource::Model) -> bool {
    let is_own = row.owner_id == Some(signed.id.0) && signed.role >= Role::Member;
    row.owner_id.is_some() && (is_own || signed.role >= Role::Moderator)
}

/// Whether the actor may see a resource.
pub(super) fn may_see(actor: &Actor, row: &resource::Model) -> bool {
    is_published(row) || matches!(actor, Actor::Signed(signed) if may_edit(signed, row))
}
