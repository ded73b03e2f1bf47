//! Operations on mentioning members.

use api_types::accounts::MemberSummary;
use api_types::forum::{MentionQuery, MentionSettings};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Mentioning.
impl Client {
    /// Lists the members in whose name a word begins with what is typed.
    pub async fn list_mention_candidates(&self, query: &MentionQuery) -> Result<Vec<MemberSummary>> {
        self.call(Method::Get, &with_query("/mention-candidates", query)?, Body::Empty, None).await
    }

    /// Gets whether mails tell the member that they are mentioned.
    pub async fn get_mention_settings(&self) -> Result<MentionSettings> {
        self.call(Method::Get, "/me/mention-settings", Body::Empty, None).await
    }

    /// Sets whether mails tell the member that they are mentioned.
    pub async fn update_mention_settings(&self, new: &MentionSettings) -> Result<MentionSettings> {
        self.call(Method::Put, "/me/mention-settings", json(new)?, None).await
    }
}
