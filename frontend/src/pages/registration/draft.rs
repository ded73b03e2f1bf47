//! The form as it is kept to be finished later.

use std::collections::BTreeMap;

use client::types::FormQuestionId;
use client::types::membership::{DraftField, OrganisationKind};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Before the names of the network's own questions.
const OWN: &str = "own.";

/// The fields of the form by their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    /// Those of a draft.
    pub fn of(draft: &[DraftField]) -> Self {
        Self(draft.iter().map(|field| (field.name.clone(), field.value.clone())).collect())
    }

    /// Those to be sent.
    pub fn into_draft(self) -> Vec<DraftField> {
        self.0.into_iter().map(|(name, value)| DraftField { name, value }).collect()
    }

    /// What a field holds, or what it holds by itself.
    pub fn or(&self, name: &str, otherwise: &str) -> String {
        self.0.get(name).map_or_else(|| otherwise.to_owned(), Clone::clone)
    }

    /// What a field holds that is more than a text.
    pub fn json<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.0.get(name).and_then(|value| serde_json::from_str(value).ok())
    }

    /// The answers to the network's own questions.
    pub fn own(&self) -> BTreeMap<FormQuestionId, (Option<OrganisationKind>, String)> {
        let own = self
            .0
            .iter()
            .filter_map(|(name, value)| Some((name.strip_prefix(OWN)?.parse().ok()?, (None, value.clone()))));
        own.collect()
    }

    /// Keeps a text; an empty one need not be kept.
    pub fn set(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Keeps more than a text.
    pub fn set_json<T: Serialize>(&mut self, name: &str, value: Option<&T>) {
        if let Some(json) = value.and_then(|value| serde_json::to_string(value).ok()) {
            self.set(name, &json);
        }
    }

    /// Keeps the answers to the network's own questions.
    pub fn set_own(&mut self, answers: &BTreeMap<FormQuestionId, (Option<OrganisationKind>, String)>) {
        for (id, (_, answer)) in answers {
            self.set(&format!("{OWN}{id}"), answer);
        }
    }
}
