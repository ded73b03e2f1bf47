//! Operations of finding one's way in the forum.

use api_types::forum::{
    Comment, CommentVote, NewComment, NewCommentVote, NewReaction, PostQuery, PostWindow, PostWindowQuery, Reaction,
};
use api_types::{CommentId, Page, PostId, ThreadId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Comments, reactions, parts of long threads.
impl Client {
    /// Lists the comments on a post.
    pub async fn list_comments(&self, id: PostId, query: &PostQuery) -> Result<Page<Comment>> {
        self.call(Method::Get, &with_query(&format!("/posts/{id}/comments"), query)?, Body::Empty, None).await
    }

    /// Comments on a post.
    pub async fn add_comment(&self, id: PostId, new: &NewComment) -> Result<Comment> {
        self.call(Method::Post, &format!("/posts/{id}/comments"), json(new)?, None).await
    }

    /// Changes a comment that was read at `version`.
    pub async fn update_comment(&self, id: CommentId, version: i32, new: &NewComment) -> Result<Comment> {
        self.call(Method::Patch, &format!("/comments/{id}"), json(new)?, Some(version)).await
    }

    /// Deletes a comment.
    pub async fn delete_comment(&self, id: CommentId) -> Result<()> {
        self.act(Method::Delete, &format!("/comments/{id}"), Body::Empty).await
    }

    /// Brings back a comment that was deleted.
    pub async fn restore_comment(&self, id: CommentId) -> Result<Comment> {
        self.call(Method::Post, &format!("/comments/{id}/restoration"), Body::Empty, None).await
    }

    /// Says that a comment is useful, or takes that back.
    pub async fn vote_on_comment(&self, id: CommentId, new: &NewCommentVote) -> Result<CommentVote> {
        self.call(Method::Put, &format!("/comments/{id}/vote"), json(new)?, None).await
    }

    /// Reacts to a post, or takes the reaction back.
    pub async fn react_to_post(&self, id: PostId, new: &NewReaction) -> Result<Vec<Reaction>> {
        self.call(Method::Put, &format!("/posts/{id}/reactions"), json(new)?, None).await
    }

    /// Lists part of a thread.
    pub async fn list_posts_around(&self, id: ThreadId, query: &PostWindowQuery) -> Result<PostWindow> {
        self.call(Method::Get, &with_query(&format!("/threads/{id}/posts"), query)?, Body::Empty, None).await
    }
}
