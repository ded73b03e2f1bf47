//! Quoting a post, or the words of it that are selected, with a link to it.

use client::types::forum::Post;
use yew::prelude::*;
use yew_router::prelude::*;

use super::byline::author_name;
use super::ways::at;
use crate::components::{icon, mention_of};
use crate::hooks::{focus, selected_in, use_text};
use crate::routes::Route;
use crate::text::Text;

/// How many characters of a post are quoted at most, unless they are selected.
const MOST: usize = 400;
/// How many that are selected.
const SELECTED: usize = 2_000;

/// A post that is quoted.
#[derive(Clone, PartialEq)]
pub struct Quote {
    /// The post.
    pub post: Post,
    /// The quote, in markdown.
    pub words: String,
    /// How many were made before: the same words can be quoted twice.
    pub turn: u32,
}

/// Which post.
#[derive(PartialEq, Properties)]
pub struct QuoteButtonProps {
    /// The post.
    pub post: Post,
    /// The thread's address.
    pub to: Route,
    /// Where the quote goes.
    pub quote: UseStateHandle<Option<Quote>>,
    /// Whether quoting it is also replying to it.
    #[prop_or_default]
    pub replies: bool,
}

/// The button that quotes a post in one's own.
#[component]
pub fn QuoteButton(props: &QuoteButtonProps) -> Html {
    let text = use_text();
    let name = author_name(&text, props.post.author.as_ref());
    let onclick = {
        let (text, post, to, quote) = (text.clone(), props.post.clone(), props.to.clone(), props.quote.clone());
        Callback::from(move |_: MouseEvent| {
            let words = match selected_in(&format!("post-{}", post.number)) {
                Some(selected) => shortened(&selected, SELECTED),
                None => shortened(&own_words(&post.body), MOST),
            };
            let words = quoted(&text, &post, &to, &words);
            let turn = quote.as_ref().map_or(0, |quote| quote.turn) + 1;
            quote.set(Some(Quote { post: post.clone(), words, turn }));
            focus("body");
        })
    };
    // What is selected stays so while the pointer goes down.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <button class="btn-link" type="button" {onclick} {onmousedown}>
            { icon("quote") }{ text.t(if props.replies { "reply-quoting" } else { "quote-post" }) }
            <span class="vh">{ " " }{ text.with("quote-of", &[("name", &name), ("place", &props.post.number.to_string())]) }</span>
        </button>
    }
}

/// Words as a quote in markdown, below who wrote them. Who asks in confidence has no name.
fn quoted(text: &Text, post: &Post, to: &Route, words: &str) -> String {
    let link = format!("{}?{}", to.to_path(), at(post.number));
    let who = match &post.author {
        Some(author) => format!("{} [{}]({link}):", mention_of(author), text.t("quote-wrote")),
        None => format!("[{}]({link}):", text.t("quote-asker-wrote")),
    };
    let lines: Vec<String> = words.lines().map(|line| format!("> {line}")).collect();
    format!("> {who}\n>\n{}\n\n", lines.join("\n"))
}

/// A text without the quotes in it, which would be somebody else's words.
fn own_words(body: &str) -> String {
    body.lines().filter(|line| !line.starts_with('>')).collect::<Vec<_>>().join("\n")
}

fn shortened(words: &str, most: usize) -> String {
    let words = words.trim();
    let mut short: String = words.chars().take(most).collect();
    if words.chars().count() > most {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_leaves_out_what_was_quoted_in_it() {
        assert_eq!(own_words("> older\n\nNewer\nwords"), "\nNewer\nwords");
        assert_eq!(shortened(&"x".repeat(500), 400).chars().count(), 401);
        assert_eq!(shortened(" a ", 400), "a");
    }
}
