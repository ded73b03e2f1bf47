//! Texts: Fluent messages in English and Welsh.
//!
//! Messages are read by fluent-syntax. They are put together here rather than by fluent-bundle, which brings
//! the plural rules of two hundred languages and floating point numbers: a tenth of the whole app. Messages
//! use words, counts and choices by a count; a test holds each of them against fluent-bundle.

use std::rc::Rc;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use yew::prelude::*;

pub use crate::messages::Messages;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Welsh.
    Welsh,
}

impl Language {
    /// The BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Welsh => "cy",
        }
    }

    /// The language as the API has it.
    pub const fn wire(self) -> client::types::membership::Language {
        match self {
            Self::English => client::types::membership::Language::En,
            Self::Welsh => client::types::membership::Language::Cy,
        }
    }

    /// The other language.
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::Welsh,
            Self::Welsh => Self::English,
        }
    }
}

/// The plural category of a count in a language (Unicode CLDR, cardinal rules).
const fn plural_category(language: Language, count: i64) -> &'static str {
    match (language, count) {
        (_, 1) => "one",
        (Language::Welsh, 0) => "zero",
        (Language::Welsh, 2) => "two",
        (Language::Welsh, 3) => "few",
        (Language::Welsh, 6) => "many",
        _ => "other",
    }
}

/// What is put into a message.
#[derive(Clone, Copy)]
enum Argument<'a> {
    Words(&'a str),
    Count(i64),
}

/// The texts of one language.
#[derive(Clone)]
pub struct Text {
    /// The language.
    pub language: Language,
    /// The messages, in the order of their ids.
    messages: Rc<Vec<(&'static str, Pattern<&'static str>)>>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Text {
    /// The texts of a language.
    pub fn new(language: Language, messages: &Messages) -> Self {
        let source = messages.of(language);
        // A message that cannot be read is shown by its id; a test sees to it that there is none.
        let resource = fluent_syntax::parser::parse_runtime(source).unwrap_or_else(|(resource, _)| resource);
        let mut messages: Vec<_> = resource
            .body
            .into_iter()
            .filter_map(|entry| match entry {
                Entry::Message(message) => Some((message.id.name, message.value?)),
                _ => None,
            })
            .collect();
        messages.sort_unstable_by_key(|(id, _)| *id);
        Self { language, messages: Rc::new(messages) }
    }

    /// A text.
    pub fn t(&self, id: &str) -> AttrValue {
        self.format(id, &[])
    }

    /// A text with a number in it, called `count`.
    pub fn count(&self, id: &str, count: i64) -> AttrValue {
        self.format(id, &[("count", Argument::Count(count))])
    }

    /// A text with words in it, by name.
    pub fn with(&self, id: &str, words: &[(&'static str, &str)]) -> AttrValue {
        let arguments: Vec<_> = words.iter().map(|(name, word)| (*name, Argument::Words(word))).collect();
        self.format(id, &arguments)
    }

    /// A text that need not exist.
    pub fn find(&self, id: &str) -> Option<AttrValue> {
        self.pattern(id).map(|_| self.t(id))
    }

    fn pattern(&self, id: &str) -> Option<&Pattern<&'static str>> {
        let place = self.messages.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.messages.get(place).map(|(_, pattern)| pattern)
    }

    fn format(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> AttrValue {
        let Some(pattern) = self.pattern(id) else { return AttrValue::from(id.to_owned()) };
        let mut text = String::new();
        self.write(pattern, arguments, &mut text);
        text.into()
    }

    fn write(&self, pattern: &Pattern<&'static str>, arguments: &[(&str, Argument<'_>)], text: &mut String) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => match find(inline, arguments) {
                    Some(Argument::Words(words)) => text.push_str(words),
                    Some(Argument::Count(count)) => text.push_str(&count.to_string()),
                    None => {}
                },
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let Some(Argument::Count(count)) = find(selector, arguments) else { continue };
                    if let Some(variant) = self.choose(variants, count) {
                        self.write(&variant.value, arguments, text);
                    }
                }
            }
        }
    }

    /// The variant for a count: that of the very number, else that of its plural category, else the default.
    fn choose<'a>(&self, variants: &'a [Variant<&'static str>], count: i64) -> Option<&'a Variant<&'static str>> {
        let (number, category) = (count.to_string(), plural_category(self.language, count));
        let fits = |variant: &&Variant<&'static str>| match variant.key {
            VariantKey::NumberLiteral { value } => value == number,
            VariantKey::Identifier { name } => name == category,
        };
        variants.iter().find(fits).or_else(|| variants.iter().find(|variant| variant.default))
    }
}

/// The argument that an expression names.
fn find<'a>(inline: &InlineExpression<&'static str>, arguments: &[(&str, Argument<'a>)]) -> Option<Argument<'a>> {
    let InlineExpression::VariableReference { id } = inline else { return None };
    arguments.iter().find(|(name, _)| *name == id.name).map(|(_, argument)| *argument)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use client::types::ErrorCode;
    use client::types::resources::ResourceKind;

    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

    use super::*;

    const ENGLISH: &str = Messages::ALL.of(Language::English);
    const WELSH: &str = Messages::ALL.of(Language::Welsh);

    pub(crate) fn ids(source: &str) -> BTreeSet<&str> {
        source
            .lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| !id.starts_with([' ', '#', '[', '*', '.']))
            .collect()
    }

    pub(crate) fn sources(folder: &Path, found: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if !path.ends_with("text.rs") {
                found.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_messages_and_each_can_be_read() {
        assert_eq!(ids(ENGLISH), ids(WELSH));
        for source in [ENGLISH, WELSH] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
            let lines = source.lines().filter(|line| line.contains(" =") && !line.starts_with([' ', '#'])).count();
            assert_eq!(lines, ids(source).len(), "a message stands twice");
        }
    }

    /// The words in quotes that stand in a piece of code.
    pub(crate) fn literals(code: &str) -> impl Iterator<Item = &str> {
        code.split('"').skip(1).step_by(2)
    }

    /// The first argument of a call, whose opening bracket has just been passed.
    pub(crate) fn first_argument(code: &str) -> &str {
        let mut depth = 0;
        let end = code.find(|character| {
            match character {
                '(' | '{' | '[' => depth += 1,
                ')' | '}' | ']' => depth -= 1,
                _ => {}
            }
            depth < 0 || (depth == 0 && character == ',')
        });
        &code[..end.unwrap_or(code.len())]
    }

    #[test]
    fn the_code_asks_only_for_messages_that_exist_and_none_is_left_over() {
        let mut code = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
        let known = ids(ENGLISH);
        let calls = [".t(", ".count(", ".with("].into_iter().flat_map(|call| code.split(call).skip(1));
        let missing: BTreeSet<_> = calls
            .map(first_argument)
            .filter(|argument| !argument.contains("format!"))
            .flat_map(literals)
            .filter(|id| !known.contains(id))
            .collect();
        assert!(missing.is_empty(), "no message for {missing:?}");
        // Messages whose name is put together at run time begin with what stands before the first brace.
        let all: BTreeSet<_> = code.lines().flat_map(literals).collect();
        let families: Vec<_> = all
            .iter()
            .filter_map(|literal| literal.split_once('{'))
            .map(|(family, _)| family)
            .filter(|family| family.len() > 2 && family.ends_with('-'))
            .collect();
        let unused: Vec<_> = known
            .iter()
            .filter(|id| !all.contains(**id) && !families.iter().any(|family| id.starts_with(family)))
            .collect();
        assert!(unused.is_empty(), "no code asks for {unused:?}");
    }

    #[test]
    fn every_error_and_every_kind_has_its_words() {
        let text = Text::new(Language::English, &Messages::ALL);
        for code in ErrorCode::ALL {
            let name = serde_json::to_value(code).unwrap();
            assert!(text.find(&format!("error-{}", name.as_str().unwrap())).is_some(), "{name}");
        }
        for kind in ResourceKind::ALL {
            assert!(text.find(&format!("resource-kind-{}", kind.as_str())).is_some());
        }
    }

    #[test]
    fn each_message_reads_as_fluent_has_it() {
        for (language, source) in [(Language::English, ENGLISH), (Language::Welsh, WELSH)] {
            let mut bundle = FluentBundle::new(vec![language.code().parse().unwrap()]);
            bundle.set_use_isolating(false);
            bundle.add_resource(FluentResource::try_new(source.to_owned()).unwrap()).unwrap();
            let text = Text::new(language, &Messages::ALL);
            for id in ids(source) {
                let pattern = bundle.get_message(id).unwrap().value().unwrap();
                for count in 0..30 {
                    let mut arguments = FluentArgs::new();
                    arguments.set("count", count);
                    let mut errors = Vec::new();
                    let wanted = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                    // Messages with words in them lack those here; they are held against each other below.
                    if errors.is_empty() {
                        assert_eq!(text.count(id, count).as_str(), wanted, "{id} of {count}");
                    }
                }
                let words = ["network", "members", "libraries", "count", "goal", "title", "time", "weekday", "day"]
                    .into_iter()
                    .chain([
                        "month", "year", "kind", "size", "name", "reason", "file", "host", "words", "library", "line",
                    ])
                    .chain(["rows", "created", "updated", "unchanged", "failed", "device"])
                    .chain(["organisations", "joined", "distance", "place", "share"])
                    .chain(["number"]);
                let words: Vec<_> = words.map(|name| (name, "words")).collect();
                let arguments: FluentArgs<'_> = words.iter().map(|(name, word)| (*name, *word)).collect();
                let mut errors = Vec::new();
                let wanted = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                assert!(errors.is_empty(), "{id}: {errors:?}");
                // A choice by a count is not made by words.
                let has_choice = |(name, pattern): &(&str, Pattern<&str>)| {
                    *name == id
                        && pattern.elements.iter().any(|element| {
                            matches!(element, PatternElement::Placeable { expression: Expression::Select { .. } })
                        })
                };
                if !text.messages.iter().any(has_choice) {
                    assert_eq!(text.with(id, &words).as_str(), wanted, "{id}");
                }
            }
        }
    }

    #[test]
    fn a_count_takes_the_form_of_its_number() {
        let english = Text::new(Language::English, &Messages::ALL);
        assert_eq!(english.count("question-answers", 1), "1 answer");
        assert_eq!(english.count("question-answers", 3), "3 answers");
    }
}
