//! Which messages each of the apps carries: its own only, which keeps the others small.

use crate::text::Language;

/// The messages of both languages in some of the files, a file a feature.
macro_rules! messages {
    ($($file:literal),+ $(,)?) => {
        Messages {
            english: concat!($(include_str!(concat!("../locales/en/", $file, ".ftl")), "\n"),+),
            welsh: concat!($(include_str!(concat!("../locales/cy/", $file, ".ftl")), "\n"),+),
        }
    };
}

/// The messages of one of the apps.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    english: &'static str,
    welsh: &'static str,
}

impl Messages {
    /// None: a message is shown by its id.
    pub const NONE: Self = Self { english: "", welsh: "" };
    /// Those of the app where everybody arrives.
    pub const READING: Self =
        messages!("shell", "errors", "home", "forum", "resources", "search", "accounts", "signing-in");
    /// Those of the forum.
    pub const FORUM: Self = messages!(
        "shell",
        "errors",
        "accounts",
        "forum",
        "forum-order",
        "forum-finding",
        "forum-asking",
        "forum-trust",
        "forum-guides",
        "forum-writing"
    );
    /// Those of lists of threads and of asking.
    pub const ASKING: Self = messages!(
        "shell",
        "errors",
        "accounts",
        "forum",
        "forum-order",
        "forum-finding",
        "forum-asking",
        "forum-trust",
        "forum-guides",
        "forum-writing",
        "forum-lists"
    );
    /// Those of what members keep for themselves.
    pub const KEEPING: Self = messages!(
        "shell",
        "errors",
        "accounts",
        "forum",
        "forum-order",
        "forum-finding",
        "forum-kept",
        "forum-asking",
        "forum-trust",
        "forum-guides",
        "keeping",
        "forum-writing",
        "forum-lists",
        "forum-care"
    );
    /// Those of what keeps the forum in order.
    pub const ORDER: Self = messages!(
        "shell",
        "errors",
        "accounts",
        "forum",
        "forum-order",
        "forum-finding",
        "forum-asking",
        "forum-trust",
        "forum-writing",
        "spaces",
        "forum-lists",
        "forum-care"
    );
    /// Those of joining.
    pub const JOINING: Self =
        messages!("shell", "errors", "accounts", "membership", "joining", "people", "registration", "signing-in");
    /// Those of one's own account.
    pub const ACCOUNT: Self = messages!(
        "shell",
        "errors",
        "accounts",
        "credentials",
        "membership",
        "people",
        "privacy",
        "referrals",
        "signing-in"
    );
    /// Those of people, organisations and libraries.
    pub const PEOPLE: Self = messages!(
        "shell",
        "errors",
        "accounts",
        "membership",
        "organisations",
        "wishes",
        "people",
        "libraries",
        "signing-in"
    );
    /// Those of the map.
    pub const MAP: Self = messages!("shell", "errors", "accounts", "membership", "map", "signing-in");
    /// Those of the staff's app.
    pub const STAFF: Self = messages!(
        "shell",
        "errors",
        "accounts",
        "membership",
        "wishes",
        "registration",
        "admin",
        "applications",
        "signing-in"
    );
    /// Those of the staff's app of growth.
    pub const GROWTH: Self = messages!(
        "shell",
        "errors",
        "accounts",
        "credentials",
        "membership",
        "register",
        "registration",
        "privacy",
        "admin",
        "growth",
        "signing-in"
    );
    /// All of them, for a server and for tests.
    #[cfg(any(feature = "ssr", test))]
    pub const ALL: Self = messages!(
        "shell",
        "errors",
        "home",
        "forum",
        "forum-order",
        "forum-finding",
        "forum-kept",
        "forum-asking",
        "forum-trust",
        "forum-guides",
        "keeping",
        "spaces",
        "forum-writing",
        "resources",
        "search",
        "accounts",
        "credentials",
        "membership",
        "joining",
        "organisations",
        "wishes",
        "people",
        "libraries",
        "register",
        "privacy",
        "registration",
        "admin",
        "applications",
        "map",
        "referrals",
        "growth",
        "forum-lists",
        "forum-care",
        "signing-in",
    );

    /// Those of a language.
    pub const fn of(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Welsh => self.welsh,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::text::tests::{ids, literals, sources};

    /// The files of a folder of pages, or of one page.
    fn files(source: &Path, place: &str) -> Vec<PathBuf> {
        let path = source.join(place);
        if path.is_dir() {
            std::fs::read_dir(path).unwrap().map(|file| file.unwrap().path()).collect()
        } else {
            vec![path]
        }
    }

    #[test]
    fn each_app_has_the_messages_of_its_pages() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let known = ids(Messages::ALL.english);
        let all = [
            Messages::READING,
            Messages::JOINING,
            Messages::ACCOUNT,
            Messages::PEOPLE,
            Messages::MAP,
            Messages::GROWTH,
            Messages::STAFF,
        ];
        // Parts that show questions and resources, and the field for markdown, are in no page of the others.
        let reading_only = ["entries.rs", "composer.rs", "toolbar.rs", "vote.rs", "tags.rs"];
        for (place, apps) in [
            ("components", all.to_vec()),
            ("hooks", all.to_vec()),
            ("layout", all.to_vec()),
            ("pages/forum", vec![Messages::KEEPING]),
            ("pages/forum/answers.rs", vec![Messages::FORUM]),
            ("pages/forum/byline.rs", vec![Messages::FORUM]),
            ("pages/forum/edit.rs", vec![Messages::ASKING]),
            ("pages/forum/first_note.rs", vec![Messages::FORUM, Messages::ASKING]),
            ("pages/forum/form.rs", vec![Messages::FORUM]),
            ("pages/forum/quote.rs", vec![Messages::FORUM]),
            ("pages/forum/guide.rs", vec![Messages::FORUM]),
            ("pages/forum/delete.rs", vec![Messages::FORUM]),
            ("pages/forum/help.rs", vec![Messages::FORUM]),
            ("pages/forum/moderate.rs", vec![Messages::ORDER]),
            ("pages/forum/look.rs", vec![Messages::ORDER]),
            ("pages/forum/slow.rs", vec![Messages::ORDER]),
            ("pages/forum/space.rs", vec![Messages::FORUM]),
            ("pages/forum/standing.rs", vec![Messages::FORUM]),
            ("pages/forum/draft.rs", vec![Messages::FORUM]),
            ("pages/forum/similar.rs", vec![Messages::ASKING]),
            ("pages/forum/start.rs", vec![Messages::ASKING]),
            ("pages/forum/suggest.rs", vec![Messages::FORUM]),
            ("pages/forum/thread.rs", vec![Messages::FORUM]),
            ("pages/forum/threads.rs", vec![Messages::ASKING]),
            ("pages/forum/trust.rs", vec![Messages::FORUM]),
            ("pages/forum/asker_looks.rs", vec![Messages::ORDER]),
            ("pages/forum/history.rs", vec![Messages::ORDER]),
            ("pages/forum/changes.rs", vec![Messages::ORDER]),
            ("pages/forum/suggestions.rs", vec![Messages::ORDER]),
            ("pages/spaces", vec![Messages::ORDER]),
            ("pages/resources", vec![Messages::READING]),
            ("pages/kept", vec![Messages::KEEPING]),
            ("pages/forum/tags.rs", vec![Messages::KEEPING]),
            ("pages/account", vec![Messages::ACCOUNT]),
            ("pages/account/step_up.rs", vec![Messages::GROWTH]),
            ("pages/account/data.rs", vec![Messages::GROWTH]),
            ("pages/staff_member", vec![Messages::GROWTH]),
            ("pages/map", vec![Messages::MAP]),
            ("pages/growth", vec![Messages::GROWTH]),
            ("pages/register", vec![Messages::GROWTH]),
            ("pages/membership", vec![Messages::PEOPLE]),
            ("pages/libraries", vec![Messages::PEOPLE]),
            ("pages/people", vec![Messages::PEOPLE]),
            ("pages/people/invitation.rs", vec![Messages::JOINING]),
            ("pages/people/invitations.rs", vec![Messages::ACCOUNT]),
            ("pages/people/my_organisations.rs", vec![Messages::ACCOUNT]),
            ("pages/people/requests.rs", vec![Messages::STAFF]),
            ("pages/people/profile.rs", vec![Messages::ACCOUNT]),
            ("pages/people/profile_form.rs", vec![Messages::ACCOUNT]),
            ("pages/registration", vec![Messages::JOINING]),
            ("pages/admin", vec![Messages::STAFF]),
        ] {
            for path in files(&source, place) {
                let mut code = String::new();
                if path.is_dir() {
                    sources(&path, &mut code);
                } else {
                    code = std::fs::read_to_string(&path).unwrap();
                }
                let is_reading_only = reading_only.iter().any(|name| path.ends_with(name));
                for app in apps.iter().take(if is_reading_only { 1 } else { all.len() }) {
                    let has = ids(app.english);
                    let missing: BTreeSet<_> =
                        code.lines().flat_map(literals).filter(|id| known.contains(id) && !has.contains(id)).collect();
                    assert!(missing.is_empty(), "{}: an app lacks {missing:?}", path.display());
                }
            }
        }
    }
}
