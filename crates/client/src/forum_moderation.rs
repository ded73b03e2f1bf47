//! Operations of the forum: what moderators do with threads and posts.

use api_types::forum::{NewClosure, NewDeletion, NewMerge, NewSplit, ThreadLink, ThreadOrderPatch};
use api_types::{PostId, ThreadId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json};

/// Moderation.
impl Client {
    /// Sets what moderators set of a thread: pinned, locked, slow, and the space that it is in.
    pub async fn moderate_thread(&self, id: ThreadId, change: &ThreadOrderPatch) -> Result<()> {
        self.act(Method::Patch, &format!("/threads/{id}/moderation"), json(change)?).await
    }

    /// Closes a thread; its author is mailed why.
    pub async fn close_thread(&self, id: ThreadId, new: &NewClosure) -> Result<()> {
        self.act(Method::Put, &format!("/threads/{id}/closure"), json(new)?).await
    }

    /// Opens a closed thread again.
    pub async fn reopen_thread(&self, id: ThreadId) -> Result<()> {
        self.act(Method::Delete, &format!("/threads/{id}/closure"), Body::Empty).await
    }

    /// Makes a thread of its own of some posts.
    pub async fn split_thread(&self, id: ThreadId, new: &NewSplit) -> Result<ThreadLink> {
        self.call(Method::Post, &format!("/threads/{id}/splits"), json(new)?, None).await
    }

    /// Puts all that is in a thread into another one, to which its address leads from then on.
    pub async fn merge_thread(&self, id: ThreadId, new: &NewMerge) -> Result<ThreadLink> {
        self.call(Method::Post, &format!("/threads/{id}/merges"), json(new)?, None).await
    }

    /// Deletes a thread, which can be had back for 30 days.
    pub async fn delete_thread(&self, id: ThreadId, new: &NewDeletion) -> Result<()> {
        self.act(Method::Put, &format!("/threads/{id}/deletion"), json(new)?).await
    }

    /// Brings a deleted thread back.
    pub async fn restore_thread(&self, id: ThreadId) -> Result<()> {
        self.act(Method::Delete, &format!("/threads/{id}/deletion"), Body::Empty).await
    }

    /// Deletes an answer or a reply, which can be had back for 30 days.
    pub async fn delete_post(&self, id: PostId, new: &NewDeletion) -> Result<()> {
        self.act(Method::Put, &format!("/posts/{id}/deletion"), json(new)?).await
    }

    /// Brings a deleted answer or reply back.
    pub async fn restore_post(&self, id: PostId) -> Result<()> {
        self.act(Method::Delete, &format!("/posts/{id}/deletion"), Body::Empty).await
    }
}
