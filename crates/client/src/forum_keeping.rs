//! Operations on what members follow and keep, and how far they have read.

use api_types::forum::{
    Bookmark, Follow, FollowKind, FollowSettings, FollowState, KeptQuery, NewBookmark, NewFollow, NewView,
    ThreadCountQuery, ThreadCounts, ThreadRead,
};
use api_types::{Page, ThreadId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Following, keeping, reading.
impl Client {
    /// Follows a thread, a tag, a shelf, a space or a member, or follows it no longer.
    pub async fn set_follow(&self, new: &NewFollow) -> Result<FollowState> {
        self.call(Method::Put, "/me/follows", json(new)?, None).await
    }

    /// Gets whether the member follows something.
    pub async fn get_follow(&self, kind: FollowKind, id: i64) -> Result<FollowState> {
        self.call(Method::Get, &format!("/me/follows/{}/{id}", kind.as_str()), Body::Empty, None).await
    }

    /// Lists what the member follows.
    pub async fn list_follows(&self, query: &KeptQuery) -> Result<Page<Follow>> {
        self.call(Method::Get, &with_query("/me/follows", query)?, Body::Empty, None).await
    }

    /// Gets whether mails tell the member of what is followed.
    pub async fn get_follow_settings(&self) -> Result<FollowSettings> {
        self.call(Method::Get, "/me/follow-settings", Body::Empty, None).await
    }

    /// Sets whether mails tell the member of what is followed.
    pub async fn update_follow_settings(&self, new: &FollowSettings) -> Result<FollowSettings> {
        self.call(Method::Put, "/me/follow-settings", json(new)?, None).await
    }

    /// Ends following a thread with the secret of a mail about it.
    pub async fn unfollow_by_mail(&self, secret: &str) -> Result<()> {
        self.act(Method::Post, &format!("/unfollow/{secret}"), Body::Empty).await
    }

    /// Keeps a thread, or changes the note that it is kept with.
    pub async fn save_bookmark(&self, id: ThreadId, new: &NewBookmark) -> Result<()> {
        self.act(Method::Put, &format!("/threads/{id}/bookmark"), json(new)?).await
    }

    /// Keeps a thread no longer.
    pub async fn delete_bookmark(&self, id: ThreadId) -> Result<()> {
        self.act(Method::Delete, &format!("/threads/{id}/bookmark"), Body::Empty).await
    }

    /// Lists the threads that the member keeps.
    pub async fn list_bookmarks(&self, query: &KeptQuery) -> Result<Page<Bookmark>> {
        self.call(Method::Get, &with_query("/me/bookmarks", query)?, Body::Empty, None).await
    }

    /// Counts the threads in the views of a list.
    pub async fn count_threads(&self, query: &ThreadCountQuery) -> Result<ThreadCounts> {
        self.call(Method::Get, &with_query("/threads/counts", query)?, Body::Empty, None).await
    }

    /// Looks at a thread.
    pub async fn view_thread(&self, id: ThreadId, new: &NewView) -> Result<ThreadRead> {
        self.call(Method::Post, &format!("/threads/{id}/views"), json(new)?, None).await
    }
}
