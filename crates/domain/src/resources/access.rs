//! Who may do what with resources. In this version all of them are public to read.

use api_types::accounts::Role;

use crate::accounts::access::Signed;

/// Who finds resources.
pub(crate) const VISIBILITY: ::search::Visibility = ::search::Visibility::Public;

/// Whether the member may add resources and upload files.
pub(super) fn may_add(signed: &Signed) -> bool {
    signed.role >= Role::Member
}
