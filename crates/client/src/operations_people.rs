//! The operations on belonging, invitations and people.

use api_types::accounts::NewRole;
use api_types::membership::{
    Acceptance, Affiliation, AffiliationPatch, AffiliationQuery, AffiliationRequestQuery, Holdings, Invitation,
    InvitationOffer, InvitationQuery, LibraryPatch, LibraryRecord, NewAcceptance, NewAffiliation,
    NewAffiliationDecision, NewCare, NewContacts, NewInvitation, NewInvitationLookup, NewLibrary, NewLibraryDecision,
    RegisterQueue,
};
use api_types::people::{Member, MemberEntry, MemberQuery, Profile, ProfilePatch, Skill, SkillQuery};
use api_types::{AffiliationId, InvitationId, LibraryId, MemberId, OrganisationId, Page};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Belonging to an organisation.
impl Client {
    /// Lists who belongs to an organisation; who wishes to, for those who may change it.
    pub async fn list_affiliations(&self, id: OrganisationId, query: &AffiliationQuery) -> Result<Page<Affiliation>> {
        self.call(Method::Get, &with_query(&format!("/organisations/{id}/affiliations"), query)?, Body::Empty, None)
            .await
    }

    /// Asks to belong to an organisation.
    pub async fn request_affiliation(&self, id: OrganisationId, new: &NewAffiliation) -> Result<Affiliation> {
        self.call(Method::Post, &format!("/organisations/{id}/affiliations"), json(new)?, None).await
    }

    /// Lists the organisations that the caller belongs to or has asked to.
    pub async fn list_my_affiliations(&self) -> Result<Vec<Affiliation>> {
        self.call(Method::Get, "/me/affiliations", Body::Empty, None).await
    }

    /// Lists the wishes to belong to organisations that nobody speaks for.
    pub async fn list_affiliation_requests(&self, query: &AffiliationRequestQuery) -> Result<Page<Affiliation>> {
        self.call(Method::Get, &with_query("/affiliation-requests", query)?, Body::Empty, None).await
    }

    /// Decides on somebody's wish to belong.
    pub async fn decide_affiliation(&self, id: AffiliationId, new: &NewAffiliationDecision) -> Result<Affiliation> {
        self.call(Method::Post, &format!("/affiliations/{id}/decisions"), json(new)?, None).await
    }

    /// Changes an affiliation that was read at `version`.
    pub async fn update_affiliation(
        &self,
        id: AffiliationId,
        version: i32,
        patch: &AffiliationPatch,
    ) -> Result<Affiliation> {
        self.call(Method::Patch, &format!("/affiliations/{id}"), json(patch)?, Some(version)).await
    }

    /// Says who speaks and who votes for an organisation that was read at `version`.
    pub async fn set_contacts(&self, id: OrganisationId, version: i32, new: &NewContacts) -> Result<Holdings> {
        self.call(Method::Put, &format!("/organisations/{id}/contacts"), json(new)?, Some(version)).await
    }
}

/// Invitations.
impl Client {
    /// Invites a person into an organisation, or a library that is not a member.
    pub async fn create_invitation(&self, new: &NewInvitation) -> Result<Invitation> {
        self.call(Method::Post, "/invitations", json(new)?, None).await
    }

    /// Lists the invitations that the caller sent, or those into an organisation.
    pub async fn list_invitations(&self, query: &InvitationQuery) -> Result<Page<Invitation>> {
        self.call(Method::Get, &with_query("/invitations", query)?, Body::Empty, None).await
    }

    /// Takes an invitation back.
    pub async fn withdraw_invitation(&self, id: InvitationId) -> Result<()> {
        self.act(Method::Delete, &format!("/invitations/{id}"), Body::Empty).await
    }

    /// Tells what an invitation offers, by the secret of its link.
    pub async fn get_invitation(&self, new: &NewInvitationLookup) -> Result<InvitationOffer> {
        self.call(Method::Post, "/invitation-lookups", json(new)?, None).await
    }

    /// Takes up an invitation into an organisation, by the secret of its link.
    pub async fn accept_invitation(&self, new: &NewAcceptance) -> Result<Acceptance> {
        self.call(Method::Post, "/invitation-acceptances", json(new)?, None).await
    }
}

/// People.
impl Client {
    /// Lists members, by name.
    pub async fn list_members(&self, query: &MemberQuery) -> Result<Page<MemberEntry>> {
        self.call(Method::Get, &with_query("/members", query)?, Body::Empty, None).await
    }

    /// Gets a member's page, as far as the caller may see it.
    pub async fn get_member(&self, id: MemberId) -> Result<Member> {
        self.call(Method::Get, &format!("/members/{id}"), Body::Empty, None).await
    }

    /// Gets the caller's own profile.
    pub async fn get_profile(&self) -> Result<Profile> {
        self.call(Method::Get, "/me/profile", Body::Empty, None).await
    }

    /// Changes the caller's own profile, which was read at `version`.
    pub async fn update_profile(&self, version: i32, patch: &ProfilePatch) -> Result<Profile> {
        self.call(Method::Patch, "/me/profile", json(patch)?, Some(version)).await
    }

    /// Sets the caller's picture.
    pub async fn set_picture(&self, bytes: Vec<u8>) -> Result<Profile> {
        self.call(Method::Put, "/me/picture", Body::Bytes("application/octet-stream", bytes), None).await
    }

    /// Takes the caller's picture away.
    pub async fn delete_picture(&self) -> Result<()> {
        self.act(Method::Delete, "/me/picture", Body::Empty).await
    }

    /// Gets a picture by the last part of its path.
    pub async fn get_picture(&self, key: &str) -> Result<Vec<u8>> {
        self.send(Method::Get, &format!("/pictures/{key}"), Body::Empty, None).await
    }

    /// Lists the skills in use, the most used first.
    pub async fn list_skills(&self, query: &SkillQuery) -> Result<Vec<Skill>> {
        self.call(Method::Get, &with_query("/skills", query)?, Body::Empty, None).await
    }
}

/// Looking after libraries.
impl Client {
    /// Adds a library that the register lacks; staff confirm it.
    pub async fn add_library(&self, new: &NewLibrary) -> Result<LibraryRecord> {
        self.call(Method::Post, "/libraries", json(new)?, None).await
    }

    /// Gets a library, who runs it, and what the caller may do with it.
    pub async fn get_library(&self, id: LibraryId) -> Result<LibraryRecord> {
        self.call(Method::Get, &format!("/libraries/{id}"), Body::Empty, None).await
    }

    /// Changes a library that was read at `version`.
    pub async fn update_library(&self, id: LibraryId, version: i32, patch: &LibraryPatch) -> Result<LibraryRecord> {
        self.call(Method::Patch, &format!("/libraries/{id}"), json(patch)?, Some(version)).await
    }

    /// Takes a library that nobody runs into an organisation's care.
    pub async fn take_on_library(&self, id: LibraryId, new: &NewCare) -> Result<LibraryRecord> {
        self.call(Method::Put, &format!("/libraries/{id}/organisation"), json(new)?, None).await
    }

    /// Gives a library out of its organisation's care.
    pub async fn give_up_library(&self, id: LibraryId) -> Result<LibraryRecord> {
        self.call(Method::Delete, &format!("/libraries/{id}/organisation"), Body::Empty, None).await
    }

    /// Confirms a library that a member added, or takes it out again.
    pub async fn confirm_library(&self, id: LibraryId, new: &NewLibraryDecision) -> Result<()> {
        self.act(Method::Post, &format!("/libraries/{id}/decisions"), json(new)?).await
    }

    /// Gets what staff look at in the register.
    pub async fn get_register_queue(&self) -> Result<RegisterQueue> {
        self.call(Method::Get, "/register-queue", Body::Empty, None).await
    }

    /// Makes a member a moderator or an administrator, or takes that back.
    pub async fn set_member_role(&self, id: MemberId, new: &NewRole) -> Result<()> {
        self.act(Method::Put, &format!("/members/{id}/role"), json(new)?).await
    }
}
