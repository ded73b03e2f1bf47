//! Signing in.

use client::types::accounts::{NewSession, Role, Session as SignedIn};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Link, TextField, go};
use crate::hooks::{use_mutation, use_session, use_text, use_title};
use crate::routes::Route;

/// Signing in.
#[component]
pub fn SignInPage() -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    let next = use_location()
        .and_then(|location| location.query::<Vec<(String, String)>>().ok())
        .and_then(|pairs| pairs.into_iter().find(|(name, _)| name == "next"))
        // Only pages of the app are led to: what is no route is not followed.
        .and_then(|(_, path)| Route::recognize(&path));
    let (email, password) = (use_state(String::new), use_state(String::new));
    let sign_in = use_mutation(
        |client, new: NewSession| async move { client.sign_in(&new).await },
        Callback::from(move |signed_in: SignedIn| {
            let home = if signed_in.member.role == Role::Applicant { Route::MyApplication } else { Route::Home };
            session.begin.emit(signed_in);
            if let Some(navigator) = &navigator {
                let next = next.clone().filter(|next| *next != Route::NotFound).unwrap_or(home);
                go(navigator, &next, "");
            }
        }),
    );
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
            <p class="mt-6">{ text.t("not-a-member") }{ " " }<Link to={Route::Join}>{ text.t("join-free") }</Link></p>
        </div>
    }
}
