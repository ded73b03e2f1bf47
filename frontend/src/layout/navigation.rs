//! The main navigation, or that of the staff's app.

use client::types::accounts::Role;
use yew::prelude::*;

use super::masthead::{LanguageSwitch, ThemeSwitch};
use crate::components::Link;
use crate::hooks::{use_session, use_text};
use crate::parts::Part;
use crate::routes::Route;

/// What the navigation shows.
#[derive(PartialEq, Properties)]
pub struct NavigationProps {
    /// The page that is shown.
    pub route: Route,
    /// Whether it is open on small screens.
    pub is_open: bool,
}

/// The navigation.
#[component]
pub fn Navigation(props: &NavigationProps) -> Html {
    let text = use_text();
    let session = use_session();
    let is_staff = matches!(props.route.part(), Part::Staff | Part::Growth) && session.has(Role::Admin);
    let pages: &[(Route, &str)] = if is_staff {
        &[
            (Route::AdminApplications, "nav-applications"),
            (Route::AdminSoleHolders, "nav-sole-holders"),
            (Route::AdminProspects, "nav-prospects"),
            (Route::AdminGrowth, "nav-growth"),
            (Route::AdminLibraries, "nav-libraries"),
            (Route::AdminShelves, "nav-shelves"),
            (Route::AdminSettings, "nav-settings"),
        ]
    } else {
        &[
            (Route::Questions, "nav-questions"),
            (Route::Discussions, "nav-discussions"),
            (Route::Resources, "nav-resources"),
            (Route::Directory, "nav-directory"),
            (Route::Search, "nav-search"),
        ]
    };
    let section = props.route.section();
    let label = text.t(if is_staff { "nav-label-staff" } else { "nav-label" });
    html! {
        <nav class="mainnav" id="mainnav" aria-label={label} data-open={props.is_open.then_some("")}>
            <div class="wrap">
                <ul>
                    { for pages.iter().map(|(to, message)| html! {
                        <li><Link to={to.clone()} current={section.as_ref() == Some(to)}>{ text.t(message) }</Link></li>
                    }) }
                    if let Some(member) = &session.member {
                        if member.role == Role::Admin && !is_staff {
                            <li class="only-narrow"><Link to={Route::AdminApplications}>{ text.t("nav-staff") }</Link></li>
                        }
                        if member.role == Role::Applicant {
                            <li><Link to={Route::MyApplication} current={props.route == Route::MyApplication}>{ text.t("nav-application") }</Link></li>
                        }
                        <li class="only-narrow"><Link to={Route::Account}>{ text.t("nav-account") }</Link></li>
                    } else if !session.is_restoring {
                        <li class="only-narrow"><Link to={Route::Join}>{ text.t("join-free") }</Link></li>
                        <li class="only-narrow"><Link to={Route::SignIn}>{ text.t("sign-in") }</Link></li>
                    }
                    <li class="only-narrow"><LanguageSwitch class="btn-link" /></li>
                    <li class="only-narrow"><ThemeSwitch class="btn-link" /></li>
                </ul>
            </div>
        </nav>
    }
}
