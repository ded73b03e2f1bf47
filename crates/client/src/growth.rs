//! The operations of the map and of growth.

use api_types::growth::{Coverage, NewProspectNote, Prospect, ProspectPatch, ProspectQuery, ProspectSummary, Referral};
use api_types::membership::{MapPoints, MapQuery, Near, NearQuery};
use api_types::{LibraryId, Page};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

/// The map.
impl Client {
    /// Lists what is on a part of the map.
    pub async fn list_map_points(&self, query: &MapQuery) -> Result<MapPoints> {
        self.call(Method::Get, &with_query("/map-points", query)?, Body::Empty, None).await
    }

    /// Lists what is near a place, the nearest first.
    pub async fn list_near(&self, query: &NearQuery) -> Result<Near> {
        self.call(Method::Get, &with_query("/near", query)?, Body::Empty, None).await
    }
}

/// Growth.
impl Client {
    /// Lists libraries of the register by how near they are to joining.
    pub async fn list_prospects(&self, query: &ProspectQuery) -> Result<Page<ProspectSummary>> {
        self.call(Method::Get, &with_query("/prospects", query)?, Body::Empty, None).await
    }

    /// Gets a library of the register with what staff know of it.
    pub async fn get_prospect(&self, id: LibraryId) -> Result<Prospect> {
        self.call(Method::Get, &format!("/prospects/{id}"), Body::Empty, None).await
    }

    /// Changes a prospect that was read at `version`.
    pub async fn update_prospect(&self, id: LibraryId, version: i32, patch: &ProspectPatch) -> Result<Prospect> {
        self.call(Method::Patch, &format!("/prospects/{id}"), json(patch)?, Some(version)).await
    }

    /// Adds a note to a prospect.
    pub async fn add_prospect_note(&self, id: LibraryId, new: &NewProspectNote) -> Result<Prospect> {
        self.call(Method::Post, &format!("/prospects/{id}/notes"), json(new)?, None).await
    }

    /// Tells how far the network covers the country.
    pub async fn get_coverage(&self) -> Result<Coverage> {
        self.call(Method::Get, "/coverage", Body::Empty, None).await
    }

    /// Gets the member's referral link and what came of it.
    pub async fn get_my_referral(&self) -> Result<Referral> {
        self.call(Method::Get, "/me/referral", Body::Empty, None).await
    }
}
