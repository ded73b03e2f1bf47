//! The network's own code of conduct, in both languages.

use client::types::conduct::{CodeOfConduct, LanguageQuery, NewCodeOfConduct};
use client::types::membership::Language;
use yew::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Link, Notice, SelectField, TextField, load};
use crate::hooks::{Query, use_mutation, use_query, use_text};
use crate::routes::Route;

/// The form for the code of conduct in one language at a time.
#[component]
pub fn ConductSettings() -> Html {
    let text = use_text();
    let code = use_state_eq(|| Language::En.as_str().to_owned());
    let language = if *code == Language::Cy.as_str() { Language::Cy } else { Language::En };
    let conduct =
        use_query(
            language,
            |client, language| async move { client.get_code_of_conduct(&LanguageQuery { language }).await },
        );
    let options = vec![
        (Language::En.as_str().into(), text.t("settings-conduct-english")),
        (Language::Cy.as_str().into(), text.t("settings-conduct-welsh")),
    ];
    html! {
        <section class="narrow mb-7 flow flow-5" aria-labelledby="conduct">
            <div>
                <h2 id="conduct">{ text.t("settings-conduct") }</h2>
                <p class="muted">{ text.t("settings-conduct-text") }{ " " }<Link to={Route::CodeOfConduct}>{ text.t("settings-conduct-see") }</Link></p>
            </div>
            <SelectField id="conduct-language" label={text.t("settings-conduct-language")} value={code} {options} />
            { load(&conduct, |found| html! {
                if found.language == language {
                    <Form key={found.language.as_str()} conduct={found.clone()} query={conduct.clone()} />
                }
            }) }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    conduct: CodeOfConduct,
    query: Query<CodeOfConduct>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let summary = use_state(|| props.conduct.summary.clone());
    let whole = use_state(|| props.conduct.text.clone());
    let is_saved = use_state_eq(|| false);
    let save = {
        let (is_saved, replace, version) = (is_saved.clone(), props.query.replace.clone(), props.conduct.version);
        let (summary, whole) = (summary.clone(), whole.clone());
        use_mutation(
            move |client, new: NewCodeOfConduct| async move { client.update_code_of_conduct(version, &new).await },
            Callback::from(move |saved: CodeOfConduct| {
                is_saved.set(true);
                summary.set(saved.summary.clone());
                whole.set(saved.text.clone());
                replace.emit(saved);
            }),
        )
    };
    let errors = FormErrors::of(&text, save.error.as_ref());
    let send = {
        let (language, is_saved, run) = (props.conduct.language, is_saved.clone(), save.run.clone());
        move |summary: String, text: String| {
            is_saved.set(false);
            run.emit(NewCodeOfConduct { language, summary, text });
        }
    };
    let onsubmit = {
        let (send, summary, whole) = (send.clone(), summary.clone(), whole.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send((*summary).clone(), (*whole).clone());
        })
    };
    let reset = Callback::from(move |_: MouseEvent| send(String::new(), String::new()));
    html! {
        <>
            if *is_saved { <Notice tone="is-ok" icon="circle-check" is_status=true><p>{ text.t("settings-saved") }</p></Notice> }
            <ErrorSummary errors={errors.clone()} failures={save.failures} />
            <form novalidate=true class="flow flow-5" {onsubmit}>
                <TextField id="summary" rows=6 label={text.t("settings-conduct-summary")} hint={text.t("settings-conduct-summary-hint")}
                    value={summary} error={errors.at("summary")} />
                <TextField id="text" rows=16 label={text.t("settings-conduct-whole")} hint={text.t("settings-conduct-whole-hint")}
                    value={whole} error={errors.at("text")} />
                <p class="row">
                    <Button submit=true busy={save.is_busy}>{ text.t("settings-conduct-save") }</Button>
                    if props.conduct.is_own {
                        <button class="btn-link" type="button" onclick={reset}>{ text.t("settings-conduct-reset") }</button>
                    }
                </p>
            </form>
        </>
    }
}
