//! The rules that approve applications.

use client::types::ApprovalRuleId;
use client::types::accounts::Role;
use client::types::membership::{ApprovalRule, ApprovalRuleKind, NewApprovalRule, OrganisationKind};
use yew::prelude::*;

use crate::components::{
    Button, EmptyState, ErrorSummary, FormErrors, Gate, RadioField, SelectField, TextField, date, error_text, icon,
    load,
};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::text::Text;

/// The rules that approve applications.
#[component]
pub fn RulesPage() -> Html {
    let text = use_text();
    use_title(text.t("rules-title"));
    html! { <Gate role={Role::Admin}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let text = use_text();
    let rules = use_query((), |client, ()| async move { client.list_approval_rules().await });
    let changed = rules.reload.clone();
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("rules-title") }</h1><p class="lead">{ text.t("rules-lead") }</p></div></div>
            <div class="cols">
                <div aria-busy={rules.is_busy.then_some("true")}>
                    { load(&rules, |list| if list.is_empty() {
                        html! { <EmptyState title={text.t("rules-none")}><p>{ text.t("rules-none-text") }</p></EmptyState> }
                    } else {
                        html! { <ul class="entries">{ for list.iter().map(|rule| html! { <Row key={rule.id.0} rule={rule.clone()} changed={changed.clone()} /> }) }</ul> }
                    }) }
                </div>
                <aside><section class="panel"><h2>{ text.t("rule-new") }</h2><NewRule changed={changed.clone()} /></section></aside>
            </div>
        </>
    }
}

fn words(text: &Text, rule: &ApprovalRule) -> AttrValue {
    match rule.kind {
        ApprovalRuleKind::InvitedByMember => text.t("rule-invited_by_member"),
        ApprovalRuleKind::EmailDomain => text.with("rule-domain-of", &[("name", &rule.value)]),
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    rule: ApprovalRule,
    changed: Callback<()>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let text = use_text();
    let rule = &props.rule;
    let said = words(&text, rule);
    let remove = use_mutation(
        |client, id: ApprovalRuleId| async move { client.delete_approval_rule(id).await },
        props.changed.clone(),
    );
    let id = rule.id;
    let kind = rule
        .member_type
        .map_or_else(|| text.t("rule-for-all"), |kind| text.t(&format!("member-type-{}", kind.as_str())));
    html! {
        <li class="entry"><div>
            <p><b>{ &said }</b></p>
            <p class="meta"><span>{ kind }</span><span>{ &rule.created_by }</span>{ date(&text, rule.created_at) }</p>
            <p class="mt-2"><button class="btn-link" type="button" onclick={remove.run.reform(move |_: MouseEvent| id)}>
                { icon("trash-2") }{ text.t("remove") }<span class="vh">{ " " }{ said }</span>
            </button></p>
            if let Some(error) = &remove.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div></li>
    }
}

#[derive(PartialEq, Properties)]
struct NewRuleProps {
    changed: Callback<()>,
}

#[component]
fn NewRule(props: &NewRuleProps) -> Html {
    let text = use_text();
    let kind = use_state(|| ApprovalRuleKind::EmailDomain.as_str().to_owned());
    let (value, member_type) = (use_state(String::new), use_state(String::new));
    let create = {
        let (changed, value) = (props.changed.clone(), value.clone());
        use_mutation(
            |client, new: NewApprovalRule| async move { client.create_approval_rule(&new).await },
            Callback::from(move |_: ApprovalRule| {
                value.set(String::new());
                changed.emit(());
            }),
        )
    };
    let errors = FormErrors::of(&text, create.error.as_ref());
    let onsubmit = {
        let (kind, value, member_type, run) = (kind.clone(), value.clone(), member_type.clone(), create.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let kind = ApprovalRuleKind::named(&kind).unwrap_or(ApprovalRuleKind::EmailDomain);
            let value = if kind == ApprovalRuleKind::EmailDomain { value.trim().to_owned() } else { String::new() };
            run.emit(NewApprovalRule { kind, value, member_type: OrganisationKind::named(&member_type) });
        })
    };
    let all = std::iter::once((AttrValue::default(), text.t("rule-for-all")));
    let kinds = OrganisationKind::ALL
        .iter()
        .map(|kind| (kind.as_str().into(), text.t(&format!("member-type-{}", kind.as_str()))));
    html! {
        <form novalidate=true class="flow" {onsubmit}>
            <ErrorSummary errors={errors.clone()} failures={create.failures} />
            <div role="group" aria-labelledby="rule-kind">
                <p id="rule-kind" class="label">{ text.t("rule-kind") }</p>
                <RadioField name="kind" option="email_domain" label={text.t("rule-email_domain")} value={kind.clone()}>
                    <TextField id="value" label={text.t("rule-domain")} hint={text.t("rule-domain-hint")} value={value} error={errors.at("value")} />
                </RadioField>
                <RadioField name="kind" option="invited_by_member" label={text.t("rule-invited_by_member")} value={kind} />
            </div>
            <SelectField id="member_type" label={text.t("rule-for")} value={member_type} options={all.chain(kinds).collect::<Vec<_>>()} />
            <p><Button submit=true busy={create.is_busy}>{ text.t("rule-set") }</Button></p>
        </form>
    }
}
