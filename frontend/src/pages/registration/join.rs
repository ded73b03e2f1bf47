//! Applying for membership.

use client::types::membership::{Language, LinkSecret, NewApplication, NewDraft};
use yew::prelude::*;
use yew_router::prelude::*;

use super::draft::Fields;
use super::types::{AnswersFields, use_answers_draft};
use crate::components::{
    Button, CheckField, ErrorSummary, FormErrors, Notice, RadioField, TextField, error_text, load,
};
use crate::hooks::{fragment_secret, fragment_token, use_mutation, use_query, use_text, use_title};
use crate::routes::Route;
use crate::text;

/// Applying for membership: anew, or where one left off by a mailed link.
#[component]
pub fn JoinPage() -> Html {
    let token = use_memo((), |()| fragment_token());
    if let Some(token) = &*token {
        return html! { <Continued token={token.clone()} /> };
    }
    html! { <Form fields={Fields::default()} /> }
}

#[derive(PartialEq, Properties)]
struct ContinuedProps {
    token: String,
}

#[component]
fn Continued(props: &ContinuedProps) -> Html {
    let text = use_text();
    let draft = use_query(props.token.clone(), |client, token: String| async move {
        client.find_application_draft(&LinkSecret { token }).await
    });
    let failed = match &draft.state {
        crate::hooks::Loadable::Failed(error) => Some(error_text(&text, error)),
        _ => None,
    };
    if let Some(words) = failed {
        // The form can be filled in all the same.
        return html! { <><div class="mt-5"><Notice tone="is-warn"><p>{ words }</p></Notice></div><Form fields={Fields::default()} /></> };
    }
    load(&draft, |draft| {
        let mut fields = Fields::of(&draft.fields);
        fields.set("email", &draft.email);
        html! { <Form {fields} token={props.token.clone()} /> }
    })
}

#[derive(PartialEq, Properties)]
struct FormProps {
    fields: Fields,
    #[prop_or_default]
    token: Option<String>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let network = use_query((), |client, ()| async move { client.get_network().await });
    let asked = use_location().and_then(|location| location.query::<Vec<(String, String)>>().ok()).unwrap_or_default();
    let asked = |name: &str| asked.iter().find(|(one, _)| one == name).map(|(_, value)| value.clone());
    let fields = use_memo((), |()| {
        let mut fields = props.fields.clone();
        if let Some(kind) = asked("as") {
            fields.set("member_type", &kind);
        }
        // Who led here is kept with the form, so that it counts when the form is finished later.
        for (name, found) in [("invitation", fragment_secret("invitation")), ("referral", asked("from"))] {
            if let Some(found) = found {
                fields.set(name, &found);
            }
        }
        fields
    });
    let [invitation, referral] = ["invitation", "referral"].map(|name| fields.or(name, ""));
    let draft = use_answers_draft(&fields);
    let name = use_state(|| fields.or("name", ""));
    let email = use_state(|| fields.or("email", ""));
    let telephone = use_state(|| fields.or("telephone", ""));
    let language =
        use_state(|| fields.or("language", if text.language == text::Language::Welsh { "cy" } else { "en" }));
    let agrees = use_state(|| false);
    let apply = use_mutation(
        |client, new: NewApplication| async move { client.submit_application(&new).await },
        Callback::from(move |()| {
            if let Some(navigator) = &navigator {
                navigator.replace(&Route::JoinSent);
            }
        }),
    );
    let is_kept = use_state_eq(|| false);
    let keep = {
        let is_kept = is_kept.clone();
        use_mutation(
            |client, new: NewDraft| async move { client.save_application_draft(&new).await },
            Callback::from(move |()| is_kept.set(true)),
        )
    };
    let written_in = if language.as_str() == "cy" { Language::Cy } else { Language::En };
    let onkeep = {
        let (draft, name, email, telephone) = (draft.clone(), name.clone(), email.clone(), telephone.clone());
        let (language, token, run, is_kept) =
            (language.clone(), props.token.clone(), keep.run.clone(), is_kept.clone());
        let (invitation, referral) = (invitation.clone(), referral.clone());
        Callback::from(move |_: MouseEvent| {
            let mut fields = Fields::default();
            draft.keep(&mut fields);
            for (field, value) in [("name", &name), ("telephone", &telephone), ("language", &language)] {
                fields.set(field, value);
            }
            fields.set("invitation", &invitation);
            fields.set("referral", &referral);
            is_kept.set(false);
            run.emit(NewDraft {
                email: email.trim().to_owned(),
                language: written_in,
                fields: fields.into_draft(),
                token: token.clone(),
            });
        })
    };
    // A draft that is to have another address is a new one, with a link of its own.
    let is_same_draft = props.token.is_some() && email.trim() == fields.or("email", "");
    let errors = FormErrors::of(&text, apply.error.as_ref().or(keep.error.as_ref()));
    let heading = network.ready().map(|network| network.join_heading.clone());
    let heading: AttrValue = heading.map_or_else(|| text.t("join-title"), AttrValue::from);
    use_title(errors.title(&text, heading.clone()));
    let onsubmit = {
        let (draft, name, email, telephone) = (draft.clone(), name.clone(), email.clone(), telephone.clone());
        let (agrees, run) = (agrees.clone(), apply.run.clone());
        let (invitation, token) = (invitation.clone(), props.token.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(NewApplication {
                name: name.trim().to_owned(),
                email: email.trim().to_owned(),
                telephone: Some(telephone.trim().to_owned()).filter(|telephone| !telephone.is_empty()),
                language: written_in,
                answers: draft.answers(),
                form_answers: draft.form_answers(),
                organisation_id: draft.joins(),
                invitation: Some(invitation.clone()).filter(|secret| !secret.is_empty()),
                referral: Some(referral.clone()).filter(|code| !code.is_empty()),
                draft: token.clone(),
                agrees: *agrees,
            });
        })
    };
    html! {
        <>
            <div class="pagehead"><div><h1>{ heading }</h1><p class="lead">{ text.t("join-lead") }</p></div></div>
            <div class="cols">
                <div>
                    <ErrorSummary errors={errors.clone()} failures={apply.failures + keep.failures} />
                    <form novalidate=true class="flow flow-6" {onsubmit}>
                        <AnswersFields {draft} errors={errors.clone()} />
                        <fieldset class="flow">
                            <legend><h2>{ text.t("join-about-you") }</h2></legend>
                            <TextField id="name" autocomplete="name" label={text.t("your-name")} value={name} error={errors.at("name")} />
                            <TextField id="email" kind="email" autocomplete="email" label={text.t("email")} hint={text.t("join-email-hint")}
                                value={email.clone()} error={errors.at("email")} />
                            <TextField id="telephone" kind="tel" autocomplete="tel" label={text.t("telephone")} hint={text.t("telephone-hint")}
                                optional=true value={telephone} error={errors.at("telephone")} />
                            <div role="group" aria-labelledby="language">
                                <p id="language" class="label">{ text.t("join-language") }</p>
                                <div class="choices">
                                    <RadioField name="language" option="en" label="English" lang="en" value={language.clone()} />
                                    <RadioField name="language" option="cy" label="Cymraeg" lang="cy" value={language.clone()} />
                                </div>
                            </div>
                        </fieldset>
                        <fieldset>
                            <legend class="mb-3"><h2>{ text.t("agreement") }</h2></legend>
                            <p class="prose mb-4">{ text.t("agreement-text") }</p>
                            <CheckField id="agrees" label={text.t("agreement-accept")} hint={text.t("agreement-data")} value={agrees} error={errors.at("agrees")} />
                        </fieldset>
                        <div class="flow">
                            <p class="row">
                                <Button submit=true busy={apply.is_busy}>{ text.t(if apply.is_busy { "join-busy" } else { "join-send" }) }</Button>
                                <Button class="btn-2" busy={keep.is_busy} onclick={onkeep}>{ text.t("join-keep-draft") }</Button>
                            </p>
                            if *is_kept {
                                <Notice tone="is-ok" icon="mail" is_status=true>
                                    <p>{ text.t(if is_same_draft { "join-kept" } else { "join-kept-mailed" }) }</p>
                                </Notice>
                            }
                        </div>
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
