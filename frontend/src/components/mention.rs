//! Mentioning members while one writes: after `@` the field offers those whose name begins with what is typed.
//!
//! The field stays a field of text, of which a listbox is controlled, after the combobox pattern of the ARIA practices
//! guide; `aria-expanded` is not for fields of several lines, so that a status says that there are choices.

use client::types::ThreadId;
use client::types::accounts::MemberSummary;
use client::types::forum::MentionQuery;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::hooks::{use_debounced, use_query, use_text};

/// Milliseconds before what is typed is looked for.
const PATIENCE: u32 = 120;
/// A name is not longer than this, and has no more spaces.
const LONGEST: usize = 40;
const SPACES: usize = 2;

/// What a field needs to offer members.
#[derive(Clone, PartialEq)]
pub struct Mentions {
    /// The list, to stand below the field.
    pub list: Html,
    /// Called after more is typed.
    pub look: Callback<HtmlTextAreaElement>,
    /// Takes the keys that move in the list.
    pub onkeydown: Callback<KeyboardEvent>,
    /// Closes the list.
    pub onblur: Callback<FocusEvent>,
    /// The id of the list.
    pub controls: Option<String>,
    /// The id of the choice that the keys are on.
    pub active: Option<String>,
}

/// Where a mention begins, in the field's own units, and what of the name is typed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    start: u32,
    words: String,
}

/// Offers members in a field, if it is one where members are mentioned; of a thread those who may read it.
#[hook]
pub fn use_mentions(
    id: &AttrValue,
    field: NodeRef,
    is_on: bool,
    thread: Option<ThreadId>,
    onchange: Callback<String>,
) -> Mentions {
    let text = use_text();
    let typed = use_state_eq(|| None::<Typed>);
    let given_up = use_state_eq(|| None::<u32>);
    let active = use_state_eq(|| 0_usize);
    let wanted = typed.as_ref().map(|typed| typed.words.clone()).unwrap_or_default();
    let asked = use_debounced(wanted.clone(), PATIENCE);
    let found = use_query((asked, thread), |client, (q, thread_id)| async move {
        if q.is_empty() {
            return Ok((q, Vec::new()));
        }
        let query = MentionQuery { q: q.clone(), thread_id };
        client.list_mention_candidates(&query).await.map(|members| (q, members))
    });
    // An older answer is not offered for what is typed now.
    let members: Vec<MemberSummary> = match (&*typed, found.ready()) {
        (Some(typed), Some(found)) if found.0 == wanted && *given_up != Some(typed.start) => found.1.clone(),
        _ => Vec::new(),
    };
    let count = members.len();
    let place = if count == 0 { 0 } else { *active % count };
    let look = {
        let (typed, given_up, active) = (typed.clone(), given_up.clone(), active.clone());
        Callback::from(move |area: HtmlTextAreaElement| {
            if !is_on {
                return;
            }
            let now = typed_in(&area);
            if now.as_ref().map(|now| now.start) != *given_up {
                given_up.set(None);
            }
            active.set(0);
            typed.set(now);
        })
    };
    let choose = {
        let (field, typed, members) = (field, typed.clone(), members.clone());
        Callback::from(move |place: usize| {
            let (Some(area), Some(begun), Some(member)) =
                (field.cast::<HtmlTextAreaElement>(), &*typed, members.get(place))
            else {
                return;
            };
            put(&area, begun, &mention_of(member));
            typed.set(None);
            onchange.emit(area.value());
        })
    };
    let onkeydown = {
        let (typed, given_up, active, choose) = (typed.clone(), given_up, active.clone(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            if count == 0 {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => active.set((place + 1) % count),
                "ArrowUp" => active.set((place + count - 1) % count),
                "Enter" if !event.shift_key() => choose.emit(place),
                "Escape" => given_up.set(typed.as_ref().map(|typed| typed.start)),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onblur = {
        let typed = typed.clone();
        Callback::from(move |_: FocusEvent| typed.set(None))
    };
    let list_id = format!("{id}-mentions");
    let option_id = |place: usize| format!("{id}-mention-{place}");
    let options = members.iter().enumerate().map(|(at, member)| {
        let choose = choose.clone();
        // The pointer goes down before the field loses the focus, which would close the list.
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            choose.emit(at);
        });
        html! {
            <div role="option" key={member.id.0} id={option_id(at)} aria-selected={(at == place).to_string()} {onmousedown}>
                <span>{ &member.name }</span>
                if let Some(organisation) = &member.organisation { <span class="muted">{ organisation }</span> }
            </div>
        }
    });
    let status = if count == 0 {
        AttrValue::default()
    } else {
        text.count("mention-found", i64::try_from(count).unwrap_or(i64::MAX))
    };
    let list = html! {
        if is_on {
            <div class={classes!((count > 0).then_some("options"))} role="listbox" id={list_id.clone()}
                aria-label={text.t("mention-list")} hidden={count == 0}>{ for options }</div>
            <p class="vh" role="status">{ status }</p>
        }
    };
    Mentions {
        list,
        look,
        onkeydown,
        onblur,
        controls: is_on.then_some(list_id),
        active: (count > 0).then(|| option_id(place)),
    }
}

/// A field for a few words in which members can be mentioned.
#[derive(PartialEq, Properties)]
pub struct MentionAreaProps {
    /// The id of the field.
    pub id: AttrValue,
    /// The text.
    pub value: UseStateHandle<String>,
    /// How long it may be.
    pub maxlength: u32,
    /// The thread that it stands in.
    pub thread: ThreadId,
    /// The id of what is wrong.
    #[prop_or_default]
    pub error_id: Option<AttrValue>,
}

/// A field for a few words in which members can be mentioned.
#[component]
pub fn MentionArea(props: &MentionAreaProps) -> Html {
    let field = use_node_ref();
    let set = {
        let value = props.value.clone();
        Callback::from(move |changed: String| value.set(changed))
    };
    let mentions = use_mentions(&props.id, field.clone(), true, Some(props.thread), set.clone());
    let oninput = {
        let look = mentions.look.clone();
        Callback::from(move |event: InputEvent| {
            let area = event.target_unchecked_into::<HtmlTextAreaElement>();
            set.emit(area.value());
            look.emit(area);
        })
    };
    html! {
        <>
            <textarea class="input" id={props.id.clone()} rows="3" maxlength={props.maxlength.to_string()} ref={field}
                aria-describedby={props.error_id.clone()} aria-invalid={props.error_id.is_some().then_some("true")}
                aria-autocomplete="list" aria-controls={mentions.controls} aria-activedescendant={mentions.active}
                value={(*props.value).clone()} {oninput} onkeydown={mentions.onkeydown} onblur={mentions.onblur} />
            { mentions.list }
        </>
    }
}

/// A mention in markdown. The server puts the name right, whatever signs are in it.
pub fn mention_of(member: &MemberSummary) -> String {
    let name: String = member.name.chars().filter(|character| !matches!(character, '[' | ']' | '\\')).collect();
    format!("[@{name}](/members/{})", member.id)
}

/// What is typed of a mention before the cursor.
fn typed_in(area: &HtmlTextAreaElement) -> Option<Typed> {
    let end = area.selection_start().ok().flatten()?;
    // Positions in a field are counted in UTF-16 units.
    let units: Vec<u16> = area.value().encode_utf16().take(usize::try_from(end).ok()?).collect();
    begun(&String::from_utf16_lossy(&units))
}

/// The mention that a text ends with, if it does: `@` where a word begins, and a name or its beginning.
fn begun(before: &str) -> Option<Typed> {
    let (rest, words) = before.rsplit_once('@')?;
    let is_start = rest.chars().next_back().is_none_or(|character| character.is_whitespace() || character == '(');
    let is_name = !words.is_empty()
        && !words.starts_with(' ')
        && words.chars().count() <= LONGEST
        && words.matches(' ').count() <= SPACES
        && words.chars().all(|character| !character.is_control() && !matches!(character, '[' | ']' | '(' | ')'));
    let start = u32::try_from(rest.encode_utf16().count()).ok()?;
    (is_start && is_name).then(|| Typed { start, words: words.trim_end().to_owned() })
}

/// Puts a mention where its beginning stands, and the cursor after it.
fn put(area: &HtmlTextAreaElement, begun: &Typed, mention: &str) {
    let end = area.selection_start().ok().flatten().unwrap_or(begun.start);
    let words = format!("{mention} ");
    let _ = area.set_range_text_with_start_and_end(&words, begun.start, end);
    let after = begun.start + u32::try_from(words.encode_utf16().count()).unwrap_or(0);
    let _ = area.set_selection_range(after, after);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(before: &str) -> Option<(u32, String)> {
        begun(before).map(|typed| (typed.start, typed.words))
    }

    #[test]
    fn a_name_is_begun_after_the_sign_where_a_word_begins() {
        assert_eq!(words("Hi @be"), Some((3, "be".into())));
        assert_eq!(words("@Siân Mor"), Some((0, "Siân Mor".into())));
        assert_eq!(words("Tŷ 😀 (@a"), Some((7, "a".into())));
        for none in ["", "@", "mail@example", "[@Bea](/members/7) ", "@be\nnext", "@ be", "@a b c d", "[@Be"] {
            assert_eq!(words(none), None, "{none}");
        }
    }
}
