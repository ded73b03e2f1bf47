//! Operations on the history of posts and on suggested changes.

use api_types::forum::{
    NewRefusal, NewRevisionRemoval, NewSuggestion, PostRevision, RevisionQuery, Suggestion, SuggestionQuery,
};
use api_types::{Page, PostId, RevisionId, SuggestionId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Histories and suggestions.
impl Client {
    /// Lists the states of a post, the present one first.
    pub async fn list_revisions(&self, id: PostId, query: &RevisionQuery) -> Result<Page<PostRevision>> {
        self.call(Method::Get, &with_query(&format!("/posts/{id}/revisions"), query)?, Body::Empty, None).await
    }

    /// Removes the text of an earlier state of a post, for good.
    pub async fn remove_revision_text(&self, id: RevisionId, new: &NewRevisionRemoval) -> Result<()> {
        self.act(Method::Post, &format!("/revisions/{id}/removal"), json(new)?).await
    }

    /// Suggests a change to what somebody else wrote.
    pub async fn suggest_edit(&self, id: PostId, new: &NewSuggestion) -> Result<Suggestion> {
        self.call(Method::Post, &format!("/posts/{id}/suggestions"), json(new)?, None).await
    }

    /// Lists the open suggestions that wait for the caller, or those that the caller made.
    pub async fn list_suggestions(&self, query: &SuggestionQuery) -> Result<Page<Suggestion>> {
        self.call(Method::Get, &with_query("/suggestions", query)?, Body::Empty, None).await
    }

    /// Accepts a suggestion.
    pub async fn accept_suggestion(&self, id: SuggestionId) -> Result<Suggestion> {
        self.call(Method::Post, &format!("/suggestions/{id}/acceptance"), Body::Empty, None).await
    }

    /// Declines a suggestion.
    pub async fn decline_suggestion(&self, id: SuggestionId, new: &NewRefusal) -> Result<Suggestion> {
        self.call(Method::Post, &format!("/suggestions/{id}/refusal"), json(new)?, None).await
    }

    /// Takes back an open suggestion of the caller's own.
    pub async fn withdraw_suggestion(&self, id: SuggestionId) -> Result<()> {
        self.act(Method::Delete, &format!("/suggestions/{id}"), Body::Empty).await
    }
}
