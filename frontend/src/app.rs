//! The providers and the router.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{ShelvesProvider, ToastProvider};
use crate::hooks::{set_page_language, store_language, stored_language};
use crate::layout::Frame;
use crate::pages;
use crate::pages::account::StepUpProvider;
use crate::routes::Route;
use crate::session::SessionProvider;
use crate::text::{Language, Messages, Text};

/// The language in force and the way to change it.
#[derive(Clone, PartialEq)]
pub struct Speech {
    /// The texts.
    pub text: Text,
    /// Changes the language.
    pub set: Callback<Language>,
}

/// The app where everybody arrives, in a browser.
#[component]
pub fn App() -> Html {
    html! { <Providers messages={Said(Messages::READING)}><BrowserRouter><Pages draw={Draw(pages::page)} /></BrowserRouter></Providers> }
}

/// The app of the forum, in a browser.
#[component]
pub fn ForumApp() -> Html {
    html! { <Providers messages={Said(Messages::FORUM)}><BrowserRouter><Pages draw={Draw(pages::forum_page)} /></BrowserRouter></Providers> }
}

/// The app of lists of threads and of asking, in a browser.
#[component]
pub fn AskingApp() -> Html {
    html! { <Providers messages={Said(Messages::ASKING)}><BrowserRouter><Pages draw={Draw(pages::asking_page)} /></BrowserRouter></Providers> }
}

/// The app that keeps the forum in order, in a browser.
#[component]
pub fn OrderApp() -> Html {
    html! { <Providers messages={Said(Messages::ORDER)}><BrowserRouter><Pages draw={Draw(pages::order_page)} /></BrowserRouter></Providers> }
}

/// The app of what members keep for themselves, in a browser.
#[component]
pub fn KeepingApp() -> Html {
    html! { <Providers messages={Said(Messages::KEEPING)}><BrowserRouter><Pages draw={Draw(pages::keeping_page)} /></BrowserRouter></Providers> }
}

/// The app of joining, in a browser.
#[component]
pub fn JoiningApp() -> Html {
    html! { <Providers messages={Said(Messages::JOINING)}><BrowserRouter><Pages draw={Draw(pages::joining_page)} /></BrowserRouter></Providers> }
}

/// The app of one's own account, in a browser.
#[component]
pub fn AccountApp() -> Html {
    html! {
        <Providers messages={Said(Messages::ACCOUNT)}>
            <StepUpProvider><BrowserRouter><Pages draw={Draw(pages::account_page)} /></BrowserRouter></StepUpProvider>
        </Providers>
    }
}

/// The app of people, organisations and libraries, in a browser.
#[component]
pub fn PeopleApp() -> Html {
    html! { <Providers messages={Said(Messages::PEOPLE)}><BrowserRouter><Pages draw={Draw(pages::people_page)} /></BrowserRouter></Providers> }
}

/// The app of the map, in a browser.
#[component]
pub fn MapApp() -> Html {
    html! { <Providers messages={Said(Messages::MAP)}><BrowserRouter><Pages draw={Draw(pages::map_page)} /></BrowserRouter></Providers> }
}

/// The staff's app of growth, in a browser.
#[component]
pub fn GrowthApp() -> Html {
    html! {
        <Providers messages={Said(Messages::GROWTH)}>
            <StepUpProvider><BrowserRouter><Pages draw={Draw(pages::growth_page)} /></BrowserRouter></StepUpProvider>
        </Providers>
    }
}

/// The staff's app in a browser.
#[component]
pub fn StaffApp() -> Html {
    html! { <Providers messages={Said(Messages::STAFF)}><BrowserRouter><Pages draw={Draw(pages::staff_page)} /></BrowserRouter></Providers> }
}

/// Which page to render on a server.
#[cfg(feature = "ssr")]
#[derive(Clone, PartialEq, Properties)]
pub struct ServerAppProps {
    /// The path of the page.
    pub path: AttrValue,
}

/// The app on a server: one page, as it is before its queries are answered.
#[cfg(feature = "ssr")]
#[component]
pub fn ServerApp(props: &ServerAppProps) -> Html {
    use yew_router::history::{AnyHistory, History, MemoryHistory};
    let history = MemoryHistory::new();
    history.push(props.path.as_str());
    html! { <Providers messages={Said(Messages::ALL)}><Router history={AnyHistory::from(history)}><Pages draw={Draw(pages::any_page)} /></Router></Providers> }
}

/// The messages of an app.
#[derive(Clone, Copy)]
struct Said(Messages);

impl PartialEq for Said {
    /// They never change while an app runs.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(PartialEq, Properties)]
struct ProvidersProps {
    messages: Said,
    children: Html,
}

#[component]
fn Providers(props: &ProvidersProps) -> Html {
    let Said(messages) = props.messages;
    let text = use_state(|| Text::new(stored_language(), &messages));
    let set = {
        let text = text.clone();
        Callback::from(move |language: Language| {
            store_language(language);
            text.set(Text::new(language, &messages));
        })
    };
    use_effect_with(text.language, |language| set_page_language(*language));
    let speech = Speech { text: (*text).clone(), set };
    html! {
        <ContextProvider<Speech> context={speech}>
            <SessionProvider>
                <ShelvesProvider>
                    <ToastProvider>{ props.children.clone() }</ToastProvider>
                </ShelvesProvider>
            </SessionProvider>
        </ContextProvider<Speech>>
    }
}

/// Draws the page of a route.
#[derive(Clone, Copy)]
struct Draw(fn(Route) -> Html);

impl PartialEq for Draw {
    /// It never changes while an app runs.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(PartialEq, Properties)]
struct PagesProps {
    draw: Draw,
}

#[component]
fn Pages(props: &PagesProps) -> Html {
    html! { <Frame><Switch<Route> render={props.draw.0} /></Frame> }
}
