//! Texts: Fluent messages in English and Welsh.

use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use yew::prelude::*;

/// The messages of a language, a file a feature.
macro_rules! messages {
    ($folder:literal) => {
        concat!(
            include_str!(concat!("../locales/", $folder, "/shell.ftl")),
            "\n",
            include_str!(concat!("../locales/", $folder, "/errors.ftl")),
            "\n",
            include_str!(concat!("../locales/", $folder, "/home.ftl")),
            "\n",
            include_str!(concat!("../locales/", $folder, "/forum.ftl")),
            "\n",
            include_str!(concat!("../locales/", $folder, "/resources.ftl")),
            "\n",
            include_str!(concat!("../locales/", $folder, "/search.ftl")),
            "\n",
            include_str!(concat!("../locales/", $folder, "/accounts.ftl")),
            "\n",
            include_str!(concat!("../locales/", $folder, "/membership.ftl")),
            "\n",
            include_str!(concat!("../locales/", $folder, "/admin.ftl")),
        )
    };
}

const ENGLISH: &str = messages!("en");
const WELSH: &str = messages!("cy");

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

    /// The other language.
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::Welsh,
            Self::Welsh => Self::English,
        }
    }
}

/// The texts of one language.
#[derive(Clone)]
pub struct Text {
    /// The language.
    pub language: Language,
    bundle: Rc<FluentBundle<FluentResource>>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Text {
    /// The texts of a language.
    pub fn new(language: Language) -> Self {
        let (source, code) = match language {
            Language::English => (ENGLISH, "en-GB"),
            Language::Welsh => (WELSH, "cy"),
        };
        // A message that cannot be read is shown by its id; a test sees to it that there is none.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new(vec![code.parse::<LanguageIdentifier>().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let _ = bundle.add_resource(resource);
        Self { language, bundle: Rc::new(bundle) }
    }

    /// A text.
    pub fn t(&self, id: &str) -> AttrValue {
        self.format(id, None)
    }

    /// A text with a number in it, called `count`.
    pub fn count(&self, id: &str, count: i64) -> AttrValue {
        let mut arguments = FluentArgs::new();
        arguments.set("count", FluentValue::from(count));
        self.format(id, Some(&arguments))
    }

    /// A text with words in it, by name.
    pub fn with(&self, id: &str, words: &[(&'static str, &str)]) -> AttrValue {
        let mut arguments = FluentArgs::new();
        for (name, word) in words {
            arguments.set(*name, FluentValue::from((*word).to_owned()));
        }
        self.format(id, Some(&arguments))
    }

    /// A text that need not exist.
    pub fn find(&self, id: &str) -> Option<AttrValue> {
        self.bundle.has_message(id).then(|| self.t(id))
    }

    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> AttrValue {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return AttrValue::from(id.to_owned());
        };
        let mut errors = Vec::new();
        AttrValue::from(self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use client::types::ErrorCode;
    use client::types::resources::ResourceKind;

    use super::*;

    fn ids(source: &str) -> BTreeSet<&str> {
        source
            .lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| !id.starts_with([' ', '#', '[', '*', '.']))
            .collect()
    }

    fn sources(folder: &Path, found: &mut String) {
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
    fn literals(code: &str) -> impl Iterator<Item = &str> {
        code.split('"').skip(1).step_by(2)
    }

    /// The first argument of a call, whose opening bracket has just been passed.
    fn first_argument(code: &str) -> &str {
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
        let text = Text::new(Language::English);
        for code in ErrorCode::ALL {
            let name = serde_json::to_value(code).unwrap();
            assert!(text.find(&format!("error-{}", name.as_str().unwrap())).is_some(), "{name}");
        }
        for kind in ResourceKind::ALL {
            assert!(text.find(&format!("resource-kind-{}", kind.as_str())).is_some());
        }
    }

    #[test]
    fn a_count_takes_the_form_of_its_number() {
        let english = Text::new(Language::English);
        assert_eq!(english.count("question-answers", 1), "1 answer");
        assert_eq!(english.count("question-answers", 3), "3 answers");
    }
}
