//! Which classes of documents somebody may find: nothing else is found, counted or suggested.

use ::search::Visibility;
use api_types::accounts::Role;

use crate::accounts::access::Actor;

/// The classes that the actor may see.
pub(super) fn visible_to(actor: &Actor) -> Vec<Visibility> {
    let mut visible = vec![Visibility::Public];
    if actor.role().is_some_and(|role| role >= Role::Member) {
        visible.push(Visibility::Members);
    }
    visible
}
