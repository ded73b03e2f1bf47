//! People: belonging to organisations, invitations, profiles, and finding one another.

mod belonging;
mod contacts;
mod invitation;
mod invitations;
mod member;
mod members;
mod my_organisations;
mod profile;
mod profile_form;
mod requests;
mod skills;

pub use belonging::AskToJoin;
pub use contacts::Contacts;
pub use invitation::InvitationPage;
pub use invitations::{Invitations, InvitationsPage};
pub use member::MemberPage;
pub use members::MembersPage;
pub use my_organisations::MyOrganisations;
pub use profile::ProfilePage;
pub use requests::Requests;

use client::types::membership::AffiliationRole;
use yew::prelude::*;

use crate::pages::membership::part_message;
use crate::text::Text;

/// The parts to choose from.
fn parts(text: &Text) -> Vec<(AttrValue, AttrValue)> {
    AffiliationRole::ALL.iter().map(|part| (AttrValue::Static(part.as_str()), text.t(part_message(*part)))).collect()
}

/// The part that was chosen.
fn part_named(word: &str) -> AffiliationRole {
    AffiliationRole::ALL.into_iter().find(|part| part.as_str() == word).unwrap_or_default()
}

/// A member's picture, or the first letters of the name.
fn avatar(picture: Option<&str>, name: &str) -> Html {
    match picture {
        Some(path) => {
            html! { <img class="avatar" src={path.to_owned()} alt="" width="36" height="36" loading="lazy" /> }
        }
        None => html! { <span class="avatar" aria-hidden="true">{ crate::components::avatar_letters(name) }</span> },
    }
}
