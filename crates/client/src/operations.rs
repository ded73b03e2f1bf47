//! The operations, in the order of the features.

use api_types::accounts::{
    Me, NewAdministrator, NewMailedLink, NewPassword, NewSession, PasswordChange, Session, SessionSummary,
};
use api_types::admin::{Network, NetworkPatch};
use api_types::membership::{
    Ending, Holdings, ImportQuery, ImportReport, Library, LibraryQuery, NewEnding, Organisation, OrganisationPatch,
    OrganisationQuery, OrganisationSummary, SoleHolder, SoleHolderQuery,
};
use api_types::resources::{File, FileQuery, NewResource, Resource, ResourceQuery, ResourceSummary};
use api_types::search::{SearchQuery, SearchResults};
use api_types::topics::{NewShelf, Shelf, ShelfPatch, Tag, TagQuery};
use api_types::{AffiliationId, MemberId, OrganisationId, Page, ResourceId, SessionId, ShelfId};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// Accounts.
impl Client {
    /// Signs in with e-mail address and password.
    pub async fn sign_in(&self, new: &NewSession) -> Result<Session> {
        self.call(Method::Post, "/sessions", json(new)?, None).await
    }

    /// Gets a new access token for the session in the cookie.
    pub async fn refresh_session(&self) -> Result<Session> {
        self.call(Method::Post, "/sessions/refresh", json(&())?, None).await
    }

    /// Ends the current session.
    pub async fn sign_out(&self) -> Result<()> {
        self.act(Method::Delete, "/sessions/current", Body::Empty).await
    }

    /// Ends all of the member's sessions, on every device.
    pub async fn sign_out_everywhere(&self) -> Result<()> {
        self.act(Method::Delete, "/sessions", Body::Empty).await
    }

    /// Lists where the member is signed in, the last used first.
    pub async fn list_sessions(&self) -> Result<Vec<SessionSummary>> {
        self.call(Method::Get, "/sessions", Body::Empty, None).await
    }

    /// Ends one of the member's sessions.
    pub async fn end_session(&self, id: SessionId) -> Result<()> {
        self.act(Method::Delete, &format!("/sessions/{id}"), Body::Empty).await
    }

    /// Ends all sessions of a member, as when a device was stolen.
    pub async fn end_member_sessions(&self, id: MemberId) -> Result<()> {
        self.act(Method::Delete, &format!("/members/{id}/sessions"), Body::Empty).await
    }

    /// Tells who is signed in.
    pub async fn get_me(&self) -> Result<Me> {
        self.call(Method::Get, "/me", Body::Empty, None).await
    }

    /// Sets a new password, knowing the current one; ends all other sessions.
    pub async fn change_password(&self, change: &PasswordChange) -> Result<Session> {
        self.call(Method::Put, "/me/password", json(change)?, None).await
    }

    /// Asks for a mailed link to set a new password.
    pub async fn request_password_reset(&self, new: &NewMailedLink) -> Result<()> {
        self.act(Method::Post, "/password-resets", json(new)?).await
    }

    /// Sets a new password with the secret of a mailed link; ends all sessions.
    pub async fn reset_password(&self, new: &NewPassword) -> Result<Session> {
        self.call(Method::Post, "/passwords", json(new)?, None).await
    }

    /// Makes the first administrator with the secret that the server printed.
    pub async fn create_first_administrator(&self, new: &NewAdministrator) -> Result<Session> {
        self.call(Method::Post, "/administrators", json(new)?, None).await
    }
}

/// Membership.
impl Client {
    /// Looks up libraries of the register.
    pub async fn list_libraries(&self, query: &LibraryQuery) -> Result<Page<Library>> {
        self.call(Method::Get, &with_query("/libraries", query)?, Body::Empty, None).await
    }

    /// Imports a register of libraries, or previews the import.
    pub async fn import_libraries(&self, query: &ImportQuery, csv: Vec<u8>) -> Result<ImportReport> {
        self.call(Method::Post, &with_query("/library-imports", query)?, Body::Bytes("text/csv", csv), None).await
    }
}

/// Organisations.
impl Client {
    /// Lists organisations, by name.
    pub async fn list_organisations(&self, query: &OrganisationQuery) -> Result<Page<OrganisationSummary>> {
        self.call(Method::Get, &with_query("/organisations", query)?, Body::Empty, None).await
    }

    /// Gets an organisation.
    pub async fn get_organisation(&self, id: OrganisationId) -> Result<Organisation> {
        self.call(Method::Get, &format!("/organisations/{id}"), Body::Empty, None).await
    }

    /// Changes an organisation that was read at `version`.
    pub async fn update_organisation(
        &self,
        id: OrganisationId,
        version: i32,
        patch: &OrganisationPatch,
    ) -> Result<Organisation> {
        self.call(Method::Patch, &format!("/organisations/{id}"), json(patch)?, Some(version)).await
    }
}

/// Affiliations.
impl Client {
    /// Tells who belongs to an organisation and holds what in it.
    pub async fn get_holdings(&self, id: OrganisationId) -> Result<Holdings> {
        self.call(Method::Get, &format!("/organisations/{id}/holdings"), Body::Empty, None).await
    }

    /// Lists the organisations that one person alone holds, or nobody.
    pub async fn list_sole_holders(&self, query: &SoleHolderQuery) -> Result<Page<SoleHolder>> {
        self.call(Method::Get, &with_query("/sole-holders", query)?, Body::Empty, None).await
    }

    /// Ends an affiliation, naming who follows where something was held.
    pub async fn end_affiliation(&self, id: AffiliationId, new: &NewEnding) -> Result<Ending> {
        self.call(Method::Post, &format!("/affiliations/{id}/endings"), json(new)?, None).await
    }
}

/// Topics.
impl Client {
    /// Lists the shelves in their order.
    pub async fn list_shelves(&self) -> Result<Vec<Shelf>> {
        self.call(Method::Get, "/shelves", Body::Empty, None).await
    }

    /// Adds a shelf.
    pub async fn create_shelf(&self, new: &NewShelf) -> Result<Shelf> {
        self.call(Method::Post, "/shelves", json(new)?, None).await
    }

    /// Changes a shelf.
    pub async fn update_shelf(&self, id: ShelfId, patch: &ShelfPatch) -> Result<Shelf> {
        self.call(Method::Patch, &format!("/shelves/{id}"), json(patch)?, None).await
    }

    /// Removes a shelf on which nothing stands.
    pub async fn delete_shelf(&self, id: ShelfId) -> Result<()> {
        self.act(Method::Delete, &format!("/shelves/{id}"), Body::Empty).await
    }

    /// Lists tags, the most used first.
    pub async fn list_tags(&self, query: &TagQuery) -> Result<Vec<Tag>> {
        self.call(Method::Get, &with_query("/tags", query)?, Body::Empty, None).await
    }
}

/// Resources.
impl Client {
    /// Lists resources, the newest first.
    pub async fn list_resources(&self, query: &ResourceQuery) -> Result<Page<ResourceSummary>> {
        self.call(Method::Get, &with_query("/resources", query)?, Body::Empty, None).await
    }

    /// Adds a resource.
    pub async fn add_resource(&self, new: &NewResource) -> Result<Resource> {
        self.call(Method::Post, "/resources", json(new)?, None).await
    }

    /// Gets a resource.
    pub async fn get_resource(&self, id: ResourceId) -> Result<Resource> {
        self.call(Method::Get, &format!("/resources/{id}"), Body::Empty, None).await
    }

    /// Downloads the file of a resource.
    pub async fn download_file(&self, id: ResourceId) -> Result<Vec<u8>> {
        self.send(Method::Get, &format!("/resources/{id}/file"), Body::Empty, None).await
    }

    /// Uploads a file, to be part of a resource.
    pub async fn upload_file(&self, query: &FileQuery, bytes: Vec<u8>) -> Result<File> {
        self.call(Method::Post, &with_query("/files", query)?, Body::Bytes("application/octet-stream", bytes), None)
            .await
    }
}

/// Search.
impl Client {
    /// Searches questions, answers and resources.
    pub async fn search(&self, query: &SearchQuery) -> Result<SearchResults> {
        self.call(Method::Get, &with_query("/search", query)?, Body::Empty, None).await
    }
}

/// Admin.
impl Client {
    /// Tells what the network is and how far it has grown.
    pub async fn get_network(&self) -> Result<Network> {
        self.call(Method::Get, "/network", Body::Empty, None).await
    }

    /// Reports a breach of the content security policy, as browsers do.
    pub async fn report_policy_violation(&self, reports: Vec<u8>) -> Result<()> {
        self.act(Method::Post, "/policy-reports", Body::Bytes("application/reports+json", reports)).await
    }

    /// Changes the network's settings.
    pub async fn update_network(&self, patch: &NetworkPatch) -> Result<Network> {
        self.call(Method::Patch, "/network", json(patch)?, None).await
    }
}
