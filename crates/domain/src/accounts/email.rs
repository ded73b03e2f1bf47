//! E-mail addresses: what is accepted, and when two are the same.

use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result};

/// An address that mail can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// The address as typed, trimmed.
    pub address: String,
    /// What makes it unique: lower case, compatibility characters folded, invisible ones left out.
    pub key: String,
}

impl Email {
    /// Reads an address. Only the plain form is taken: no quotes, comments, encoded words or lists.
    pub fn parse(field: &str, text: &str) -> Result<Self> {
        let wrong = || Error::field(field, "invalid", "Type an email address with an @, like name@example.org.");
        let folded: String = text
            .trim()
            .nfkc()
            .filter(|character| !matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
            .collect();
        let (local, domain) = folded.split_once('@').ok_or_else(wrong)?;
        let domain = domain.trim_end_matches('.');
        let is_local = |character: char| character.is_ascii_alphanumeric() || "!#$%&'*+-/^_`{|}~.".contains(character);
        let is_label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|character| character.is_ascii_alphanumeric() || character == '-')
        };
        let is_sound = !local.is_empty()
            && local.len() <= 64
            && local.chars().all(is_local)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && domain.contains('.')
            && domain.split('.').all(is_label)
            && folded.len() <= api_types::limits::EMAIL;
        let address = format!("{local}@{domain}");
        if !is_sound || address.parse::<lettre::Address>().is_err() {
            return Err(wrong());
        }
        Ok(Self { key: address.to_lowercase(), address })
    }
}
