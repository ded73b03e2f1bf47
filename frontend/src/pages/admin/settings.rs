//! The network's settings.

use client::types::accounts::Role;
use client::types::admin::{Network, NetworkPatch};
use yew::prelude::*;

use super::conduct::ConductSettings;
use crate::components::{Button, ErrorSummary, FormErrors, Gate, Link, Notice, TextField, load};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// The network's settings.
#[component]
pub fn SettingsPage() -> Html {
    let text = use_text();
    use_title(text.t("settings-title"));
    html! { <Gate role={Role::Admin}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let network = use_query((), |client, ()| async move { client.get_network().await });
    load(&network, |network| html! { <Form network={network.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct FormProps {
    network: Network,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let name = use_state(|| props.network.name.clone());
    let heading = use_state(|| props.network.join_heading.clone());
    let goal = use_state(|| props.network.goal.to_string());
    let is_saved = use_state_eq(|| false);
    let wrong_goal = use_state_eq(|| 0_u32);
    let save = {
        let is_saved = is_saved.clone();
        use_mutation(
            |client, patch: NetworkPatch| async move { client.update_network(&patch).await },
            Callback::from(move |_: Network| is_saved.set(true)),
        )
    };
    let mut errors = FormErrors::of(&text, save.error.as_ref());
    if *wrong_goal > 0 && goal.trim().parse::<i32>().is_err() {
        errors = FormErrors { fields: vec![("goal".into(), text.t("goal-wrong"))], general: None };
    }
    let onsubmit = {
        let (name, heading, goal) = (name.clone(), heading.clone(), goal.clone());
        let (run, is_saved, wrong_goal) = (save.run.clone(), is_saved.clone(), wrong_goal.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_saved.set(false);
            let Ok(goal) = goal.trim().parse() else {
                wrong_goal.set(*wrong_goal + 1);
                return;
            };
            run.emit(NetworkPatch {
                name: Some(name.trim().to_owned()),
                join_heading: Some(heading.trim().to_owned()),
                goal: Some(goal),
            });
        })
    };
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("settings-title") }</h1></div></div>
            <div class="narrow mb-7">
                if *is_saved { <Notice tone="is-ok mb-5" icon="circle-check" is_status=true><p>{ text.t("settings-saved") }</p></Notice> }
                <ErrorSummary errors={errors.clone()} failures={save.failures + *wrong_goal} />
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <TextField id="name" label={text.t("settings-name")} value={name} error={errors.at("name")} />
                    <TextField id="join_heading" label={text.t("settings-heading")} hint={text.t("settings-heading-hint")} value={heading} error={errors.at("join_heading")} />
                    <TextField id="goal" label={text.t("settings-goal")} hint={text.t("settings-goal-hint")} short=true value={goal} error={errors.at("goal")} />
                    <p><Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button></p>
                </form>
            </div>
            <section class="narrow mb-7" aria-labelledby="records">
                <h2 id="records" class="mb-3">{ text.t("settings-records") }</h2>
                <ul class="links">
                    <li><Link to={Route::Audit}>{ text.t("settings-audit") }</Link></li>
                    <li><Link to={Route::AskerLooks}>{ text.t("settings-looks") }</Link></li>
                </ul>
            </section>
            <ConductSettings />
        </>
    }
}
