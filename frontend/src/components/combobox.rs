//! A field with suggestions, after the combobox pattern of the ARIA practices guide.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_text;

/// One thing to choose.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// What is shown.
    pub html: Html,
    /// What is read out.
    pub label: AttrValue,
}

/// What a combobox holds.
#[derive(PartialEq, Properties)]
pub struct ComboboxProps {
    /// The id of the input.
    pub id: AttrValue,
    /// The name of the list of suggestions.
    pub list_label: AttrValue,
    /// What has been typed.
    pub value: AttrValue,
    /// Called when more is typed.
    pub oninput: Callback<String>,
    /// The suggestions for what has been typed.
    pub choices: Vec<Choice>,
    /// Called with the place of what was chosen.
    pub onchoose: Callback<usize>,
    /// The id of a hint.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// The type of the input.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// Whether what was typed is wrong.
    #[prop_or_default]
    pub invalid: bool,
    /// What stands beside the input, such as a button.
    #[prop_or_default]
    pub children: Html,
}

/// A field with suggestions: arrows move, Enter chooses, Escape closes.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let text = use_text();
    let is_open = use_state_eq(|| false);
    let active = use_state_eq(|| None::<usize>);
    let list = format!("{}-list", props.id);
    let count = props.choices.len();
    let is_expanded = *is_open && count > 0;
    {
        let active = active.clone();
        use_effect_with(props.value.clone(), move |_| active.set(None));
    }
    let oninput = {
        let (is_open, typed) = (is_open.clone(), props.oninput.clone());
        Callback::from(move |event: InputEvent| {
            is_open.set(true);
            typed.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onkeydown = {
        let (is_open, active, choose) = (is_open.clone(), active.clone(), props.onchoose.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "ArrowDown" if count > 0 => {
                event.prevent_default();
                is_open.set(true);
                active.set(Some(active.map_or(0, |active| (active + 1) % count)));
            }
            "ArrowUp" if count > 0 => {
                event.prevent_default();
                is_open.set(true);
                active.set(Some(active.map_or(count - 1, |active| (active + count - 1) % count)));
            }
            "Enter" => {
                if let (true, Some(active)) = (is_expanded, *active) {
                    event.prevent_default();
                    is_open.set(false);
                    choose.emit(active);
                } else {
                    is_open.set(false);
                }
            }
            "Escape" => {
                is_open.set(false);
                active.set(None);
            }
            _ => {}
        })
    };
    let onblur = {
        let is_open = is_open.clone();
        Callback::from(move |_: FocusEvent| is_open.set(false))
    };
    let options = props.choices.iter().enumerate().map(|(place, choice)| {
        let (is_open, choose) = (is_open.clone(), props.onchoose.clone());
        // The pointer goes down before the field loses the focus, which would close the list.
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            is_open.set(false);
            choose.emit(place);
        });
        html! {
            <div role="option" id={format!("{}-{place}", props.id)} aria-selected={(*active == Some(place)).to_string()}
                {onmousedown}>{ choice.html.clone() }</div>
        }
    });
    let status = if is_expanded {
        let place = active.and_then(|place| props.choices.get(place));
        match place {
            Some(choice) => choice.label.clone(),
            None => text.count("choices-found", i64::try_from(count).unwrap_or(i64::MAX)),
        }
    } else {
        AttrValue::default()
    };
    html! {
        <>
            <div class={(props.children != Html::default()).then_some("joined")}>
                <input class="input" id={props.id.clone()} type={props.kind.clone()} role="combobox" autocomplete="off"
                    aria-expanded={is_expanded.to_string()} aria-controls={list.clone()} aria-autocomplete="list"
                    aria-activedescendant={active.filter(|_| is_expanded).map(|place| format!("{}-{place}", props.id))}
                    aria-describedby={props.describedby.clone()} aria-invalid={props.invalid.then_some("true")}
                    value={props.value.clone()} {oninput} {onkeydown} {onblur} />
                { props.children.clone() }
            </div>
            <div class={classes!(is_expanded.then_some("options"), "mt-2")} role="listbox" id={list}
                aria-label={props.list_label.clone()} hidden={!is_expanded}>
                if is_expanded { { for options } }
            </div>
            <p class="vh" role="status">{ status }</p>
        </>
    }
}
