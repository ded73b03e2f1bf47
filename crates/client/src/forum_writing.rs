//! Operations that help with writing in the forum.

use api_types::forum::{NewPostDraft, PostDraft, SimilarQuery, SimilarThread};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Writing in the forum.
impl Client {
    /// Lists at most five threads that are about the same as a title.
    pub async fn list_similar_threads(&self, query: &SimilarQuery) -> Result<Vec<SimilarThread>> {
        self.call(Method::Get, &with_query("/similar-threads", query)?, Body::Empty, None).await
    }

    /// Lists the caller's drafts, the latest first.
    pub async fn list_drafts(&self) -> Result<Vec<PostDraft>> {
        self.call(Method::Get, "/drafts", Body::Empty, None).await
    }

    /// Gets the caller's draft of a place; where nothing was saved it is empty.
    pub async fn get_draft(&self, key: &str) -> Result<PostDraft> {
        self.call(Method::Get, &format!("/drafts/{key}"), Body::Empty, None).await
    }

    /// Saves the caller's draft of a place.
    pub async fn save_draft(&self, key: &str, new: &NewPostDraft) -> Result<PostDraft> {
        self.call(Method::Put, &format!("/drafts/{key}"), json(new)?, None).await
    }

    /// Throws the caller's draft of a place away.
    pub async fn delete_draft(&self, key: &str) -> Result<()> {
        self.act(Method::Delete, &format!("/drafts/{key}"), Body::Empty).await
    }
}
