//! Tags that there are already, offered while one types.

use client::types::topics::TagQuery;
use yew::prelude::*;

use crate::components::icon;
use crate::hooks::{focus, use_debounced, use_query, use_text};

/// How long typing rests before tags are looked for, in milliseconds.
const REST: u32 = 250;

/// What is typed.
#[derive(PartialEq, Properties)]
pub struct TagSuggestionsProps {
    /// The id of the field.
    pub field: AttrValue,
    /// The tags, apart by spaces or commas.
    pub value: UseStateHandle<String>,
}

/// The word that is being typed, and what stands before it.
fn split(typed: &str) -> (&str, &str) {
    let start = typed.rfind([',', ' ', ';']).map_or(0, |place| place + 1);
    typed.split_at(start)
}

/// Tags that begin as the last word does, or for which another word that begins so stands.
#[component]
pub fn TagSuggestions(props: &TagSuggestionsProps) -> Html {
    let text = use_text();
    let typed = use_debounced((*props.value).clone(), REST);
    let word = split(&typed).1.to_owned();
    let found = use_query(word.clone(), |client, word| async move {
        if word.chars().count() < 2 {
            return Ok(Vec::new());
        }
        client.list_tags(&TagQuery { q: Some(word), limit: Some(5) }).await
    });
    let Some(tags) = found.ready() else { return html! {} };
    let tags: Vec<_> = tags.iter().filter(|tag| tag.name != word).cloned().collect();
    html! {
        <div role="status">
            if !tags.is_empty() && split(&props.value).1 == word {
                <p class="row row-s t-s">
                    <span>{ text.t("tags-there") }</span>
                    { for tags.into_iter().map(|tag| {
                        let (value, field, name) = (props.value.clone(), props.field.clone(), tag.name.clone());
                        let choose = Callback::from(move |_: MouseEvent| {
                            value.set(format!("{}{name} ", split(&value).0));
                            focus(&field);
                        });
                        html! {
                            <button class="btn-link" type="button" key={tag.name.clone()} onclick={choose}>{ icon("plus") }{ &tag.name }</button>
                        }
                    }) }
                </p>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_the_one_that_is_typed() {
        assert_eq!(split("leases, gift-a"), ("leases, ", "gift-a"));
        assert_eq!(split("roof"), ("", "roof"));
        assert_eq!(split("roof "), ("roof ", ""));
    }
}
