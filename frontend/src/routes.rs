//! The addresses of the pages.

use yew_router::prelude::*;

/// A page.
#[derive(Clone, Debug, PartialEq, Routable)]
pub enum Route {
    /// What the network is.
    #[at("/")]
    Home,
    /// The questions.
    #[at("/questions")]
    Questions,
    /// Asking a question.
    #[at("/questions/ask")]
    Ask,
    /// A question by its id alone; it leads on to the whole address.
    #[at("/questions/:id")]
    QuestionById {
        /// The question's id.
        id: i64,
    },
    /// A question with its answers.
    #[at("/questions/:id/:slug")]
    Question {
        /// The question's id.
        id: i64,
        /// The words of its title.
        slug: String,
    },
    /// Changing a question.
    #[at("/questions/:id/:slug/edit")]
    EditQuestion {
        /// The question's id.
        id: i64,
        /// The words of its title.
        slug: String,
    },
    /// The resources.
    #[at("/resources")]
    Resources,
    /// Adding a resource.
    #[at("/resources/add")]
    AddResource,
    /// A resource by its id alone; it leads on to the whole address.
    #[at("/resources/:id")]
    ResourceById {
        /// The resource's id.
        id: i64,
    },
    /// A resource.
    #[at("/resources/:id/:slug")]
    Resource {
        /// The resource's id.
        id: i64,
        /// The words of its title.
        slug: String,
    },
    /// Search.
    #[at("/search")]
    Search,
    /// Applying for membership.
    #[at("/join")]
    Join,
    /// After applying: look in your mail.
    #[at("/join/sent")]
    JoinSent,
    /// Confirming an address with the secret of a mailed link.
    #[at("/join/confirm")]
    Confirm,
    /// Where the application stands.
    #[at("/join/status")]
    MyApplication,
    /// Signing in.
    #[at("/sign-in")]
    SignIn,
    /// Asking for a mailed link to set a new password.
    #[at("/forgotten-password")]
    ForgottenPassword,
    /// Setting a new password with the secret of a mailed link.
    #[at("/reset-password")]
    ResetPassword,
    /// Making the first administrator.
    #[at("/setup")]
    Setup,
    /// The member's own account.
    #[at("/account")]
    Account,
    /// The member's own data.
    #[at("/account/data")]
    Data,
    /// The member's own profile.
    #[at("/account/profile")]
    Profile,
    /// The member's referral link.
    #[at("/account/referrals")]
    Referrals,
    /// The invitations that the member has sent.
    #[at("/account/invitations")]
    Invitations,
    /// Taking up an invitation with the secret of a mailed link.
    #[at("/join/invitation")]
    Invitation,
    /// Signing in with a passkey or with a mailed link.
    #[at("/account/sign-in")]
    OtherSignIn,
    /// The second step of signing in.
    #[at("/account/second-step")]
    SecondStep,
    /// The member's second factor.
    #[at("/account/second-factor")]
    SecondFactor,
    /// The member's passkeys.
    #[at("/account/passkeys")]
    Passkeys,
    /// Changing the address that mail goes to.
    #[at("/account/email")]
    EmailChange,
    /// The directory of organisations.
    #[at("/directory")]
    Directory,
    /// The map of organisations and libraries.
    #[at("/directory/map")]
    DirectoryMap,
    /// The people in the directory.
    #[at("/directory/people")]
    Members,
    /// The libraries in the directory.
    #[at("/directory/libraries")]
    Libraries,
    /// A member.
    #[at("/members/:id")]
    Member {
        /// The member's id.
        id: i64,
    },
    /// Adding a library that the register lacks.
    #[at("/libraries/add")]
    AddLibrary,
    /// A library.
    #[at("/libraries/:id")]
    Library {
        /// The library's id.
        id: i64,
    },
    /// Changing a library.
    #[at("/libraries/:id/edit")]
    EditLibrary {
        /// The library's id.
        id: i64,
    },
    /// An organisation by its id alone; it leads on to the whole address.
    #[at("/organisations/:id")]
    OrganisationById {
        /// The organisation's id.
        id: i64,
    },
    /// An organisation.
    #[at("/organisations/:id/:slug")]
    Organisation {
        /// The organisation's id.
        id: i64,
        /// The words of its name.
        slug: String,
    },
    /// Changing an organisation.
    #[at("/organisations/:id/:slug/edit")]
    EditOrganisation {
        /// The organisation's id.
        id: i64,
        /// The words of its name.
        slug: String,
    },
    /// The queue of applications.
    #[at("/admin/applications")]
    AdminApplications,
    /// An application.
    #[at("/admin/applications/:id")]
    AdminApplication {
        /// The application's id.
        id: i64,
    },
    /// The network's own questions of the registration form.
    #[at("/admin/form")]
    AdminForm,
    /// The rules that approve applications.
    #[at("/admin/rules")]
    AdminRules,
    /// A member, as staff see them.
    #[at("/admin/members/:id")]
    AdminMember {
        /// The member's id.
        id: i64,
    },
    /// Organisations that hang on one person alone.
    #[at("/admin/sole-holders")]
    AdminSoleHolders,
    /// Libraries that may join.
    #[at("/admin/prospects")]
    AdminProspects,
    /// A library that may join.
    #[at("/admin/prospects/:id")]
    AdminProspect {
        /// The library's id.
        id: i64,
    },
    /// How far the network covers the country.
    #[at("/admin/growth")]
    AdminGrowth,
    /// The register of libraries.
    #[at("/admin/libraries")]
    AdminLibraries,
    /// The shelves.
    #[at("/admin/shelves")]
    AdminShelves,
    /// The network's settings.
    #[at("/admin/settings")]
    AdminSettings,
    /// Nothing.
    #[not_found]
    #[at("/404")]
    NotFound,
}

/// One of the apps that the pages are in. Each is loaded by itself, so that readers need not load the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What everybody comes for: to read, to ask, to find.
    Reading,
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

    /// The page in the main navigation that this one belongs to.
    pub const fn section(&self) -> Option<Self> {
        Some(match self {
            Self::Questions
            | Self::Ask
            | Self::QuestionById { .. }
            | Self::Question { .. }
            | Self::EditQuestion { .. } => Self::Questions,
            Self::Resources | Self::AddResource | Self::ResourceById { .. } | Self::Resource { .. } => Self::Resources,
            Self::Search => Self::Search,
            Self::Directory
            | Self::DirectoryMap
            | Self::Members
            | Self::Libraries
            | Self::Member { .. }
            | Self::AddLibrary
            | Self::Library { .. }
            | Self::EditLibrary { .. }
            | Self::OrganisationById { .. }
            | Self::Organisation { .. }
            | Self::EditOrganisation { .. } => Self::Directory,
            Self::AdminApplications | Self::AdminApplication { .. } | Self::AdminForm | Self::AdminRules => {
                Self::AdminApplications
            }
            Self::AdminSoleHolders => Self::AdminSoleHolders,
            Self::AdminProspects | Self::AdminProspect { .. } => Self::AdminProspects,
            Self::AdminGrowth => Self::AdminGrowth,
            Self::AdminLibraries => Self::AdminLibraries,
            Self::AdminShelves => Self::AdminShelves,
            Self::AdminSettings => Self::AdminSettings,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_served_with_the_app_that_it_is_in() {
        for path in Route::routes() {
            let concrete = path.replace(":id", "7").replace(":slug", "words");
            let route = Route::recognize(&concrete).unwrap();
            let begins = |page: &str| concrete == page || concrete.starts_with(&format!("{page}/"));
            let line = include_str!("../assets/pages.txt").lines().find(|line| line.split(' ').skip(1).any(begins));
            let served = match line.and_then(|line| line.split(' ').next()) {
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
