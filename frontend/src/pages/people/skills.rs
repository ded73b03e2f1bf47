//! Skills: links to those who have them, and a field to put them together from what others wrote.

use client::types::limits;
use client::types::people::SkillQuery;
use yew::prelude::*;

use crate::components::{Button, Choice, Combobox, Link, icon, query_of};
use crate::hooks::{use_debounced, use_query, use_text};
use crate::routes::Route;
use crate::text::Text;

/// Skills, each leading to the members who offer it, or want it.
pub fn skill_links(text: &Text, skills: &[String], direction: &'static str) -> Html {
    html! {
        <ul class="tags" aria-label={text.t("skills")}>{ for skills.iter().map(|skill| {
            let query = query_of(&[("skill", skill.as_str()), ("direction", direction)]);
            html! { <li key={skill.clone()}><Link class="tag" to={Route::Members} {query}>{ skill }</Link></li> }
        }) }</ul>
    }
}

/// What the field holds.
#[derive(PartialEq, Properties)]
pub struct SkillsFieldProps {
    /// The id: the field's path in the request.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The skills and the way to change them.
    pub value: UseStateHandle<Vec<String>>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// A field for skills: one is typed or chosen at a time.
#[component]
pub fn SkillsField(props: &SkillsFieldProps) -> Html {
    let text = use_text();
    let typed = use_state(String::new);
    let asked = use_debounced((*typed).clone(), 250);
    let suggested = use_query(asked, |client, asked| async move {
        if asked.trim().is_empty() {
            return Ok(Vec::new());
        }
        let q = Some(asked.chars().take(limits::SKILL).collect());
        client.list_skills(&SkillQuery { q, limit: Some(6), ..SkillQuery::default() }).await
    });
    let choices: Vec<String> = suggested
        .ready()
        .map(|found| found.iter().map(|one| one.skill.clone()).filter(|skill| !props.value.contains(skill)).collect())
        .unwrap_or_default();
    let add = {
        let (value, typed) = (props.value.clone(), typed.clone());
        Callback::from(move |skill: String| {
            let skill = skill.trim().to_owned();
            if !skill.is_empty() && !value.contains(&skill) && value.len() < limits::SKILLS {
                let mut next = (*value).clone();
                next.push(skill);
                value.set(next);
            }
            typed.set(String::new());
        })
    };
    let onchoose = {
        let (add, choices) = (add.clone(), choices.clone());
        Callback::from(move |place: usize| {
            if let Some(skill) = choices.get(place) {
                add.emit(skill.clone());
            }
        })
    };
    let press = {
        let (add, typed) = (add.clone(), typed.clone());
        Callback::from(move |_: MouseEvent| add.emit((*typed).clone()))
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |words: String| typed.set(words))
    };
    let (id, hint) = (&props.id, format!("{}-hint", props.id));
    let shown: Vec<_> =
        choices.iter().map(|skill| Choice { html: html! { { skill } }, label: skill.clone().into() }).collect();
    html! {
        <div class="field" data-invalid={props.error.is_some().then_some("")}>
            <label for={id.clone()}>{ &props.label }{ " " }<span class="n">{ text.t("optional") }</span></label>
            <span class="hint" id={hint.clone()}>{ text.t("skills-hint") }</span>
            if let Some(error) = &props.error { <span class="error" id={format!("{id}-error")}>{ error }</span> }
            if !props.value.is_empty() {
                <ul class="tags" aria-label={props.label.clone()}>{ for props.value.iter().map(|skill| {
                    let (value, gone) = (props.value.clone(), skill.clone());
                    let remove = Callback::from(move |_: MouseEvent| {
                        value.set(value.iter().filter(|one| **one != gone).cloned().collect());
                    });
                    html! {
                        <li key={skill.clone()}><span class="tag">{ skill }
                            <button type="button" class="btn-link" onclick={remove}>{ icon("x") }<span class="vh">{ text.with("skill-remove", &[("name", skill)]) }</span></button>
                        </span></li>
                    }
                }) }</ul>
            }
            <Combobox id={id.clone()} list_label={props.label.clone()} value={(*typed).clone()} {oninput} choices={shown} {onchoose}
                describedby={hint} invalid={props.error.is_some()}>
                <Button class="btn-2" onclick={press}>{ text.t("skill-add") }</Button>
            </Combobox>
        </div>
    }
}
