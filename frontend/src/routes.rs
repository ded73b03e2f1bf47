//! The addresses of the pages.

use client::types::forum::ThreadKind;
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
    #[at("/questions/edit/:id/:slug")]
    EditQuestion {
        /// The question's id.
        id: i64,
        /// The words of its title.
        slug: String,
    },
    /// The discussions.
    #[at("/discussions")]
    Discussions,
    /// Starting a discussion.
    #[at("/discussions/start")]
    StartDiscussion,
    /// A discussion by its id alone; it leads on to the whole address.
    #[at("/discussions/:id")]
    DiscussionById {
        /// The discussion's id.
        id: i64,
    },
    /// A discussion with its replies.
    #[at("/discussions/:id/:slug")]
    Discussion {
        /// The discussion's id.
        id: i64,
        /// The words of its title.
        slug: String,
    },
    /// Changing a discussion.
    #[at("/discussions/edit/:id/:slug")]
    EditDiscussion {
        /// The discussion's id.
        id: i64,
        /// The words of its title.
        slug: String,
    },
    /// What moderators do with a question.
    #[at("/moderate/questions/:id")]
    ModerateQuestion {
        /// The question's id.
        id: i64,
    },
    /// What moderators do with a discussion.
    #[at("/moderate/discussions/:id")]
    ModerateDiscussion {
        /// The discussion's id.
        id: i64,
    },
    /// The tags.
    #[at("/tags")]
    Tags,
    /// What was done to keep the network in order.
    #[at("/audit")]
    Audit,
    /// The spaces.
    #[at("/spaces")]
    Spaces,
    /// Making a space.
    #[at("/spaces/new")]
    NewSpace,
    /// A space.
    #[at("/spaces/:slug")]
    Space {
        /// The words in its address.
        slug: String,
    },
    /// Changing a space.
    #[at("/spaces/:slug/edit")]
    EditSpace {
        /// The words in its address.
        slug: String,
    },
    /// A tag.
    #[at("/tags/:name")]
    Tag {
        /// Its name.
        name: String,
    },
    /// The threads that the member keeps.
    #[at("/bookmarks")]
    Bookmarks,
    /// What the member follows.
    #[at("/follows")]
    Follows,
    /// Following a thread no longer, with the link of a mail.
    #[at("/unfollow")]
    Unfollow,
    /// The code of conduct.
    #[at("/code-of-conduct")]
    CodeOfConduct,
    /// The looks at who asks in confidence.
    #[at("/in-confidence")]
    AskerLooks,
    /// Finishing a guide.
    #[at("/guides/:id/edit")]
    EditGuide {
        /// The resource's id.
        id: i64,
    },
    /// The history of a post.
    #[at("/posts/:id/history")]
    PostHistory {
        /// The post's id.
        id: i64,
    },
    /// Suggested changes.
    #[at("/suggestions")]
    Suggestions,
    /// One's drafts.
    #[at("/drafts")]
    Drafts,
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

impl Route {
    /// The page of a thread.
    pub const fn of_thread(kind: ThreadKind, id: i64, slug: String) -> Self {
        match kind {
            ThreadKind::Question => Self::Question { id, slug },
            ThreadKind::Discussion => Self::Discussion { id, slug },
        }
    }

    /// The page in the main navigation that this one belongs to.
    pub const fn section(&self) -> Option<Self> {
        Some(match self {
            Self::Questions
            | Self::Ask
            | Self::QuestionById { .. }
            | Self::Question { .. }
            | Self::EditQuestion { .. }
            | Self::AskerLooks
            | Self::Tags
            | Self::Spaces
            | Self::NewSpace
            | Self::Space { .. }
            | Self::EditSpace { .. }
            | Self::Tag { .. } => Self::Questions,
            Self::Discussions
            | Self::StartDiscussion
            | Self::DiscussionById { .. }
            | Self::Discussion { .. }
            | Self::EditDiscussion { .. } => Self::Discussions,
            Self::Resources
            | Self::AddResource
            | Self::EditGuide { .. }
            | Self::ResourceById { .. }
            | Self::Resource { .. } => Self::Resources,
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
