//! The frame around every page: skip link, masthead, navigation, main part, footer.

mod footer;
mod masthead;
mod navigation;

use yew::prelude::*;
use yew_router::prelude::*;

use crate::hooks::{focus_main, use_text};
use crate::routes::Route;
use footer::Footer;
use masthead::Masthead;
use navigation::Navigation;

/// Which page of a list a query asks for.
fn after_of(query: &str) -> Option<String> {
    query.trim_start_matches('?').split('&').find(|pair| pair.starts_with("after=")).map(str::to_owned)
}

/// What the frame is around.
#[derive(PartialEq, Properties)]
pub struct FrameProps {
    /// The page.
    pub children: Html,
}

/// The frame.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let text = use_text();
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let is_menu_open = use_state_eq(|| false);
    let is_first = use_mut_ref(|| true);
    // Another page of a list is another page, though at the same address; another filter is not.
    let after = use_location().and_then(|location| after_of(location.query_str()));
    {
        let is_menu_open = is_menu_open.clone();
        use_effect_with((route.clone(), after), move |_| {
            // The browser itself begins a page that it has loaded at its top.
            if !is_first.replace(false) {
                is_menu_open.set(false);
                focus_main();
            }
        });
    }
    let toggle = {
        let is_menu_open = is_menu_open.clone();
        Callback::from(move |()| is_menu_open.set(!*is_menu_open))
    };
    let is_wide = route == Route::Home;
    html! {
        <>
            <a class="skip btn" href="#main">{ text.t("skip") }</a>
            <Masthead route={route.clone()} is_menu_open={*is_menu_open} {toggle} />
            <Navigation {route} is_open={*is_menu_open} />
            <main id="main" tabindex="-1" class={(!is_wide).then_some("wrap")}>{ props.children.clone() }</main>
            <Footer />
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_a_list_are_told_apart() {
        assert_eq!(after_of("?tag=roof&after=abc"), Some("after=abc".to_owned()));
        assert_eq!(after_of("?tag=after"), None);
    }
}
