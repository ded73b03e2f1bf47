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
    /// The queue of applications.
    #[at("/admin/applications")]
    AdminApplications,
    /// An application.
    #[at("/admin/applications/:id")]
    AdminApplication {
        /// The application's id.
        id: i64,
    },
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
    /// Whether it is a page of the staff's part.
    pub const fn is_staff(&self) -> bool {
        matches!(
            self,
            Self::AdminApplications
                | Self::AdminApplication { .. }
                | Self::AdminLibraries
                | Self::AdminShelves
                | Self::AdminSettings
        )
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
            Self::AdminApplications | Self::AdminApplication { .. } => Self::AdminApplications,
            Self::AdminLibraries => Self::AdminLibraries,
            Self::AdminShelves => Self::AdminShelves,
            Self::AdminSettings => Self::AdminSettings,
            _ => return None,
        })
    }
}
