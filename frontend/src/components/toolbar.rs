//! The formatting buttons of the composer: one stop of the Tab key, arrows between them.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon;
use crate::hooks::use_text;

/// What a button does to the text: its icon and message, and what goes before and after the selection.
/// A prefix that begins a line is put before each line of the selection.
const MARKS: [(&str, &str, Mark); 7] = [
    ("bold", "toolbar-bold", Mark::Around("**", "**")),
    ("italic", "toolbar-italic", Mark::Around("*", "*")),
    ("heading-2", "toolbar-heading", Mark::Lines("## ")),
    ("list", "toolbar-list", Mark::Lines("- ")),
    ("list-ordered", "toolbar-numbered", Mark::Lines("1. ")),
    ("quote", "toolbar-quote", Mark::Lines("> ")),
    ("link", "toolbar-link", Mark::Around("[", "](https://)")),
];

#[derive(Clone, Copy)]
enum Mark {
    Around(&'static str, &'static str),
    Lines(&'static str),
}

/// Which field the toolbar works on.
#[derive(PartialEq, Properties)]
pub struct ToolbarProps {
    /// The id of the field.
    pub controls: AttrValue,
    /// The field.
    pub field: NodeRef,
    /// Called with the changed text.
    pub onchange: Callback<String>,
}

/// The formatting buttons.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let text = use_text();
    let stop = use_state_eq(|| 0_usize);
    let bar = use_node_ref();
    let onkeydown = {
        let (stop, bar) = (stop.clone(), bar.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => (*stop + 1) % MARKS.len(),
                "ArrowLeft" => (*stop + MARKS.len() - 1) % MARKS.len(),
                "Home" => 0,
                "End" => MARKS.len() - 1,
                _ => return,
            };
            event.prevent_default();
            stop.set(next);
            let buttons = bar.cast::<HtmlElement>().map(|bar| bar.children());
            let button = buttons.and_then(|buttons| buttons.item(u32::try_from(next).unwrap_or(0)));
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        })
    };
    let buttons = MARKS.iter().enumerate().map(|(place, (name, message, mark))| {
        let (field, change, mark) = (props.field.clone(), props.onchange.clone(), *mark);
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                apply(&area, mark);
                change.emit(area.value());
            }
        });
        html! {
            <button type="button" {onclick} tabindex={if place == *stop { "0" } else { "-1" }}>
                { icon(name) }<span class="vh">{ text.t(message) }</span>
            </button>
        }
    });
    html! {
        <div class="toolbar" role="toolbar" aria-label={text.t("toolbar")} aria-controls={props.controls.clone()}
            ref={bar} {onkeydown}>{ for buttons }</div>
    }
}

/// Puts a mark around the selection of a field and selects what was selected again.
fn apply(area: &HtmlTextAreaElement, mark: Mark) {
    // Positions in a field are counted in UTF-16 units.
    let units: Vec<u16> = area.value().encode_utf16().collect();
    let position = |stated: Result<Option<u32>, _>| {
        stated.ok().flatten().and_then(|at| usize::try_from(at).ok()).unwrap_or(units.len()).min(units.len())
    };
    let (start, end) = (position(area.selection_start()), position(area.selection_end()));
    let (replaced, from, to) = marked(&units, start, end.max(start), mark);
    area.set_value(&replaced);
    let _ = area.focus();
    let _ = area.set_selection_range(u32::try_from(from).unwrap_or(0), u32::try_from(to).unwrap_or(0));
}

/// The text with a mark, and where the selection then is, in UTF-16 units.
fn marked(units: &[u16], start: usize, end: usize, mark: Mark) -> (String, usize, usize) {
    let piece = |from: usize, to: usize| String::from_utf16_lossy(&units[from..to]);
    let length = |text: &str| text.encode_utf16().count();
    match mark {
        Mark::Around(before, after) => {
            let text = format!("{}{before}{}{after}{}", piece(0, start), piece(start, end), piece(end, units.len()));
            (text, start + length(before), end + length(before))
        }
        Mark::Lines(prefix) => {
            let newline = u16::from(b'\n');
            let line = units[..start].iter().rposition(|unit| *unit == newline).map_or(0, |at| at + 1);
            let lines: Vec<_> = piece(line, end).split('\n').map(|line| format!("{prefix}{line}")).collect();
            let lines = lines.join("\n");
            let to = line + length(&lines);
            (format!("{}{lines}{}", piece(0, line), piece(end, units.len())), start + length(prefix), to)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, start: usize, end: usize, mark: Mark) -> (String, usize, usize) {
        marked(&text.encode_utf16().collect::<Vec<_>>(), start, end, mark)
    }

    #[test]
    fn marks_go_around_the_selection_or_before_its_lines() {
        assert_eq!(after("a tŷ b", 2, 4, Mark::Around("**", "**")), ("a **tŷ** b".into(), 4, 6));
        assert_eq!(after("one\ntwo\nthree", 5, 9, Mark::Lines("- ")), ("one\n- two\n- three".into(), 7, 13));
    }
}
