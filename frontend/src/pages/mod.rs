//! Pages: each owns its queries.

pub(crate) mod account;
mod admin;
mod forum;
mod growth;
mod home;
mod kept;
mod libraries;
mod map;
mod membership;
mod people;
mod register;
mod registration;
mod resources;
mod search;
mod spaces;
mod staff_member;

use client::types::forum::ThreadKind;
use yew::prelude::*;

use crate::components::MissingCard;
#[cfg(feature = "ssr")]
use crate::parts::Part;
use crate::routes::Route;

/// The page of a route, whichever app it is in: a server has them all.
#[cfg(feature = "ssr")]
pub fn any_page(route: Route) -> Html {
    match route.part() {
        Part::Reading => page(route),
        Part::Forum => forum_page(route),
        Part::Asking => asking_page(route),
        Part::Keeping => keeping_page(route),
        Part::Order => order_page(route),
        Part::Joining => joining_page(route),
        Part::Account => account_page(route),
        Part::People => people_page(route),
        Part::Map => map_page(route),
        Part::Growth => growth_page(route),
        Part::Staff => staff_page(route),
    }
}

/// The page of a route of the app where everybody arrives. Those about one thing are drawn anew for another thing.
pub fn page(route: Route) -> Html {
    match route {
        Route::Home => html! { <home::HomePage /> },
        Route::Resources => html! { <resources::ResourcesPage /> },
        Route::AddResource => html! { <resources::AddResourcePage /> },
        Route::ResourceById { id } | Route::Resource { id, .. } => html! { <resources::ResourcePage key={id} {id} /> },
        Route::Search => html! { <search::SearchPage /> },
        Route::SignIn => html! { <account::SignInPage /> },
        Route::ForgottenPassword => html! { <account::ForgottenPasswordPage /> },
        Route::ResetPassword => html! { <account::ResetPasswordPage /> },
        Route::Setup => html! { <account::SetupPage /> },
        // The other apps are loaded by themselves.
        _ => html! { <MissingCard /> },
    }
}

const QUESTION: ThreadKind = ThreadKind::Question;
const DISCUSSION: ThreadKind = ThreadKind::Discussion;

/// The page of a route of the app of threads.
pub fn forum_page(route: Route) -> Html {
    match route {
        Route::QuestionById { id } | Route::Question { id, .. } => {
            html! { <forum::ThreadPage key={id} kind={QUESTION} {id} /> }
        }
        Route::DiscussionById { id } | Route::Discussion { id, .. } => {
            html! { <forum::ThreadPage key={id} kind={DISCUSSION} {id} /> }
        }
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the app of lists of threads, and of beginning and changing them.
pub fn asking_page(route: Route) -> Html {
    match route {
        Route::Questions => html! { <forum::ThreadsPage key="questions" kind={QUESTION} /> },
        Route::Ask => html! { <forum::StartPage key="question" kind={QUESTION} /> },
        Route::EditQuestion { id, .. } => html! { <forum::EditThreadPage key={id} kind={QUESTION} {id} /> },
        Route::Discussions => html! { <forum::ThreadsPage key="discussions" kind={DISCUSSION} /> },
        Route::StartDiscussion => html! { <forum::StartPage key="discussion" kind={DISCUSSION} /> },
        Route::EditDiscussion { id, .. } => html! { <forum::EditThreadPage key={id} kind={DISCUSSION} {id} /> },
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the app of what members keep for themselves.
pub fn keeping_page(route: Route) -> Html {
    match route {
        Route::Tags => html! { <forum::TagsPage /> },
        Route::Tag { name } => html! { <kept::TagPage name={name.clone()} key={name} /> },
        Route::Bookmarks => html! { <kept::BookmarksPage /> },
        Route::Follows => html! { <kept::FollowsPage /> },
        Route::Unfollow => html! { <kept::UnfollowPage /> },
        Route::CodeOfConduct => html! { <kept::ConductPage /> },
        Route::EditGuide { id } => html! { <forum::EditGuidePage key={id} {id} /> },
        Route::Drafts => html! { <forum::DraftsPage /> },
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the app that keeps the forum in order.
pub fn order_page(route: Route) -> Html {
    match route {
        Route::ModerateQuestion { id } => html! { <forum::ModeratePage key={id} kind={QUESTION} {id} /> },
        Route::ModerateDiscussion { id } => html! { <forum::ModeratePage key={id} kind={DISCUSSION} {id} /> },
        Route::Audit => html! { <spaces::AuditPage /> },
        Route::Spaces => html! { <spaces::SpacesPage /> },
        Route::NewSpace => html! { <spaces::NewSpacePage /> },
        Route::Space { slug } => html! { <spaces::SpacePage key={slug.clone()} slug={slug.clone()} /> },
        Route::EditSpace { slug } => html! { <spaces::EditSpacePage key={slug.clone()} slug={slug.clone()} /> },
        Route::AskerLooks => html! { <forum::AskerLooksPage /> },
        Route::PostHistory { id } => html! { <forum::HistoryPage key={id} {id} /> },
        Route::Suggestions => html! { <forum::SuggestionsPage /> },
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the app of joining.
pub fn joining_page(route: Route) -> Html {
    match route {
        Route::Join => html! { <registration::JoinPage /> },
        Route::JoinSent => html! { <registration::JoinSentPage /> },
        Route::Confirm => html! { <registration::ConfirmPage /> },
        Route::MyApplication => html! { <registration::MyApplicationPage /> },
        Route::Invitation => html! { <people::InvitationPage /> },
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the app of one's own account.
pub fn account_page(route: Route) -> Html {
    match route {
        Route::Account => html! { <account::AccountPage /> },
        Route::Referrals => html! { <account::ReferralsPage /> },
        Route::Data => html! { <account::DataPage /> },
        Route::Profile => html! { <people::ProfilePage /> },
        Route::Invitations => html! { <people::InvitationsPage /> },
        Route::OtherSignIn => html! { <account::OtherSignInPage /> },
        Route::SecondStep => html! { <account::SecondStepPage /> },
        Route::SecondFactor => html! { <account::SecondFactorPage /> },
        Route::Passkeys => html! { <account::PasskeysPage /> },
        Route::EmailChange => html! { <account::EmailChangePage /> },
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the app of people, organisations and libraries.
pub fn people_page(route: Route) -> Html {
    match route {
        Route::Directory => html! { <membership::DirectoryPage /> },
        Route::Members => html! { <people::MembersPage /> },
        Route::Member { id } => html! { <people::MemberPage key={id} {id} /> },
        Route::Libraries => html! { <libraries::LibrariesPage /> },
        Route::AddLibrary => html! { <libraries::AddLibraryPage /> },
        Route::Library { id } => html! { <libraries::LibraryPage key={id} {id} /> },
        Route::EditLibrary { id } => html! { <libraries::EditLibraryPage key={id} {id} /> },
        Route::OrganisationById { id } | Route::Organisation { id, .. } => {
            html! { <membership::OrganisationPage key={id} {id} /> }
        }
        Route::EditOrganisation { id, .. } => html! { <membership::EditOrganisationPage key={id} {id} /> },
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the app of the map.
pub fn map_page(route: Route) -> Html {
    match route {
        Route::DirectoryMap => html! { <map::MapPage /> },
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the staff's app of growth.
pub fn growth_page(route: Route) -> Html {
    match route {
        Route::AdminProspects => html! { <growth::ProspectsPage /> },
        Route::AdminProspect { id } => html! { <growth::ProspectsPage {id} /> },
        Route::AdminGrowth => html! { <growth::CoveragePage /> },
        Route::AdminLibraries => html! { <register::RegisterPage /> },
        Route::AdminMember { id } => html! { <staff_member::StaffMemberPage key={id} {id} /> },
        _ => html! { <MissingCard /> },
    }
}

/// The page of a route of the staff's app.
pub fn staff_page(route: Route) -> Html {
    match route {
        Route::AdminApplications => html! { <admin::ApplicationsPage /> },
        Route::AdminApplication { id } => html! { <admin::ApplicationsPage {id} /> },
        Route::AdminForm => html! { <admin::FormPage /> },
        Route::AdminRules => html! { <admin::RulesPage /> },
        Route::AdminSoleHolders => html! { <admin::SoleHoldersPage /> },
        Route::AdminShelves => html! { <admin::ShelvesPage /> },
        Route::AdminSettings => html! { <admin::SettingsPage /> },
        _ => html! { <MissingCard /> },
    }
}
