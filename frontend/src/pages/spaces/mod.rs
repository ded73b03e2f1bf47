//! The spaces of the forum: which there are, what is in each, and who belongs to it.

mod audit;
mod form;
mod list;
mod people;
mod space;

pub use audit::AuditPage;
pub use form::{EditSpacePage, NewSpacePage};
pub use list::SpacesPage;
pub use space::SpacePage;

use client::types::forum::SpaceAccess;
use yew::prelude::*;

use crate::components::icon;
use crate::text::Text;

/// Who may read what is in a space, in words.
fn access_words(text: &Text, access: SpaceAccess) -> Html {
    let sign = if access == SpaceAccess::Public { "users" } else { "lock" };
    html! { <span class="badge">{ icon(sign) }{ text.t(&format!("space-access-{}", access.as_str())) }</span> }
}
