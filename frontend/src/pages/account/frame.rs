//! What the pages of one's own account share: the heading, and the way from each to the others.

use client::types::accounts::Role;
use yew::prelude::*;

use crate::components::Link;
use crate::hooks::{use_session, use_text};
use crate::routes::Route;

/// The pages, each under its own title, with the role that it takes.
static PAGES: [(Route, &str, Role); 12] = [
    (Route::Account, "account-title", Role::Applicant),
    (Route::Profile, "profile-title", Role::Member),
    (Route::Invitations, "invitations-title", Role::Member),
    (Route::Referrals, "referrals-title", Role::Member),
    (Route::Follows, "follows-title", Role::Member),
    (Route::Bookmarks, "bookmarks-title", Role::Member),
    (Route::Drafts, "drafts-title", Role::Member),
    (Route::Suggestions, "suggestions-title", Role::Member),
    (Route::SecondFactor, "factor-title", Role::Applicant),
    (Route::Passkeys, "passkeys-title", Role::Applicant),
    (Route::EmailChange, "address-title", Role::Applicant),
    (Route::Data, "data-title", Role::Applicant),
];

/// What stands on a page of the account.
#[derive(PartialEq, Properties)]
pub struct AccountFrameProps {
    /// The page.
    pub here: Route,
    /// The message of what leads into it, if there is one.
    #[prop_or_default]
    pub lead: Option<&'static str>,
    /// What is on it.
    pub children: Html,
}

/// A page of the account, with links to the others before it.
#[component]
pub fn AccountFrame(props: &AccountFrameProps) -> Html {
    let text = use_text();
    let session = use_session();
    let title = PAGES.iter().find(|(route, ..)| *route == props.here).map_or("account-title", |(_, title, _)| *title);
    html! {
        <>
            <div class="pagehead"><div>
                <h1>{ text.t(title) }</h1>
                if let Some(lead) = props.lead { <p class="lead">{ text.t(lead) }</p> }
            </div></div>
            <div class="cols cols-start aside-s">
                <nav class="sidenav" aria-label={text.t("account-title")}><ul>{
                    for PAGES.iter().filter(|(.., role)| session.has(*role)).map(|(route, title, _)| html! {
                        <li key={*title}><Link to={route.clone()} current={*route == props.here}>{ text.t(title) }</Link></li>
                    })
                }</ul></nav>
                <div class="cols-main"><div class="narrow flow flow-7">{ props.children.clone() }</div></div>
            </div>
        </>
    }
}
