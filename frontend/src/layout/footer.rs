//! The footer.

use yew::prelude::*;

use super::masthead::LanguageSwitch;
use crate::components::Link;
use crate::hooks::use_text;
use crate::routes::Route;

/// The footer.
#[component]
pub fn Footer() -> Html {
    let text = use_text();
    html! {
        <footer class="sitefoot">
            <div class="wrap">
                <div class="grid-s">
                    <nav aria-labelledby="foot-network">
                        <h2 id="foot-network">{ text.t("foot-network") }</h2>
                        <ul class="plain">
                            <li><Link to={Route::Home}>{ text.t("foot-about") }</Link></li>
                            <li><Link to={Route::Join}>{ text.t("join-free") }</Link></li>
                            <li><Link to={Route::CodeOfConduct}>{ text.t("foot-conduct") }</Link></li>
                        </ul>
                    </nav>
                    <nav aria-labelledby="foot-read">
                        <h2 id="foot-read">{ text.t("foot-read") }</h2>
                        <ul class="plain">
                            <li><Link to={Route::Questions}>{ text.t("nav-questions") }</Link></li>
                            <li><Link to={Route::Resources}>{ text.t("nav-resources") }</Link></li>
                        </ul>
                    </nav>
                    <nav aria-labelledby="foot-programs">
                        <h2 id="foot-programs">{ text.t("foot-programs") }</h2>
                        <ul class="plain"><li><a href="/api/docs/">{ text.t("foot-api") }</a></li></ul>
                    </nav>
                    <div>
                        <h2>{ text.t("foot-comfort") }</h2>
                        <ul class="plain"><li><LanguageSwitch class="btn-link" /></li></ul>
                    </div>
                </div>
                <p class="colophon">{ text.t("colophon") }</p>
            </div>
        </footer>
    }
}
