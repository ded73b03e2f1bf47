//! Following a thread no longer, with the link of a mail about it.

use yew::prelude::*;

use crate::components::{Button, Link, Notice, error_text};
use crate::hooks::{fragment_token, use_mutation, use_text, use_title};
use crate::routes::Route;

/// Ends following a thread. It is asked first, since programs open the links of mails too.
#[component]
pub fn UnfollowPage() -> Html {
    let text = use_text();
    use_title(text.t("unfollow-title"));
    let is_done = use_state_eq(|| false);
    let end = {
        let is_done = is_done.clone();
        use_mutation(
            |client, ()| async move { client.unfollow_by_mail(&fragment_token().unwrap_or_default()).await },
            Callback::from(move |()| is_done.set(true)),
        )
    };
    html! {
        <div class="narrow mt-6 mb-7 flow">
            <h1>{ text.t("unfollow-title") }</h1>
            if *is_done {
                <Notice tone="is-ok" icon="circle-check" is_status=true><p>{ text.t("unfollow-done") }</p></Notice>
                <p><Link to={Route::Follows}>{ text.t("follows-title") }</Link></p>
            } else {
                <p>{ text.t("unfollow-text") }</p>
                if let Some(error) = &end.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                <p><Button busy={end.is_busy} onclick={end.run.reform(|_: MouseEvent| ())}>{ text.t("unfollow") }</Button></p>
            }
        </div>
    }
}
