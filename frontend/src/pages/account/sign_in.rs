//! Signing in.

use client::Error;
use client::types::accounts::{NewSession, Role, Session as SignedIn};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Link, TextField, go, query_of};
use crate::hooks::{load_page, use_mutation, use_session, use_text, use_title};
use crate::routes::Route;

/// A page that is led to, with what stands in its address: words that were typed come along.
#[derive(Clone, PartialEq)]
pub(super) struct Next {
    route: Route,
    query: String,
}

/// The page that is led to after signing in: one of the app, what is no route is not followed.
#[hook]
pub(super) fn use_next() -> Option<Next> {
    use_location()
        .and_then(|location| location.query::<Vec<(String, String)>>().ok())
        .and_then(|pairs| pairs.into_iter().find(|(name, _)| name == "next"))
        .and_then(|(_, path)| {
            let (path, query) = path.split_once('?').unwrap_or((&path, ""));
            Some(Next { route: Route::recognize(path)?, query: query.to_owned() })
        })
        .filter(|next| next.route != Route::NotFound)
}

/// The query that passes such a page on.
pub(super) fn next_query(next: Option<&Next>) -> AttrValue {
    next.map_or_else(AttrValue::default, |next| {
        let path = next.route.to_path();
        query_of(&[("next", if next.query.is_empty() { path } else { format!("{path}?{}", next.query) })])
    })
}

/// Takes over a session that was opened, and leads on.
#[hook]
pub(super) fn use_entering() -> Callback<SignedIn> {
    let session = use_session();
    let navigator = use_navigator();
    let next = use_next();
    Callback::from(move |signed_in: SignedIn| {
        let home = if signed_in.member.role == Role::Applicant { Route::MyApplication } else { Route::Home };
        session.begin.emit(signed_in);
        if let Some(navigator) = &navigator {
            let (to, query) = next.as_ref().map_or((&home, ""), |next| (&next.route, next.query.as_str()));
            go(navigator, to, query);
        }
    })
}

/// Leads to the second step when that is what the first was answered with. Its secret stands after the #, which no
/// server sees.
#[hook]
pub(super) fn use_second_step(error: Option<&Error>) {
    let next = use_next();
    let challenge = match error {
        Some(Error::Problem(problem)) => problem.challenge.clone(),
        _ => None,
    };
    use_effect_with(challenge, move |challenge| {
        if let Some(challenge) = challenge {
            let (path, query) = (Route::SecondStep.to_path(), next_query(next.as_ref()));
            load_page(&format!("{path}?{query}#token={challenge}"));
        }
    });
}

/// Signing in.
#[component]
pub fn SignInPage() -> Html {
    let text = use_text();
    let next = use_next();
    let enter = use_entering();
    let (email, password) = (use_state(String::new), use_state(String::new));
    let sign_in = use_mutation(|client, new: NewSession| async move { client.sign_in(&new).await }, enter);
    use_second_step(sign_in.error.as_ref());
    let errors = FormErrors::of(&text, sign_in.error.as_ref());
    use_title(errors.title(&text, text.t("sign-in")));
    let onsubmit = {
        let (email, password, run) = (email.clone(), password.clone(), sign_in.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewSession { email: email.trim().to_owned(), password: (*password).clone() });
        })
    };
    html! {
        <div class="narrow mt-6 mb-7">
            <h1 class="mb-5">{ text.t("sign-in") }</h1>
            <ErrorSummary errors={errors.clone()} failures={sign_in.failures} />
            <form novalidate=true class="flow flow-5" {onsubmit}>
                <TextField id="email" kind="email" autocomplete="username" label={text.t("email")} value={email} error={errors.at("email")} />
                <TextField id="password" kind="password" autocomplete="current-password" label={text.t("password")}
                    value={password} error={errors.at("password")} />
                <p class="row">
                    <Button submit=true busy={sign_in.is_busy}>{ text.t("sign-in") }</Button>
                    <Link to={Route::ForgottenPassword}>{ text.t("password-forgotten") }</Link>
                </p>
            </form>
            <p class="mt-6"><Link to={Route::OtherSignIn} query={next_query(next.as_ref())}>{ text.t("sign-in-otherwise") }</Link></p>
            <p class="mt-4">{ text.t("not-a-member") }{ " " }<Link to={Route::Join}>{ text.t("join-free") }</Link></p>
        </div>
    }
}
