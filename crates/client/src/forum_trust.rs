//! Operations of trust in the forum.

use api_types::forum::{
    AnswerInvitations, AnswerInvitationsPatch, Asker, AskerLook, AskerLookQuery, Confidant, NewAskerLook, NewConfidant,
};
use api_types::{Page, ThreadId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Trust in the forum.
impl Client {
    /// Tells a moderator who asks in confidence; the look is kept and told.
    pub async fn see_asker(&self, id: ThreadId, new: &NewAskerLook) -> Result<Asker> {
        self.call(Method::Post, &format!("/questions/{id}/asker"), json(new)?, None).await
    }

    /// Lists the looks at who asks in confidence.
    pub async fn list_asker_looks(&self, query: &AskerLookQuery) -> Result<Page<AskerLook>> {
        self.call(Method::Get, &with_query("/asker-looks", query)?, Body::Empty, None).await
    }

    /// Tells who may see who asks in confidence.
    pub async fn get_confidant(&self) -> Result<Confidant> {
        self.call(Method::Get, "/confidant", Body::Empty, None).await
    }

    /// Names the one moderator who may see who asks in confidence, or lets all of them.
    pub async fn set_confidant(&self, new: &NewConfidant) -> Result<Confidant> {
        self.call(Method::Put, "/confidant", json(new)?, None).await
    }

    /// Lists the questions that the caller is invited to answer.
    pub async fn list_answer_invitations(&self) -> Result<AnswerInvitations> {
        self.call(Method::Get, "/me/answer-invitations", Body::Empty, None).await
    }

    /// Switches invitations to answer on or off.
    pub async fn update_answer_invitations(&self, patch: &AnswerInvitationsPatch) -> Result<AnswerInvitations> {
        self.call(Method::Patch, "/me/answer-invitations", json(patch)?, None).await
    }
}
