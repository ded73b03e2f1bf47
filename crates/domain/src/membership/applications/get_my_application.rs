//! Tells the applicant where the application stands.

use api_types::membership::{MessageKind, MyApplication};
use entity::application;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::conversation;
use super::state::status_of;
use crate::accounts::access::Signed;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// The newest application of the member who is signed in.
pub async fn get_my_application(deps: &Deps, signed: &Signed) -> Result<MyApplication> {
    let row = newest_of(&deps.read, signed).await?;
    let conversation = conversation::of(&deps.read, &row, Some(MessageKind::Message)).await?;
    Ok(MyApplication {
        status: status_of(&row.status),
        organisation: row.organisation,
        is_joining: row.organisation_id.is_some(),
        created_at: to_wire(row.created_at),
        decided_at: row.decided_at.map(to_wire),
        message: row.message,
        conversation,
    })
}

/// The row of it.
pub(super) async fn newest_of<C: ConnectionTrait>(connection: &C, signed: &Signed) -> Result<application::Model> {
    application::Entity::find()
        .filter(application::Column::MemberId.eq(signed.id.0))
        .order_by_desc(application::Column::Id)
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}
