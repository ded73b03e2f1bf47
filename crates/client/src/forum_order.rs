//! Operations of the forum: spaces, moderation and the audit log.

use api_types::forum::{
    AuditEntry, AuditQuery, NewSpace, NewSpaceDecision, NewSpaceRequest, NewSpaceRole, Space, SpaceMember,
    SpaceMemberQuery, SpacePatch, SpaceQuery,
};
use api_types::{MemberId, Page, SpaceId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Spaces, moderation and the audit log.
impl Client {
    /// Lists the spaces.
    pub async fn list_spaces(&self, query: &SpaceQuery) -> Result<Page<Space>> {
        self.call(Method::Get, &with_query("/spaces", query)?, Body::Empty, None).await
    }

    /// Makes a space.
    pub async fn create_space(&self, new: &NewSpace) -> Result<Space> {
        self.call(Method::Post, "/spaces", json(new)?, None).await
    }

    /// Gets a space by its id or the words in its address.
    pub async fn get_space(&self, key: &str) -> Result<Space> {
        self.call(Method::Get, &format!("/spaces/{key}"), Body::Empty, None).await
    }

    /// Changes a space that was read at `version`.
    pub async fn update_space(&self, id: SpaceId, version: i32, patch: &SpacePatch) -> Result<Space> {
        self.call(Method::Patch, &format!("/spaces/{id}"), json(patch)?, Some(version)).await
    }

    /// Lists who belongs to a space, or has asked to.
    pub async fn list_space_members(&self, id: SpaceId, query: &SpaceMemberQuery) -> Result<Page<SpaceMember>> {
        self.call(Method::Get, &with_query(&format!("/spaces/{id}/members"), query)?, Body::Empty, None).await
    }

    /// Asks to belong to a space.
    pub async fn request_to_join(&self, id: SpaceId, new: &NewSpaceRequest) -> Result<Space> {
        self.call(Method::Post, &format!("/spaces/{id}/members"), json(new)?, None).await
    }

    /// Decides on a wish to belong to a space.
    pub async fn decide_space_request(&self, id: SpaceId, who: MemberId, new: &NewSpaceDecision) -> Result<()> {
        self.act(Method::Post, &format!("/spaces/{id}/members/{who}/decisions"), json(new)?).await
    }

    /// Gives somebody a role in a space.
    pub async fn set_space_role(&self, id: SpaceId, who: MemberId, new: &NewSpaceRole) -> Result<()> {
        self.act(Method::Put, &format!("/spaces/{id}/members/{who}/role"), json(new)?).await
    }

    /// Ends somebody's part in a space.
    pub async fn end_space_membership(&self, id: SpaceId, who: MemberId) -> Result<()> {
        self.act(Method::Delete, &format!("/spaces/{id}/members/{who}"), Body::Empty).await
    }

    /// Lists what was done to keep the network in order.
    pub async fn list_audit_entries(&self, query: &AuditQuery) -> Result<Page<AuditEntry>> {
        self.call(Method::Get, &with_query("/audit-entries", query)?, Body::Empty, None).await
    }
}
