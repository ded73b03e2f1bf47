//! Operations on files and pictures within posts.

use api_types::forum::{Attachment, AttachmentQuery};

use crate::error::Result;
use crate::transport::{Body, Client, Method, with_query};

/// Attachments.
impl Client {
    /// Uploads a file or picture, to be put into a post.
    pub async fn upload_attachment(&self, query: &AttachmentQuery, bytes: Vec<u8>) -> Result<Attachment> {
        let path = with_query("/attachments", query)?;
        self.call(Method::Post, &path, Body::Bytes("application/octet-stream", bytes), None).await
    }

    /// Gets a file or picture by the last part of its path.
    pub async fn get_attachment(&self, key: &str) -> Result<Vec<u8>> {
        self.send(Method::Get, &format!("/attachments/{key}"), Body::Empty, None).await
    }
}
