//! Making the first administrator.

use client::types::accounts::{NewAdministrator, Session as SignedIn};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Notice, TextField, go};
use crate::hooks::{fragment_token, use_mutation, use_session, use_text, use_title};
use crate::routes::Route;

/// Making the first administrator.
#[component]
pub fn SetupPage() -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    let token = use_state(fragment_token);
    let (name, email, password) = (use_state(String::new), use_state(String::new), use_state(String::new));
    let create = use_mutation(
        |client, new: NewAdministrator| async move { client.create_first_administrator(&new).await },
        Callback::from(move |signed_in: SignedIn| {
            // Staff pages open once the second step is set up.
            let next = if signed_in.member.needs_second_factor { Route::SecondFactor } else { Route::AdminSettings };
            session.begin.emit(signed_in);
            if let Some(navigator) = &navigator {
                go(navigator, &next, "");
            }
        }),
    );
    let errors = FormErrors::of(&text, create.error.as_ref());
    use_title(errors.title(&text, text.t("setup-title")));
    let onsubmit = {
        let (token, name, email, password) = (token.clone(), name.clone(), email.clone(), password.clone());
        let run = create.run.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewAdministrator {
                token: (*token).clone().unwrap_or_default(),
                name: name.trim().to_owned(),
                email: email.trim().to_owned(),
                password: (*password).clone(),
            });
        })
    };
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ text.t("setup-title") }</h1>
            if token.is_none() {
                <Notice tone="is-warn" icon="triangle-alert"><p>{ text.t("setup-incomplete") }</p></Notice>
            } else {
                <p class="lead">{ text.t("setup-lead") }</p>
                <ErrorSummary errors={errors.clone()} failures={create.failures} />
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <TextField id="name" autocomplete="name" label={text.t("your-name")} value={name} error={errors.at("name")} />
                    <TextField id="email" kind="email" autocomplete="username" label={text.t("email")} value={email} error={errors.at("email")} />
                    <TextField id="password" kind="password" autocomplete="new-password" label={text.t("password")}
                        hint={text.t("password-hint")} value={password} error={errors.at("password")} />
                    <p><Button submit=true busy={create.is_busy}>{ text.t("setup-send") }</Button></p>
                </form>
            }
        </div>
    }
}
