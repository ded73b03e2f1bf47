//! Doing the same to several applications.

use std::collections::BTreeSet;

use client::types::accounts::MemberSummary;
use client::types::membership::{ApplicationAction, ApplicationResult, NewApplicationAction};
use client::types::{ApplicationId, MemberId};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{Button, FormErrors, Notice, SelectField, TextField};
use crate::hooks::{use_mutation, use_text};

/// Which applications.
#[derive(PartialEq, Properties)]
pub struct BulkProps {
    /// Those of the page, with the applicants' names.
    pub all: Vec<(ApplicationId, String)>,
    /// Those that are chosen.
    pub chosen: UseStateHandle<BTreeSet<ApplicationId>>,
    /// The staff.
    pub staff: Vec<MemberSummary>,
    /// Called when something was done.
    pub changed: Callback<()>,
}

/// The bar above the list: choose all, then act.
#[component]
pub fn Bulk(props: &BulkProps) -> Html {
    let text = use_text();
    let action = use_state(|| None::<ApplicationAction>);
    let message = use_state(String::new);
    let assignee = use_state(String::new);
    let results = use_state(Vec::<(String, ApplicationResult)>::new);
    let act = {
        let (action, message, results, changed) =
            (action.clone(), message.clone(), results.clone(), props.changed.clone());
        let all = props.all.clone();
        use_mutation(
            |client, new: NewApplicationAction| async move { client.act_on_applications(&new).await },
            Callback::from(move |done: Vec<ApplicationResult>| {
                action.set(None);
                message.set(String::new());
                let name_of =
                    |id| all.iter().find(|(one, _)| *one == id).map(|(_, name)| name.clone()).unwrap_or_default();
                results.set(done.into_iter().map(|result| (name_of(result.id), result)).collect());
                changed.emit(());
            }),
        )
    };
    let errors = FormErrors::of(&text, act.error.as_ref());
    let count = props.chosen.len();
    let choose_all = {
        let (all, chosen) = (props.all.clone(), props.chosen.clone());
        Callback::from(move |event: Event| {
            let is_wanted = event.target_unchecked_into::<HtmlInputElement>().checked();
            chosen.set(if is_wanted { all.iter().map(|(id, _)| *id).collect() } else { BTreeSet::new() });
        })
    };
    let begin = |wanted: ApplicationAction| {
        let (action, results) = (action.clone(), results.clone());
        Callback::from(move |_: MouseEvent| {
            results.set(Vec::new());
            action.set(if *action == Some(wanted) { None } else { Some(wanted) });
        })
    };
    let onsubmit = {
        let (action, message, assignee) = (action.clone(), message.clone(), assignee.clone());
        let (chosen, run) = (props.chosen.clone(), act.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(action) = *action {
                run.emit(NewApplicationAction {
                    ids: chosen.iter().copied().collect(),
                    action,
                    message: Some(message.trim().to_owned()).filter(|message| !message.is_empty()),
                    assignee_id: assignee.parse().ok().map(MemberId),
                });
            }
        })
    };
    let number = i64::try_from(count).unwrap_or_default();
    let failed: Vec<_> = results.iter().filter(|(_, result)| !result.is_done).collect();
    let done = i64::try_from(results.len() - failed.len()).unwrap_or_default();
    html! {
        <>
            if !props.all.is_empty() {
            <div class="row row-apart app mb-3">
                <div class="choice">
                    <input type="checkbox" id="all" checked={count > 0 && count == props.all.len()} onchange={choose_all} />
                    <label for="all"><b>if count == 0 { { text.t("bulk-all") } } else { { text.count("bulk-chosen", number) } }</b></label>
                </div>
                if count > 0 {
                    <div class="row">
                        { for ApplicationAction::ALL.iter().map(|one| html! {
                            <button type="button" class={if *one == ApplicationAction::Approve { "btn btn-small" } else { "btn btn-2 btn-small" }}
                                aria-expanded={(*action == Some(*one)).to_string()} onclick={begin(*one)}>{ text.t(&format!("bulk-{}", one.as_str())) }</button>
                        }) }
                    </div>
                }
            </div>
            }
            if let Some(wanted) = (*action).filter(|_| count > 0) {
                <form novalidate=true class="panel flow mb-4" {onsubmit}>
                    if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
                    if wanted == ApplicationAction::Assign {
                        <SelectField id="bulk-assignee" label={text.t("assignee")} value={assignee}
                            options={std::iter::once((AttrValue::default(), text.t("nobody"))).chain(props.staff.iter().map(|person| (person.id.to_string().into(), person.name.clone().into()))).collect::<Vec<_>>()} />
                    } else {
                        <TextField id="bulk-message" rows=4 label={text.t(if wanted == ApplicationAction::Ask { "bulk-question" } else { "decision-message" })}
                            hint={text.t("bulk-hint")} optional={wanted != ApplicationAction::Ask} value={message} error={errors.at("message")} />
                    }
                    <p><Button class={if wanted == ApplicationAction::Reject { "btn-bad" } else { "" }} submit=true busy={act.is_busy}>
                        { text.count(&format!("bulk-do-{}", wanted.as_str()), number) }
                    </Button></p>
                </form>
            }
            if !results.is_empty() {
                <Notice tone={if failed.is_empty() { "is-ok" } else { "is-warn" }} is_status=true>
                    <p>{ text.count("bulk-done", done) }</p>
                    if !failed.is_empty() {
                        <ul>{ for failed.iter().map(|(name, result)| html! {
                            <li>{ text.with("bulk-failed", &[("reason", result.problem.as_deref().unwrap_or_default()), ("name", name)]) }</li>
                        }) }</ul>
                    }
                </Notice>
            }
        </>
    }
}
