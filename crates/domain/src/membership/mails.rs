//! Whom mails about membership go to.

use api_types::membership::Language;
use entity::{application, member};

use crate::deps::Deps;
use crate::mail::Message;
use crate::membership::queries::language_of;

/// Whom a mail goes to, and from which network.
pub(crate) struct Envelope<'a> {
    pub(crate) base_url: &'a str,
    pub(crate) network: &'a str,
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) language: Language,
}

impl<'a> Envelope<'a> {
    /// To whoever applied.
    pub(crate) fn to(deps: &'a Deps, network: &'a str, row: &'a application::Model) -> Self {
        Self {
            base_url: &deps.options.base_url,
            network,
            name: &row.name,
            email: &row.email,
            language: language_of(&row.language),
        }
    }

    /// To a member, from the network's staff or for them; the network's name is not needed.
    pub(crate) fn member(base_url: &'a str, member: &'a member::Model) -> Self {
        Self {
            base_url,
            network: "",
            name: &member.name,
            email: &member.email,
            language: language_of(&member.language),
        }
    }

    pub(crate) fn message(&self, english: (String, String), welsh: (String, String)) -> Message {
        let (subject, text) = match self.language {
            Language::En => english,
            Language::Cy => welsh,
        };
        Message { name: self.name.into(), email: self.email.into(), subject, text, unsubscribe: None }
    }
}
