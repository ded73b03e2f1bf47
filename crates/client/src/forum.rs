//! Operations of the forum.

use api_types::forum::{
    AcceptedAnswer, NewPost, NewPreview, NewThread, NewVote, Post, PostQuery, Preview, Thread, ThreadPatch,
    ThreadQuery, ThreadSummary, Votes,
};
use api_types::{Page, PostId, ThreadId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Forum.
impl Client {
    /// Lists questions.
    pub async fn list_questions(&self, query: &ThreadQuery) -> Result<Page<ThreadSummary>> {
        self.call(Method::Get, &with_query("/questions", query)?, Body::Empty, None).await
    }

    /// Asks a question.
    pub async fn ask_question(&self, new: &NewThread) -> Result<Thread> {
        self.call(Method::Post, "/questions", json(new)?, None).await
    }

    /// Gets a question with its first answers.
    pub async fn get_question(&self, id: ThreadId) -> Result<Thread> {
        self.call(Method::Get, &format!("/questions/{id}"), Body::Empty, None).await
    }

    /// Changes a question that was read at `version`.
    pub async fn update_question(&self, id: ThreadId, version: i32, patch: &ThreadPatch) -> Result<Thread> {
        self.call(Method::Patch, &format!("/questions/{id}"), json(patch)?, Some(version)).await
    }

    /// Lists further answers to a question.
    pub async fn list_answers(&self, id: ThreadId, query: &PostQuery) -> Result<Page<Post>> {
        self.call(Method::Get, &with_query(&format!("/questions/{id}/answers"), query)?, Body::Empty, None).await
    }

    /// Answers a question.
    pub async fn answer_question(&self, id: ThreadId, new: &NewPost) -> Result<Post> {
        self.call(Method::Post, &format!("/questions/{id}/answers"), json(new)?, None).await
    }

    /// Accepts an answer, or takes the acceptance back.
    pub async fn accept_answer(&self, id: ThreadId, accepted: &AcceptedAnswer) -> Result<Thread> {
        self.call(Method::Put, &format!("/questions/{id}/accepted-answer"), json(accepted)?, None).await
    }

    /// Votes on a post.
    pub async fn vote_on_post(&self, id: PostId, new: &NewVote) -> Result<Votes> {
        self.call(Method::Put, &format!("/posts/{id}/vote"), json(new)?, None).await
    }

    /// Renders markdown as it would be when posted.
    pub async fn preview_markdown(&self, new: &NewPreview) -> Result<Preview> {
        self.call(Method::Post, "/previews", json(new)?, None).await
    }

    /// Lists discussions.
    pub async fn list_discussions(&self, query: &ThreadQuery) -> Result<Page<ThreadSummary>> {
        self.call(Method::Get, &with_query("/discussions", query)?, Body::Empty, None).await
    }

    /// Starts a discussion.
    pub async fn start_discussion(&self, new: &NewThread) -> Result<Thread> {
        self.call(Method::Post, "/discussions", json(new)?, None).await
    }

    /// Gets a discussion with its first replies.
    pub async fn get_discussion(&self, id: ThreadId) -> Result<Thread> {
        self.call(Method::Get, &format!("/discussions/{id}"), Body::Empty, None).await
    }

    /// Changes a discussion that was read at `version`.
    pub async fn update_discussion(&self, id: ThreadId, version: i32, patch: &ThreadPatch) -> Result<Thread> {
        self.call(Method::Patch, &format!("/discussions/{id}"), json(patch)?, Some(version)).await
    }

    /// Lists further replies in a discussion.
    pub async fn list_replies(&self, id: ThreadId, query: &PostQuery) -> Result<Page<Post>> {
        self.call(Method::Get, &with_query(&format!("/discussions/{id}/replies"), query)?, Body::Empty, None).await
    }

    /// Replies in a discussion.
    pub async fn reply_to_discussion(&self, id: ThreadId, new: &NewPost) -> Result<Post> {
        self.call(Method::Post, &format!("/discussions/{id}/replies"), json(new)?, None).await
    }

    /// Changes an answer or a reply that was read at `version`.
    pub async fn update_post(&self, id: PostId, version: i32, new: &NewPost) -> Result<Post> {
        self.call(Method::Patch, &format!("/posts/{id}"), json(new)?, Some(version)).await
    }
}
