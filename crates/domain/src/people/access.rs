//! Who sees which part of a profile: the one place where it is decided. Pages, lists and what searches find all
//! come from here.

use api_types::accounts::Role;
use api_types::people::{Audience, Visibility};
use entity::member;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{ColumnTrait, Condition};

use super::picture;
use crate::accounts::access::Actor;
use crate::accounts::role_of;
use crate::membership::contains;
use crate::text;

/// Who looks at a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Viewer {
    /// Somebody who visits, or waits to be let in.
    Stranger,
    /// A member of the network.
    Member,
    /// Somebody who runs the network.
    Staff,
    /// The one whom the profile is about.
    Own,
}

impl Viewer {
    /// How the caller looks at a member.
    pub(super) fn of(actor: &Actor, row: &member::Model) -> Self {
        match actor {
            Actor::Signed(signed) if signed.id.0 == row.id => Self::Own,
            Actor::Signed(signed) if signed.role >= Role::Admin => Self::Staff,
            Actor::Signed(signed) if signed.role >= Role::Member => Self::Member,
            _ => Self::Stranger,
        }
    }

    /// Whether what is shown to an audience is shown to this viewer.
    pub(super) const fn sees(self, audience: Audience) -> bool {
        match audience {
            Audience::Network => true,
            Audience::Members => !matches!(self, Self::Stranger),
            Audience::Staff => matches!(self, Self::Staff | Self::Own),
        }
    }
}

/// What a member shows to whom. What cannot be read is shown to staff alone.
pub(super) fn visibility_of(row: &member::Model) -> Visibility {
    serde_json::from_str(&row.visibility).unwrap_or(Visibility {
        about: Audience::Staff,
        picture: Audience::Staff,
        languages: Audience::Staff,
        skills: Audience::Staff,
        email: Audience::Staff,
        telephone: Audience::Staff,
    })
}

/// What a viewer sees of a profile.
pub(super) struct Seen {
    pub(super) about_html: String,
    pub(super) languages: String,
    pub(super) email: Option<String>,
    pub(super) telephone: Option<String>,
    pub(super) picture: Option<String>,
    pub(super) skills: bool,
    pub(super) organisations: bool,
}

impl Seen {
    /// What the viewer sees of a member.
    pub(super) fn by(viewer: Viewer, row: &member::Model) -> Self {
        let visibility = visibility_of(row);
        let told = |audience: Audience, text: &str| if viewer.sees(audience) { text.to_owned() } else { String::new() };
        Self {
            about_html: told(visibility.about, &row.about_html),
            languages: told(visibility.languages, &row.languages),
            email: viewer.sees(visibility.email).then(|| row.email.clone()),
            telephone: row.telephone.clone().filter(|_| viewer.sees(visibility.telephone)),
            picture: row.picture_key.as_deref().filter(|_| viewer.sees(visibility.picture)).map(picture::path),
            skills: viewer.sees(visibility.skills),
            // Who belongs to organisations is for members.
            organisations: viewer.sees(Audience::Members),
        }
    }

    /// Whether there is anything to see: who shows nothing to strangers is not known to them at all.
    pub(super) const fn is_nothing(&self, has_skills: bool) -> bool {
        self.about_html.is_empty()
            && self.languages.is_empty()
            && self.email.is_none()
            && self.telephone.is_none()
            && self.picture.is_none()
            && !(self.skills && has_skills)
    }
}

/// Whether somebody is known as a member at all: applicants and suspended accounts are not, but to staff.
pub(crate) fn is_listed(row: &member::Model) -> bool {
    !row.is_suspended && role_of(&row.role) >= Role::Member
}

/// Whether members may see the skills of a member.
pub(super) fn lists_skills(visibility: Visibility) -> bool {
    Viewer::Member.sees(visibility.skills)
}

/// What a member is found by: the words that every member may see, and no others.
pub(super) fn search_text(row: &member::Model, skills: &[String]) -> String {
    let seen = Seen::by(Viewer::Member, row);
    let skills = if seen.skills { skills.join(" ") } else { String::new() };
    let others = text::fold(&format!("{skills} {} {}", seen.languages, text::plain_of(&seen.about_html)));
    format!("{}{}", folded_name(&row.name), others.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A name as the first line of what a member is found by: no other line follows, so that a search can keep to it.
pub(crate) fn folded_name(name: &str) -> String {
    format!("{}\n", text::fold(name))
}

/// The members in whose name a word begins with what was typed.
pub(crate) fn named(typed: &str) -> Condition {
    let folded = text::fold(typed);
    let words = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    // What contains a word, without what comes before it, begins with it.
    let within = contains(&words);
    let within = within.trim_start_matches('%');
    let pattern = |before: &str| LikeExpr::new(format!("{before}{within}\n%")).escape('!');
    Condition::any()
        .add(member::Column::SearchText.like(pattern("")))
        .add(member::Column::SearchText.like(pattern("% ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_viewer_sees_what_is_meant_for_them() {
        let seen = |viewer: Viewer| Audience::ALL.map(|audience| viewer.sees(audience));
        assert_eq!(seen(Viewer::Stranger), [true, false, false]);
        assert_eq!(seen(Viewer::Member), [true, true, false]);
        assert_eq!(seen(Viewer::Staff), [true, true, true]);
        assert_eq!(seen(Viewer::Own), [true, true, true]);
    }
}
