//! Following a thread no longer, or getting no more mails about mentions, with the link of such a mail.

use yew::prelude::*;

use crate::components::{Button, Link, Notice, error_text};
use crate::hooks::{fragment_token, use_mutation, use_text, use_title};
use crate::routes::Route;

/// Ends what a mail was about. It is asked first, since programs open the links of mails too.
#[component]
pub fn UnfollowPage() -> Html {
    let text = use_text();
    // The secret says which member and which thread it is for; a mail about mentions is about no thread.
    let is_mentions = fragment_token().is_some_and(|token| token.split('x').nth(1) == Some("0"));
    let (title, words, done) = if is_mentions {
        ("unmention-title", "unmention-text", "unmention-done")
    } else {
        ("unfollow-title", "unfollow-text", "unfollow-done")
    };
    use_title(text.t(title));
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
            <h1>{ text.t(title) }</h1>
            if *is_done {
                <Notice tone="is-ok" icon="circle-check" is_status=true><p>{ text.t(done) }</p></Notice>
                <p><Link to={Route::Follows}>{ text.t("follows-title") }</Link></p>
            } else {
                <p>{ text.t(words) }</p>
                if let Some(error) = &end.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                <p><Button busy={end.is_busy} onclick={end.run.reform(|_: MouseEvent| ())}>{ text.t(if is_mentions { "unmention" } else { "unfollow" }) }</Button></p>
            }
        </div>
    }
}
