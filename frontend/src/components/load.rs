//! Queries drawn in all three of their states.

use client::Error;
use client::types::ErrorCode;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Button, Link, error_text, icon};
use crate::hooks::{Loadable, Query, use_text, use_title};
use crate::routes::Route;

/// Draws a query: bones while it is on its way, what failed, or the data.
pub fn load<T>(query: &Query<T>, draw: impl FnOnce(&T) -> Html) -> Html {
    match &query.state {
        Loadable::Loading => html! { <Skeleton /> },
        Loadable::Ready(data) => draw(data),
        Loadable::Failed(error) => html! { <Failure error={error.clone()} retry={query.reload.clone()} /> },
    }
}

/// Milliseconds before a wait is shown: a shorter one would only flicker.
const PATIENCE: u32 = 400;

/// The shape of what is coming.
#[component]
pub fn Skeleton() -> Html {
    let text = use_text();
    let is_shown = use_state_eq(|| false);
    {
        let is_shown = is_shown.clone();
        use_effect_with((), move |()| {
            let timeout = Timeout::new(PATIENCE, move || is_shown.set(true));
            || drop(timeout)
        });
    }
    if !*is_shown {
        return html! {};
    }
    let bones = html! {
        <div class="entry" aria-hidden="true">
            <div><span class="bone bone-s"></span><span class="bone bone-m"></span><span class="bone"></span></div>
        </div>
    };
    html! {
        <div class="entries" aria-busy="true">
            <p class="vh" role="status">{ text.t("loading") }</p>
            { bones.clone() }{ bones }
        </div>
    }
}

/// What failed and how to try again.
#[derive(PartialEq, Properties)]
pub struct FailureProps {
    /// Why.
    pub error: Error,
    /// Tries again.
    pub retry: Callback<()>,
}

/// A failure in place of what could not be had.
#[component]
pub fn Failure(props: &FailureProps) -> Html {
    let text = use_text();
    if props.error.code() == Some(ErrorCode::NotFound) {
        return html! { <MissingCard /> };
    }
    let retry = props.retry.reform(|_: MouseEvent| ());
    html! {
        <div class="cat-card flow narrow mb-5" role="alert">
            <h2>{ text.t("failure-title") }</h2>
            <p>{ error_text(&text, &props.error) }</p>
            <p class="row">
                <Button onclick={retry}>{ icon("refresh-cw") }{ text.t("try-again") }</Button>
                <Link to={Route::Home}>{ text.t("go-home") }</Link>
            </p>
        </div>
    }
}

/// The card of what is not there.
#[component]
pub fn MissingCard() -> Html {
    let text = use_text();
    use_title(text.t("missing-title"));
    html! {
        <div class="cat-card flow narrow mt-6 mb-5">
            <h1 class="h3">{ text.t("missing-title") }</h1>
            <p>{ text.t("missing-text") }</p>
            <p class="row">
                <Link to={Route::Search} class="btn">{ text.t("search") }</Link>
                <Link to={Route::Home}>{ text.t("go-home") }</Link>
            </p>
            <div><p class="stamp is-bad stamp-tilt"><span>{ text.t("missing-stamp") }</span>{ " " }<b>{ "404" }</b></p></div>
        </div>
    }
}
