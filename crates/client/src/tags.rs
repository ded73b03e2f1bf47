//! Operations on tags.

use api_types::tags::{TagDetail, TagMerge, TagPatch};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json};

/// Tags.
impl Client {
    /// Gets a tag by its name, or by another word that stands for it.
    pub async fn get_tag(&self, name: &str) -> Result<TagDetail> {
        self.call(Method::Get, &format!("/tags/{name}"), Body::Empty, None).await
    }

    /// Changes a tag that was read at `version`.
    pub async fn update_tag(&self, name: &str, version: i32, patch: &TagPatch) -> Result<TagDetail> {
        self.call(Method::Patch, &format!("/tags/{name}"), json(patch)?, Some(version)).await
    }

    /// Merges a tag into another.
    pub async fn merge_tag(&self, name: &str, merge: &TagMerge) -> Result<TagDetail> {
        self.call(Method::Post, &format!("/tags/{name}/merge"), json(merge)?, None).await
    }
}
