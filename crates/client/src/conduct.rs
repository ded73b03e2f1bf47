//! Operations on the code of conduct, and the note about it for who posts for the first time.

use api_types::conduct::{CodeOfConduct, FirstPostNote, LanguageQuery, NewCodeOfConduct};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// The code of conduct.
impl Client {
    /// Gets the code of conduct in a language.
    pub async fn get_code_of_conduct(&self, query: &LanguageQuery) -> Result<CodeOfConduct> {
        self.call(Method::Get, &with_query("/code-of-conduct", query)?, Body::Empty, None).await
    }

    /// Changes the code of conduct that was read at `version`, in one language.
    pub async fn update_code_of_conduct(&self, version: i32, new: &NewCodeOfConduct) -> Result<CodeOfConduct> {
        self.call(Method::Put, "/code-of-conduct", json(new)?, Some(version)).await
    }

    /// Gets the note for who posts for the first time.
    pub async fn get_first_post_note(&self, query: &LanguageQuery) -> Result<FirstPostNote> {
        self.call(Method::Get, &with_query("/me/first-post-note", query)?, Body::Empty, None).await
    }

    /// Puts that note away for good.
    pub async fn dismiss_first_post_note(&self) -> Result<()> {
        self.act(Method::Delete, "/me/first-post-note", Body::Empty).await
    }
}
