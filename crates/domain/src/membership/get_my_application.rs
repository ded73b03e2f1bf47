//! Tells the applicant where the application stands.

use api_types::membership::MyApplication;
use entity::application;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::accounts::access::Signed;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::queries::status_of;

/// The newest application of the member who is signed in.
pub async fn get_my_application(deps: &Deps, signed: &Signed) -> Result<MyApplication> {
    let row = application::Entity::find()
        .filter(application::Column::MemberId.eq(signed.id.0))
        .order_by_desc(application::Column::Id)
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(MyApplication {
        status: status_of(&row.status),
        organisation: row.organisation,
        created_at: to_wire(row.created_at),
        decided_at: row.decided_at.map(to_wire),
        message: row.message,
    })
}
