//! Personal data: the operations of the API, by their names.

use api_types::MemberId;
use api_types::privacy::{DataExport, NewErasure};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json};

impl Client {
    /// Gives everything that is kept of the caller.
    pub async fn export_my_data(&self) -> Result<DataExport> {
        self.call(Method::Post, "/me/data-exports", Body::Empty, None).await
    }

    /// Erases the caller. It cannot be undone.
    pub async fn erase_me(&self, new: &NewErasure) -> Result<()> {
        self.act(Method::Post, "/me/erasure", json(new)?).await
    }

    /// Gives everything that is kept of a member who cannot sign in.
    pub async fn export_member_data(&self, id: MemberId) -> Result<DataExport> {
        self.call(Method::Post, &format!("/members/{id}/data-exports"), Body::Empty, None).await
    }

    /// Erases a member who cannot sign in. It cannot be undone.
    pub async fn erase_member(&self, id: MemberId, new: &NewErasure) -> Result<()> {
        self.act(Method::Post, &format!("/members/{id}/erasure"), json(new)?).await
    }
}
