//! The masthead: name, search, language, theme, account.

use client::types::accounts::Role;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Link, go, icon, query_of};
use crate::hooks::{is_dark, set_dark, use_session, use_set_language, use_text};
use crate::routes::Route;
use crate::text::Language;

/// What the masthead shows.
#[derive(PartialEq, Properties)]
pub struct MastheadProps {
    /// The page that is shown.
    pub route: Route,
    /// Whether the menu is open.
    pub is_menu_open: bool,
    /// Opens or closes the menu.
    pub toggle: Callback<()>,
}

/// The masthead.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let text = use_text();
    let session = use_session();
    html! {
        <header class="masthead">
            <div class="wrap masthead-row">
                <Link class="logo" to={Route::Home}>
                    <svg viewBox="0 0 32 32" aria-hidden="true">
                        <path d="M4 9h5v17H4zM10.5 5h4v21h-4zM16 11h4.5v15H16z" fill="currentColor" />
                        <path d="m21.6 9.9 4.3-1.3 5 16.1-4.3 1.3z" fill="var(--brass)" />
                        <path d="M2 28.5h28" stroke="currentColor" stroke-width="2.6" />
                    </svg>
                    <span>{ "Commonshelf" }</span>
                </Link>
                if !matches!(props.route, Route::Home | Route::Search) { <SiteSearch /> }
                <div class="tools">
                    if props.route != Route::Search {
                        <Link class="tool only-narrow" to={Route::Search}>{ icon("search") }<span class="vh">{ text.t("search") }</span></Link>
                    }
                    <LanguageSwitch class="tool only-wide" />
                    <ThemeSwitch class="tool only-wide" />
                    if let Some(member) = &session.member {
                        if member.role == Role::Admin {
                            <Link class="tool only-wide" to={Route::AdminApplications}>{ text.t("nav-staff") }</Link>
                        }
                        <Link class="tool only-wide" to={Route::Account}>{ icon("user") }{ first_name(&member.name) }</Link>
                    } else if !session.is_restoring {
                        <Link class="tool only-wide" to={Route::SignIn}>{ text.t("sign-in") }</Link>
                        <Link class="btn btn-on btn-small only-wide" to={Route::Join}>{ text.t("join-free") }</Link>
                    }
                    <button class="tool only-narrow" type="button" aria-expanded={props.is_menu_open.to_string()}
                        aria-controls="mainnav" onclick={props.toggle.reform(|_: MouseEvent| ())}>
                        { icon("menu") }{ text.t("menu") }
                    </button>
                </div>
            </div>
        </header>
    }
}

/// The first word of a name.
pub fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or(name).to_owned()
}

#[component]
fn SiteSearch() -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let field = use_node_ref();
    let onsubmit = {
        let field = field.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let (Some(navigator), Some(field)) = (&navigator, field.cast::<HtmlInputElement>()) {
                go(navigator, &Route::Search, &query_of(&[("q", field.value().trim())]));
            }
        })
    };
    html! {
        <form class="masthead-search" role="search" {onsubmit}>
            <label class="vh" for="site-q">{ text.t("search-site") }</label>
            <div class="joined">
                <input class="input" id="site-q" type="search" ref={field} placeholder={text.t("search-everything")} />
                <button class="btn">{ icon("search") }<span class="vh">{ text.t("search") }</span></button>
            </div>
        </form>
    }
}

/// How a switch looks.
#[derive(PartialEq, Properties)]
pub struct SwitchProps {
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
}

/// Changes the language; its words are in the other one.
#[component]
pub fn LanguageSwitch(props: &SwitchProps) -> Html {
    let text = use_text();
    let set = use_set_language();
    let other = text.language.other();
    let name = match other {
        Language::English => "English",
        Language::Welsh => "Cymraeg",
    };
    html! {
        <button class={props.class.clone()} type="button" lang={other.code()}
            onclick={Callback::from(move |_: MouseEvent| set.emit(other))}>{ name }</button>
    }
}

/// Changes between light and dark.
#[component]
pub fn ThemeSwitch(props: &SwitchProps) -> Html {
    let text = use_text();
    let is_on = use_state_eq(is_dark);
    let onclick = {
        let is_on = is_on.clone();
        Callback::from(move |_: MouseEvent| {
            let wanted = !is_dark();
            set_dark(wanted);
            is_on.set(wanted);
        })
    };
    html! {
        <button class={props.class.clone()} type="button" aria-pressed={is_on.to_string()} {onclick}>
            { icon("moon") }<span class="vh">{ text.t("theme-dark") }</span>
        </button>
    }
}
