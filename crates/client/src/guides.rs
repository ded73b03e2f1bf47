//! Operations of guides.

use api_types::resources::{GuidePatch, Resource};
use api_types::{ResourceId, ThreadId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json};

/// Guides.
impl Client {
    /// Makes a draft of a guide of the accepted answer to a question.
    pub async fn make_guide(&self, id: ThreadId) -> Result<Resource> {
        self.call(Method::Post, &format!("/questions/{id}/guide"), Body::Empty, None).await
    }

    /// Changes a guide that was read at `version`.
    pub async fn update_guide(&self, id: ResourceId, version: i32, patch: &GuidePatch) -> Result<Resource> {
        self.call(Method::Patch, &format!("/resources/{id}"), json(patch)?, Some(version)).await
    }

    /// Publishes a draft that was read at `version`.
    pub async fn publish_guide(&self, id: ResourceId, version: i32) -> Result<Resource> {
        self.call(Method::Post, &format!("/resources/{id}/publication"), Body::Empty, Some(version)).await
    }

    /// Discards a draft that was read at `version`.
    pub async fn discard_guide(&self, id: ResourceId, version: i32) -> Result<()> {
        self.send(Method::Delete, &format!("/resources/{id}"), Body::Empty, Some(version)).await.map(drop)
    }
}
