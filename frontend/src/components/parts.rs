//! The small parts.

use yew::prelude::*;

use super::Link;
use crate::hooks::use_text;
use crate::routes::Route;

/// An icon by its name in the sprite; it stands beside a word and is silent.
pub fn icon(name: &str) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={format!("/icons.svg#i-{name}")}></use></svg> }
}

/// What a button says and does.
#[derive(PartialEq, Properties)]
pub struct ButtonProps {
    /// Classes beside `btn`.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it sends its form.
    #[prop_or_default]
    pub submit: bool,
    /// Whether what it began is still going on.
    #[prop_or_default]
    pub busy: bool,
    /// What it does.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// Its words: a verb first.
    pub children: Html,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    html! {
        <button class={classes!("btn", props.class.clone())} type={if props.submit { "submit" } else { "button" }}
            aria-busy={props.busy.then_some("true")} onclick={props.onclick.clone()}>
            { props.children.clone() }
        </button>
    }
}

/// Text that a member wrote. The only place where HTML is taken as it is: the server's sanitiser made it.
pub fn markdown(html: &str) -> Html {
    html! { <div class="prose">{ Html::from_html_unchecked(html.to_owned().into()) }</div> }
}

/// What stands in a notice.
#[derive(PartialEq, Properties)]
pub struct NoticeProps {
    /// Its tone: none, `is-ok`, `is-warn` or `is-bad`.
    #[prop_or_default]
    pub tone: Classes,
    /// Its icon.
    #[prop_or(AttrValue::Static("info"))]
    pub icon: AttrValue,
    /// Whether it is to be read out when it appears.
    #[prop_or_default]
    pub is_status: bool,
    /// Its words.
    pub children: Html,
}

/// A notice.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! {
        <div class={classes!("notice", props.tone.clone())} role={props.is_status.then_some("status")}>
            <span>{ icon(&props.icon) }</span><div>{ props.children.clone() }</div>
        </div>
    }
}

/// What is not there, and what to do about it.
#[derive(PartialEq, Properties)]
pub struct EmptyStateProps {
    /// What is not there.
    pub title: AttrValue,
    /// What to do.
    pub children: Html,
}

/// An empty list.
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! { <div class="empty flow"><h2 class="h4">{ &props.title }</h2>{ props.children.clone() }</div> }
}

/// Where the pages of a list are.
#[derive(PartialEq, Properties)]
pub struct PagerProps {
    /// The list's page.
    pub to: Route,
    /// The query of the first page, without the question mark.
    pub first: AttrValue,
    /// The query of the next page, when there is one.
    pub next: Option<AttrValue>,
    /// Whether this is the first page.
    pub is_first: bool,
}

/// Links to the first and the next page of a list.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let text = use_text();
    if props.is_first && props.next.is_none() {
        return html! {};
    }
    html! {
        <nav class="pagination mt-5" aria-label={text.t("pages")}>
            if !props.is_first {
                <Link to={props.to.clone()} query={props.first.clone()}>{ icon("arrow-left") }{ text.t("first-page") }</Link>
            }
            if let Some(next) = &props.next {
                <Link to={props.to.clone()} query={next.clone()}>{ text.t("next-page") }{ icon("arrow-right") }</Link>
            }
        </nav>
    }
}

/// The first letters of a name, two at most.
pub fn avatar_letters(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).collect()
}

/// A list of links of which one is current, under its heading: the values of one filter of a list.
pub fn facet(id: &'static str, title: AttrValue, items: Html) -> Html {
    html! { <nav class="sidenav" aria-labelledby={id}><h2 {id} class="t-l mb-3">{ title }</h2><ul>{ items }</ul></nav> }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::text::tests::{first_argument, literals, sources};

    #[test]
    fn every_icon_that_is_shown_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let there = std::fs::read_to_string(root.join("assets/icons.svg")).unwrap();
        let mut code = String::new();
        sources(&root.join("src"), &mut code);
        let called = code.split("{ icon(").skip(1).map(first_argument).flat_map(literals);
        let shown: Vec<_> = called.filter(|name| !name.is_empty()).collect();
        assert!(shown.len() > 50);
        for name in shown {
            assert!(there.contains(&format!("id=\"i-{name}\"")), "there is no icon {name}");
        }
    }
}
