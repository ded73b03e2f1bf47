//! Applying for membership.

use client::types::membership::{Language, NewApplication};
use yew::prelude::*;
use yew_router::prelude::*;

use super::types::{AnswersFields, use_answers_draft};
use crate::components::{Button, CheckField, ErrorSummary, FormErrors, RadioField, TextField};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;
use crate::text;

/// Applying for membership.
#[component]
pub fn JoinPage() -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let network = use_query((), |client, ()| async move { client.get_network().await });
    let chosen = use_location()
        .and_then(|location| location.query::<Vec<(String, String)>>().ok())
        .and_then(|pairs| pairs.into_iter().find(|(name, _)| name == "as"))
        .map_or_else(|| "library".to_owned(), |(_, kind)| kind);
    let draft = use_answers_draft(chosen);
    let (name, email, telephone) = (use_state(String::new), use_state(String::new), use_state(String::new));
    let language = use_state(|| if text.language == text::Language::Welsh { "cy".to_owned() } else { "en".to_owned() });
    let agrees = use_state(|| false);
    let apply = use_mutation(
        |client, new: NewApplication| async move { client.submit_application(&new).await },
        Callback::from(move |()| {
            if let Some(navigator) = &navigator {
                navigator.replace(&Route::JoinSent);
            }
        }),
    );
    let errors = FormErrors::of(&text, apply.error.as_ref());
    let heading = network.ready().map(|network| network.join_heading.clone());
    let heading: AttrValue = heading.map_or_else(|| text.t("join-title"), AttrValue::from);
    use_title(errors.title(&text, heading.clone()));
    let onsubmit = {
        let (draft, name, email, telephone) = (draft.clone(), name.clone(), email.clone(), telephone.clone());
        let (language, agrees, run) = (language.clone(), agrees.clone(), apply.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewApplication {
                name: name.trim().to_owned(),
                email: email.trim().to_owned(),
                telephone: Some(telephone.trim().to_owned()).filter(|telephone| !telephone.is_empty()),
                language: if language.as_str() == "cy" { Language::Cy } else { Language::En },
                answers: draft.answers(),
                agrees: *agrees,
            });
        })
    };
    html! {
        <>
            <div class="pagehead"><div><h1>{ heading }</h1><p class="lead">{ text.t("join-lead") }</p></div></div>
            <div class="cols">
                <div>
                    <ErrorSummary errors={errors.clone()} failures={apply.failures} />
                    <form novalidate=true class="flow flow-6" {onsubmit}>
                        <AnswersFields {draft} errors={errors.clone()} />
                        <fieldset class="flow">
                            <legend><h2>{ text.t("join-about-you") }</h2></legend>
                            <TextField id="name" autocomplete="name" label={text.t("your-name")} value={name} error={errors.at("name")} />
                            <TextField id="email" kind="email" autocomplete="email" label={text.t("email")} hint={text.t("join-email-hint")}
                                value={email} error={errors.at("email")} />
                            <TextField id="telephone" kind="tel" autocomplete="tel" label={text.t("telephone")} hint={text.t("telephone-hint")}
                                optional=true value={telephone} error={errors.at("telephone")} />
                            <div role="group" aria-labelledby="language">
                                <p id="language" class="label">{ text.t("join-language") }</p>
                                <div class="choices">
                                    <RadioField name="language" option="en" label="English" lang="en" value={language.clone()} />
                                    <RadioField name="language" option="cy" label="Cymraeg" lang="cy" value={language} />
                                </div>
                            </div>
                        </fieldset>
                        <fieldset>
                            <legend class="mb-3"><h2>{ text.t("agreement") }</h2></legend>
                            <p class="prose mb-4">{ text.t("agreement-text") }</p>
                            <CheckField id="agrees" label={text.t("agreement-accept")} hint={text.t("agreement-data")} value={agrees} error={errors.at("agrees")} />
                        </fieldset>
                        <p><Button submit=true busy={apply.is_busy}>{ text.t(if apply.is_busy { "join-busy" } else { "join-send" }) }</Button></p>
                    </form>
                </div>
                <aside class="flow flow-6">
                    <section class="panel">
                        <h2>{ text.t("join-next") }</h2>
                        <ol class="links t-s">
                            <li>{ text.t("join-next-1") }</li><li>{ text.t("join-next-2") }</li><li>{ text.t("join-next-3") }</li>
                        </ol>
                    </section>
                    <section><h2 class="t-l mb-3">{ text.t("join-keep") }</h2><p class="t-s">{ text.t("join-keep-text") }</p></section>
                </aside>
            </div>
        </>
    }
}
