//! Fields of forms: label, hint, error, field, in that order.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::hooks::use_text;

/// The ids of the hint and the error of a field, for `aria-describedby`.
fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    let parts: Vec<_> =
        [hint.then(|| format!("{id}-hint")), error.then(|| format!("{id}-error"))].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[derive(PartialEq, Properties)]
struct FrameProps {
    id: AttrValue,
    label: AttrValue,
    hint: Option<AttrValue>,
    error: Option<AttrValue>,
    optional: bool,
    children: Html,
}

#[component]
fn FieldFrame(props: &FrameProps) -> Html {
    let text = use_text();
    html! {
        <div class="field" data-invalid={props.error.is_some().then_some("")}>
            <label for={props.id.clone()}>
                { &props.label }
                if props.optional { { " " }<span class="n">{ text.t("optional") }</span> }
            </label>
            if let Some(hint) = &props.hint { <span class="hint" id={format!("{}-hint", props.id)}>{ hint }</span> }
            if let Some(error) = &props.error {
                <span class="error" role="alert" id={format!("{}-error", props.id)}>
                    <span class="vh">{ text.t("error-prefix") }{ " " }</span>{ error }
                </span>
            }
            { props.children.clone() }
        </div>
    }
}

/// A field of text.
#[derive(PartialEq, Properties)]
pub struct TextFieldProps {
    /// The id: the field's path in the request, so that errors lead to it.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// What it holds and the way to change it.
    pub value: UseStateHandle<String>,
    /// A hint.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether it may be left out.
    #[prop_or_default]
    pub optional: bool,
    /// The type of the input: `text`, `email`, `password`, `tel` or `url`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// What browsers may fill in.
    #[prop_or_default]
    pub autocomplete: Option<AttrValue>,
    /// How many lines it has; more than one makes a larger field.
    #[prop_or(1)]
    pub rows: u32,
    /// Whether it is a short field.
    #[prop_or_default]
    pub short: bool,
}

/// A field of text.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let text = use_text();
    let is_shown = use_state_eq(|| false);
    let is_password = props.kind == "password";
    let describes = described_by(&props.id, props.hint.is_some(), props.error.is_some());
    let invalid = props.error.is_some().then_some("true");
    let set = props.value.clone();
    let input = if props.rows > 1 {
        let oninput = Callback::from(move |event: InputEvent| {
            set.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        });
        html! {
            <textarea class="input" id={props.id.clone()} rows={props.rows.to_string()} aria-describedby={describes}
                aria-invalid={invalid} value={(*props.value).clone()} {oninput} />
        }
    } else {
        let oninput =
            Callback::from(move |event: InputEvent| set.set(event.target_unchecked_into::<HtmlInputElement>().value()));
        let kind = if is_password && *is_shown { AttrValue::Static("text") } else { props.kind.clone() };
        html! {
            <input class={classes!("input", props.short.then_some("input-short"))} id={props.id.clone()} type={kind}
                autocomplete={props.autocomplete.clone()} aria-describedby={describes} aria-invalid={invalid}
                spellcheck={is_password.then_some("false")} value={(*props.value).clone()} {oninput} />
        }
    };
    let toggle = {
        let is_shown = is_shown.clone();
        Callback::from(move |_: MouseEvent| is_shown.set(!*is_shown))
    };
    html! {
        <FieldFrame id={props.id.clone()} label={props.label.clone()} hint={props.hint.clone()}
            error={props.error.clone()} optional={props.optional}>
            if is_password {
                <div class="joined">
                    { input }
                    <button type="button" class="btn btn-2" onclick={toggle} aria-pressed={is_shown.to_string()}>
                        { text.t("password-show") }
                    </button>
                </div>
            } else {
                { input }
            }
        </FieldFrame>
    }
}

/// A field to choose from a list.
#[derive(PartialEq, Properties)]
pub struct SelectFieldProps {
    /// The id: the field's path in the request.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// What is chosen and the way to change it.
    pub value: UseStateHandle<String>,
    /// What can be chosen: value and words.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// A hint.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// A field to choose from a list.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    let set = props.value.clone();
    let onchange =
        Callback::from(move |event: Event| set.set(event.target_unchecked_into::<HtmlSelectElement>().value()));
    html! {
        <FieldFrame id={props.id.clone()} label={props.label.clone()} hint={props.hint.clone()}
            error={props.error.clone()} optional={false}>
            <select class="input" id={props.id.clone()} {onchange} aria-invalid={props.error.is_some().then_some("true")}
                aria-describedby={described_by(&props.id, props.hint.is_some(), props.error.is_some())}>
                { for props.options.iter().map(|(value, words)| html! {
                    <option key={value.to_string()} value={value.clone()} selected={value.as_str() == props.value.as_str()}>{ words }</option>
                }) }
            </select>
        </FieldFrame>
    }
}

/// A box to tick.
#[derive(PartialEq, Properties)]
pub struct CheckFieldProps {
    /// The id: the field's path in the request.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Whether it is ticked and the way to change it.
    pub value: UseStateHandle<bool>,
    /// A hint.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// A box to tick.
#[component]
pub fn CheckField(props: &CheckFieldProps) -> Html {
    let text = use_text();
    let set = props.value.clone();
    let onchange =
        Callback::from(move |event: Event| set.set(event.target_unchecked_into::<HtmlInputElement>().checked()));
    html! {
        <div class="field" data-invalid={props.error.is_some().then_some("")}>
            if let Some(error) = &props.error {
                <span class="error" role="alert" id={format!("{}-error", props.id)}>
                    <span class="vh">{ text.t("error-prefix") }{ " " }</span>{ error }
                </span>
            }
            <div class="choice">
                <input type="checkbox" id={props.id.clone()} checked={*props.value} {onchange}
                    aria-invalid={props.error.is_some().then_some("true")}
                    aria-describedby={described_by(&props.id, props.hint.is_some(), props.error.is_some())} />
                <label for={props.id.clone()}>{ &props.label }</label>
                if let Some(hint) = &props.hint { <span class="hint" id={format!("{}-hint", props.id)}>{ hint }</span> }
            </div>
        </div>
    }
}

/// One of several to choose.
#[derive(PartialEq, Properties)]
pub struct RadioFieldProps {
    /// The name of the group.
    pub name: AttrValue,
    /// The value that choosing it gives.
    pub option: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The language of the label, when it is another than the page's.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// What is chosen and the way to change it.
    pub value: UseStateHandle<String>,
    /// A hint.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What belongs to it, shown while it is chosen.
    #[prop_or_default]
    pub children: Html,
}

/// One of several to choose.
#[component]
pub fn RadioField(props: &RadioFieldProps) -> Html {
    let id = format!("{}-{}", props.name, props.option);
    let is_chosen = props.value.as_str() == props.option.as_str();
    let (set, option) = (props.value.clone(), props.option.clone());
    let onchange = Callback::from(move |_: Event| set.set(option.to_string()));
    html! {
        <div class="choice">
            <input type="radio" name={props.name.clone()} id={id.clone()} value={props.option.clone()} checked={is_chosen}
                {onchange} aria-describedby={props.hint.is_some().then(|| format!("{id}-hint"))} />
            <label for={id.clone()} lang={props.lang.clone()}>{ &props.label }</label>
            if let Some(hint) = &props.hint { <span class="hint" id={format!("{id}-hint")}>{ hint }</span> }
            if is_chosen && props.children != Html::default() { <div class="reveal flow">{ props.children.clone() }</div> }
        </div>
    }
}
