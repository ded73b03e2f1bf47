//! The apps that the pages are in.

use crate::routes::Route;

/// One of the apps that the pages are in. Each is loaded by itself, so that readers need not load the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where everybody arrives: home, search, resources.
    Reading,
    /// A question or discussion with what is said to it.
    Forum,
    /// The lists of questions and discussions, and beginning or changing one.
    Asking,
    /// Tags, and what one keeps for oneself.
    Keeping,
    /// What keeps the forum in order: spaces, histories, suggestions, and what moderators do.
    Order,
    /// Applying for membership.
    Joining,
    /// One's own account.
    Account,
    /// Who is who: people, organisations and libraries.
    People,
    /// Where they are.
    Map,
    /// The staff's pages about libraries that may join.
    Growth,
    /// The staff's pages.
    Staff,
}

impl Route {
    /// The app that the page is in. The server learns it from `assets/pages.txt`.
    pub const fn part(&self) -> Part {
        match self {
            Self::QuestionById { .. }
            | Self::Question { .. }
            | Self::DiscussionById { .. }
            | Self::Discussion { .. } => Part::Forum,
            Self::Questions
            | Self::Ask
            | Self::EditQuestion { .. }
            | Self::Discussions
            | Self::StartDiscussion
            | Self::EditDiscussion { .. } => Part::Asking,
            Self::Tags
            | Self::Tag { .. }
            | Self::Bookmarks
            | Self::Follows
            | Self::Unfollow
            | Self::CodeOfConduct
            | Self::Drafts
            | Self::EditGuide { .. } => Part::Keeping,
            Self::ModerateQuestion { .. }
            | Self::ModerateDiscussion { .. }
            | Self::PostHistory { .. }
            | Self::Suggestions
            | Self::AskerLooks
            | Self::Audit
            | Self::Spaces
            | Self::NewSpace
            | Self::Space { .. }
            | Self::EditSpace { .. } => Part::Order,
            Self::Join | Self::JoinSent | Self::Confirm | Self::MyApplication | Self::Invitation => Part::Joining,
            Self::Account
            | Self::Data
            | Self::Referrals
            | Self::Profile
            | Self::Invitations
            | Self::OtherSignIn
            | Self::SecondStep
            | Self::SecondFactor
            | Self::Passkeys
            | Self::EmailChange => Part::Account,
            Self::Directory
            | Self::Members
            | Self::Libraries
            | Self::Member { .. }
            | Self::AddLibrary
            | Self::Library { .. }
            | Self::EditLibrary { .. }
            | Self::OrganisationById { .. }
            | Self::Organisation { .. }
            | Self::EditOrganisation { .. } => Part::People,
            Self::DirectoryMap => Part::Map,
            Self::AdminProspects
            | Self::AdminProspect { .. }
            | Self::AdminGrowth
            | Self::AdminLibraries
            | Self::AdminMember { .. } => Part::Growth,
            Self::AdminApplications
            | Self::AdminApplication { .. }
            | Self::AdminForm
            | Self::AdminRules
            | Self::AdminSoleHolders
            | Self::AdminShelves
            | Self::AdminSettings => Part::Staff,
            _ => Part::Reading,
        }
    }
}

#[cfg(test)]
mod tests {
    use yew_router::Routable;

    use super::*;

    #[test]
    fn every_page_is_served_with_the_app_that_it_is_in() {
        for path in Route::routes() {
            let concrete = path.replace(":id", "7").replace(":slug", "words");
            let route = Route::recognize(&concrete).unwrap();
            let begins = |page: &str| match page.strip_prefix('=') {
                Some(page) => concrete == page,
                None => concrete == page || concrete.starts_with(&format!("{page}/")),
            };
            let line = include_str!("../assets/pages.txt").lines().find(|line| line.split(' ').skip(1).any(begins));
            let served = match line.and_then(|line| line.split(' ').next()) {
                Some("forum") => Part::Forum,
                Some("asking") => Part::Asking,
                Some("keeping") => Part::Keeping,
                Some("order") => Part::Order,
                Some("joining") => Part::Joining,
                Some("account") => Part::Account,
                Some("people") => Part::People,
                Some("map") => Part::Map,
                Some("growth") => Part::Growth,
                Some("staff") => Part::Staff,
                _ => Part::Reading,
            };
            assert_eq!(route.part(), served, "{path}");
        }
    }
}
