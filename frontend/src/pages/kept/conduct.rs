//! The code of conduct.

use client::types::conduct::LanguageQuery;
use yew::prelude::*;

use crate::components::{load, markdown};
use crate::hooks::{use_query, use_text, use_title};

/// The code of conduct, in the language of the page.
#[component]
pub fn ConductPage() -> Html {
    let text = use_text();
    use_title(text.t("conduct-title"));
    let conduct = use_query(text.language.wire(), |client, language| async move {
        client.get_code_of_conduct(&LanguageQuery { language }).await
    });
    html! {
        <div class="narrow mt-6 mb-7 flow">
            <h1>{ text.t("conduct-title") }</h1>
            { load(&conduct, |conduct| html! { { markdown(&conduct.text_html) } }) }
        </div>
    }
}
