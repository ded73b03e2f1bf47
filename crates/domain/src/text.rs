//! Text: markdown to sanitised HTML, excerpts, slugs, and the cleaning of what people type.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::error::{Error, Result};
use crate::forum::attachments;

/// The version of the renderer, kept beside what it rendered.
pub const RENDERER_VERSION: i32 = 2;

/// How deep quotes and lists may nest: deeper is refused rather than rendered slowly.
const NESTING: usize = 20;

/// Markdown in its stored forms.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// Sanitised HTML.
    pub html: String,
    /// The words alone.
    pub plain: String,
    /// The members who are mentioned, as often as they are.
    pub mentions: Vec<Mention>,
}

/// A member whom a text mentions: a link to their page whose words begin with `@`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The member's id.
    pub member_id: i64,
    /// Whether it stands in a quote, where others said it.
    pub is_quoted: bool,
}

/// Where the pages of members are.
pub const MEMBERS: &str = "/members/";

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(HashSet::from([
            "a",
            "blockquote",
            "br",
            "code",
            "del",
            "em",
            "h2",
            "h3",
            "h4",
            "hr",
            "img",
            "li",
            "ol",
            "p",
            "pre",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ]))
        .tag_attributes(std::collections::HashMap::from([
            ("a", HashSet::from(["href", "title"])),
            ("img", HashSet::from(["alt", "src"])),
            ("ol", HashSet::from(["start"])),
        ]))
        // A picture is shown when it is one of ours; a reader's browser must not fetch from elsewhere.
        .attribute_filter(|element, attribute, value| {
            let is_foreign = element == "img" && attribute == "src" && attachments::key_of(value).is_none();
            (!is_foreign).then(|| value.into())
        })
        .set_tag_attribute_value("img", "loading", "lazy")
        .clean_content_tags(HashSet::from(["script", "style"]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("nofollow ugc noopener"));
    builder
});

fn options() -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.render.escape = true;
    options
}

/// Renders markdown. Raw HTML in it is shown as text; headings start at the second level; images from
/// elsewhere become links, since a reader's browser must not fetch from there. Off the event loop.
pub async fn render(markdown: &str) -> Result<Rendered> {
    let markdown = markdown.to_owned();
    tokio::task::spawn_blocking(move || render_now(&markdown))
        .await
        .map_err(|error| Error::internal("rendering markdown", error))
}

/// The same on this thread: for those who are off the event loop already.
pub(crate) fn render_now(markdown: &str) -> Rendered {
    use comrak::nodes::NodeValue;

    let arena = comrak::Arena::new();
    let root = comrak::parse_document(&arena, &flatten(markdown), &options());
    let mut mentions = Vec::new();
    for node in root.descendants() {
        if let Some(member_id) = mentioned(node) {
            let is_quoted =
                node.ancestors().skip(1).any(|node| matches!(node.data.borrow().value, NodeValue::BlockQuote));
            mentions.push(Mention { member_id, is_quoted });
        }
        let mut data = node.data.borrow_mut();
        match &mut data.value {
            NodeValue::Heading(heading) => heading.level = (heading.level + 1).clamp(2, 4),
            NodeValue::Image(link) if attachments::key_of(&link.url).is_none() => {
                data.value = NodeValue::Link(link.clone());
            }
            _ => {}
        }
    }
    let mut html = String::new();
    if comrak::format_html(root, &options(), &mut html).is_err() {
        html.clear();
    }
    let html = SANITISER.clean(&html).to_string();
    let plain = plain_of(&html);
    Rendered { html, plain, mentions }
}

/// The member whom a link mentions, if it does.
fn mentioned<'a>(node: &'a comrak::nodes::AstNode<'a>) -> Option<i64> {
    use comrak::nodes::NodeValue;

    let NodeValue::Link(link) = &node.data.borrow().value else { return None };
    let member_id = link.url.strip_prefix(MEMBERS)?.parse().ok()?;
    let first = node.first_child()?;
    let is_mention = matches!(&first.data.borrow().value, NodeValue::Text(words) if words.starts_with('@'));
    is_mention.then_some(member_id)
}

/// Cuts quotes and lists that nest too deep, line by line: what they say stays.
fn flatten(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.split_inclusive('\n') {
        let marks = line.chars().take_while(|character| matches!(character, '>' | ' ' | '\t' | '-' | '*' | '+'));
        let (mut depth, mut length) = (0, 0);
        for mark in marks {
            length += mark.len_utf8();
            depth += usize::from(!matches!(mark, ' ' | '\t'));
        }
        out.push_str(if depth > NESTING { &line[length..] } else { line });
    }
    out
}

/// The words of sanitised HTML.
#[must_use]
pub fn plain_of(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => {
                in_tag = true;
                plain.push(' ');
            }
            '>' => in_tag = false,
            _ if !in_tag => plain.push(character),
            _ => {}
        }
    }
    let plain = plain
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a text, about 200 characters.
#[must_use]
pub fn excerpt(plain: &str) -> String {
    if plain.chars().count() <= 200 {
        return plain.to_owned();
    }
    let cut: String = plain.chars().take(200).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{cut}…")
}

/// The words of a title as they stand in an address.
#[must_use]
pub fn slug(title: &str) -> String {
    let folded = fold(title);
    let words: Vec<&str> =
        folded.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(80).collect();
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "item".into() } else { slug.into() }
}

/// Lower case without diacritics, for matching.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|character| !is_combining_mark(*character)).collect::<String>().to_lowercase()
}

/// One line as typed: trimmed, white space folded, without control characters. NUL is refused, since
/// PostgreSQL cannot keep it.
pub fn line(field: &str, text: &str) -> Result<String> {
    refuse_nul(field, text)?;
    let text: String = text
        .chars()
        .map(|character| if character.is_control() { ' ' } else { character })
        .filter(|character| !matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        .collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(Error::field(field, "required", "Type something here."));
    }
    Ok(text)
}

/// The title of a question or resource. Its length is measured again, since cleaning can shorten it.
pub fn title(field: &str, text: &str) -> Result<String> {
    let title = line(field, text)?;
    if title.chars().count() < api_types::limits::TITLE_MIN {
        return Err(Error::field(field, "too_short", "Say a little more: 10 characters at least."));
    }
    Ok(title)
}

/// A text of several lines as typed: trimmed at its end, line ends made alike. NUL is refused.
pub fn lines(field: &str, text: &str) -> Result<String> {
    refuse_nul(field, text)?;
    let text = text.replace("\r\n", "\n").trim_end().to_owned();
    if text.trim().is_empty() {
        return Err(Error::field(field, "required", "Type something here."));
    }
    Ok(text)
}

/// A text of several lines that may be empty.
pub fn optional_lines(field: &str, text: &str) -> Result<String> {
    if text.trim().is_empty() { Ok(String::new()) } else { lines(field, text) }
}

/// An optional line: empty means none.
pub fn optional_line(field: &str, text: Option<&String>) -> Result<Option<String>> {
    match text {
        Some(text) if !text.trim().is_empty() => line(field, text).map(Some),
        _ => Ok(None),
    }
}

fn refuse_nul(field: &str, text: &str) -> Result<()> {
    if text.contains('\0') {
        return Err(Error::field(field, "invalid", "Remove the NUL character."));
    }
    Ok(())
}
